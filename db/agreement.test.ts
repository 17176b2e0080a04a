import { expect, test, vi } from 'vitest'
import * as agreement from './agreement'
import { merge } from './code-merge'
import * as codes from './codes'
import * as codings from './codings'
import * as interviews from './interviews'
import * as reading from './reading'
import * as rounds from './rounds'
import { testHouse } from './testing'

function closedRound() {
  const house = testHouse()
  const text = 'The milk was stopped. '.repeat(60)
  const interview = interviews.add(house.owner, {
    ...{ name: 'RB-001', file: '' },
    read: { text, language: 'en', turns: [], speakers: [] },
  }).id
  const { transcriptId } = reading.read(house.owner, interview)
  const codeId = codes.add(house.owner, { id: crypto.randomUUID(), parentId: null, name: 'milk' }).id
  const who = [house.coder, house.otherCoder]
  const plain = { blind: true, due: null, rule: null, groups: [] }
  const assignments = who.map(({ userId }) => ({ interviewId: interview, coderId: userId }))
  const { id } = rounds.add(house.owner, { ...plain, name: 'Pilot', assignments })
  for (const [i, one] of who.entries()) {
    const start = 664 + 4 * i
    codings.add(one, { id: crypto.randomUUID(), transcriptId, codeId, start, end: 680 })
    rounds.setDone(one, id, interview, true)
  }
  rounds.close(house.owner, id, 1)
  const again = () => rounds.add(house.owner, { ...plain, name: 'Again', assignments: assignments.slice(0, 1) })
  return { house, id, text, again }
}

test('the passages of a closed round come in their texts, to its coders, leaders and viewers, and to no stranger', () => {
  const { house, id, text } = closedRound()
  for (const who of [house.owner, house.coder, house.viewer]) {
    const all = agreement.passages(who, id, 1)
    expect(all.map(({ standing }) => standing)).toEqual(['partly'])
    for (const { from, text: around, start, end } of all) {
      expect(around.length).toBeLessThan(text.length)
      expect(around.slice(start - from, end - from)).toBe(text.slice(664, 680))
    }
  }
  expect(() => agreement.passages(house.stranger, id, 1)).toThrow('notFound')
})

test('what was compared is kept from coders again while another blind round is open on the same interview', () => {
  const { house, id, again } = closedRound()
  again()
  for (const who of [house.coder, house.otherCoder, house.viewer])
    for (const ask of [agreement.compared, (...at: [typeof who, string]) => agreement.passages(...at, 1)])
      expect(() => ask(who, id)).toThrow('notDone')
  expect(agreement.compared(house.owner, id).round.id).toBe(id)
})

test('a round is compared under an earlier version of the codebook, each coding with the code it had then', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2024, 0, 1) })
  try {
    const house = testHouse()
    const interview = interviews.add(house.owner, {
      ...{ name: 'RB-001', file: '' },
      read: { text: 'The milk was stopped. '.repeat(60), language: 'en', turns: [], speakers: [] },
    }).id
    const { transcriptId } = reading.read(house.owner, interview)
    const add = (name: string, parentId: string | null = null) =>
      codes.add(house.owner, { id: crypto.randomUUID(), parentId, name }).id
    const [milk, stops] = [add('milk'), add('stops')]
    const who = [house.coder, house.otherCoder]
    const assignments = who.map(({ userId }) => ({ interviewId: interview, coderId: userId }))
    const plain = { blind: true, due: null, rule: null, groups: [[milk, stops]] }
    const { id } = rounds.add(house.owner, { ...plain, name: 'Pilot', assignments })
    const put = (access: typeof house.coder, codeId: string, start: number) =>
      codings.add(access, { id: crypto.randomUUID(), transcriptId, codeId, start, end: start + 16 }).id
    put(house.coder, milk, 4)
    put(house.otherCoder, stops, 4)
    // The codebook says more after a while: one code becomes part of the other, and one is divided.
    vi.advanceTimersByTime(3_600_000)
    merge(house.owner, stops, milk)
    const sour = add('sour', milk)
    put(house.coder, sour, 200)
    vi.advanceTimersByTime(3_600_000)
    for (const one of who) rounds.setDone(one, id, interview, true)
    rounds.close(house.owner, id, 1)
    vi.advanceTimersByTime(3_600_000)
    codes.change(house.owner, milk, { definition: 'Later than the round' })

    const { snapshot } = agreement.compared(house.owner, id)
    expect(agreement.versionsBefore(house.owner, snapshot).map(({ number }) => number)).toEqual([1])
    const told = (of: typeof snapshot) =>
      of.material.codings
        .map(({ code, start }) => [of.names.codes[code], start])
        .sort((a, b) => Number(a[1]) - Number(b[1]))
    expect(told(snapshot)).toEqual([
      ['milk', 4],
      ['milk', 4],
      ['milk / sour', 200],
    ])
    const then = agreement.comparedThen(house.coder, id, 1)
    expect(
      told(then.snapshot)
        .map(([name]) => name)
        .sort(),
    ).toEqual(['milk', 'milk', 'stops'])
    expect(then.round.groups).toEqual([[milk, stops]])
    for (const version of [2, 3, 9]) expect(() => agreement.comparedThen(house.owner, id, version)).toThrow('notFound')
    expect(() => agreement.comparedThen(house.stranger, id, 1)).toThrow('notFound')
  } finally {
    vi.useRealTimers()
  }
})
