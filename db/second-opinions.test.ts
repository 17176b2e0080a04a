import { expect, test } from 'vitest'
import * as agreement from './agreement'
import * as codes from './codes'
import * as codings from './codings'
import * as interviews from './interviews'
import * as reading from './reading'
import * as rounds from './rounds'
import { bring } from './second-opinions'
import { testHouse } from './testing'

function open() {
  const house = testHouse()
  const add = (name: string) =>
    interviews.add(house.owner, {
      ...{ name, file: '' },
      read: { text: '🥛 milk was stopped. Costs rose.', language: 'en', turns: [], speakers: [] },
    }).id
  const [one, two] = [add('RB-001'), add('RB-002')]
  const code = (name: string, parentId: string | null) =>
    codes.add(house.owner, { id: crypto.randomUUID(), parentId, name }).id
  const milk = code('milk', null)
  const twice = [code('level', milk), code('level', code('costs', null))]
  const round = rounds.add(house.owner, {
    ...{ name: 'Pilot', blind: true, due: null, rule: null, groups: [] },
    assignments: [{ interviewId: one, coderId: house.coder.userId }],
  })
  return { house, one, two, milk, twice, round }
}
const row = (line: number, to: Partial<Parameters<typeof bring>[2][number]> = {}) => ({
  ...{ line, interview: 'rb-001', code: 'Milk', coder: 'Script', start: 2, end: 6 },
  ...to,
})

test('codings from elsewhere are a coder of the round, placed by code points, kept from its blind coders and reviewed like anyone’s', () => {
  const { house, one, milk, twice, round } = open()
  const rows = [row(2), row(3, { code: 'milk / level', start: 0, end: 1 })]
  expect(bring(house.supervisor, round.id, rows)).toEqual({ added: 2, known: 0, coders: ['Script'], refused: [] })
  expect(bring(house.owner, round.id, rows)).toMatchObject({ added: 0, known: 2, coders: ['Script'] })
  const seen = codings.inInterview(house.owner, one)
  expect(seen.map(({ codeId, quote }) => [codeId, quote]).toSorted()).toEqual(
    [
      [milk, 'milk'],
      [twice[0], '🥛'],
    ].toSorted(),
  )
  for (const who of [house.coder, house.otherCoder, house.viewer]) expect(codings.inInterview(who, one)).toEqual([])
  const { transcriptId } = reading.read(house.coder, one)
  codings.add(house.coder, { id: crypto.randomUUID(), transcriptId, codeId: milk, start: 3, end: 11 })
  rounds.setDone(house.coder, round.id, one, true)
  rounds.close(house.owner, round.id, rounds.get(house.owner, round.id).version)
  const { material, names } = agreement.compared(house.owner, round.id).snapshot
  expect(material.interviews[0]?.coders.map((id) => names.coders[id])).toEqual(['Anna', 'Script'])
  expect(() => bring(house.owner, round.id, rows)).toThrow('roundClosed')
})

test('rows that cannot be placed are answered with their lines, and nothing is done for them', () => {
  const { house, one, round } = open()
  const before = codings.inInterview(house.owner, one).length
  const { added, refused } = bring(house.owner, round.id, [
    row(2, { interview: 'RB-002' }),
    row(3, { code: 'nothing' }),
    row(4, { code: 'level' }),
    row(5, { end: 1000 }),
    row(6, { coder: ' anna' }),
  ])
  expect([added, codings.inInterview(house.owner, one).length]).toEqual([0, before])
  expect(refused.map(({ line, fault }) => [line, fault])).toEqual([
    [2, 'interview'],
    [3, 'code'],
    [4, 'codes'],
    [5, 'outside'],
    [6, 'person'],
  ])
  expect(rounds.progress(house.owner, round.id)).toHaveLength(1)
})

test('only who leads brings second opinions, and a stranger finds no round', () => {
  const { house, round } = open()
  for (const who of [house.coder, house.viewer]) expect(() => bring(who, round.id, [row(2)])).toThrow('forbidden')
  expect(() => bring(house.stranger, round.id, [row(2)])).toThrow('notFound')
})
