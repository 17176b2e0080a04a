import { expect, test } from 'vitest'
import * as queues from './code-queues'
import { bringIn, planned } from './codebook-import'
import * as versions from './codebook-versions'
import * as codes from './codes'
import * as codings from './codings'
import * as history from './history'
import * as interviews from './interviews'
import { Conflict, Forbidden } from './refusal'
import { transcripts } from './schema'
import { testHouse } from './testing'
import { undoStep } from './undo'

function study() {
  const house = testHouse()
  const add = (name: string, parentId: string | null = null) =>
    codes.add(house.owner, { id: crypto.randomUUID(), parentId, name }).id
  const trade = add('trade')
  codes.change(house.owner, trade, { definition: 'Goods' })
  return { house, add, trade }
}
const file = [
  { path: ['Trade'], definition: 'Goods over the border' },
  { path: ['trade', 'milk'], definition: 'Milk', aliases: ['молоко'] },
  { path: ['law', 'courts'] },
]
const names = (house: ReturnType<typeof testHouse>) =>
  codes.list(house.owner).map(({ name, definition }) => [name, definition])

test('a codebook comes in as one step that its bringer takes back', () => {
  const { house } = study()
  const before = codes.list(house.owner)
  expect(planned(house.supervisor, file)).toMatchObject({ same: 0 })
  expect(codes.list(house.owner)).toEqual(before)
  const { step, added, changed } = bringIn(house.supervisor, file, 'codes.csv')
  expect([added, changed]).toEqual([3, 1])
  expect(names(house)).toEqual([
    ...[
      ['courts', ''],
      ['milk', 'Milk'],
      ['trade', 'Goods over the border'],
      ['law', ''],
    ],
  ])
  const [entry] = history.list(house.owner)
  expect(entry).toMatchObject({ kind: 'code.import' })
  expect(bringIn(house.supervisor, file, 'codes.csv')).toMatchObject({ added: 0, changed: 0 })
  undoStep(house.supervisor, step)
  expect(codes.list(house.owner)).toEqual(before)
})

test('whoever coded under the old words gets a queue, and a version of the codebook is kept', () => {
  const { house, trade } = study()
  interviews.add(house.owner, {
    ...{ name: 'RU-BY 001', file: '' },
    read: { text: 'Milk wars went on.', language: 'en', turns: [], speakers: [] },
  })
  const transcriptId = house.db.select({ id: transcripts.id }).from(transcripts).get()?.id ?? ''
  codings.add(house.coder, { id: crypto.randomUUID(), transcriptId, codeId: trade, start: 0, end: 4 })
  bringIn(house.owner, file, 'codes.csv')
  expect(queues.list(house.coder)).toMatchObject([{ codeId: trade, kind: 'wording' }])
  expect(versions.codesOf(house.owner, 2)).toHaveLength(4)
})

test('it is not taken back over the work of others', () => {
  const { house, trade } = study()
  const { step } = bringIn(house.owner, file, 'codes.csv')
  const milk = codes.list(house.owner).find(({ name }) => name === 'milk')?.id ?? ''
  const after = codes.list(house.owner)
  codes.add(house.coder, { id: crypto.randomUUID(), parentId: milk, name: 'sour' })
  expect(() => undoStep(house.owner, step)).toThrow(Conflict)
  expect(codes.list(house.owner)).toHaveLength(after.length + 1)
  const other = bringIn(house.owner, [{ path: ['trade'], include: 'all goods' }], 'b.csv')
  codes.change(house.supervisor, trade, { include: 'some goods' })
  expect(() => undoStep(house.owner, other.step)).toThrow(Conflict)
  expect(codes.get(house.owner, trade).include).toBe('some goods')
})

test('coders and viewers do not bring codebooks in', () => {
  const { house } = study()
  for (const access of [house.coder, house.viewer]) {
    expect(() => bringIn(access, file, 'a.csv')).toThrow(Forbidden)
    expect(() => planned(access, file)).toThrow(Forbidden)
  }
  expect(codes.list(house.owner)).toHaveLength(1)
})
