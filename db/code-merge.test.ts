import { expect, test } from 'vitest'
import { richText } from '@/core/notes/rich-text'
import { merge } from './code-merge'
import * as codes from './codes'
import * as codings from './codings'
import * as history from './history'
import * as interviews from './interviews'
import * as memos from './memos'
import { Conflict, Forbidden, NotFound, Refusal } from './refusal'
import { transcripts } from './schema'
import { testHouse } from './testing'
import * as undo from './undo'

function study() {
  const house = testHouse()
  const add = (name: string, parentId: string | null = null) =>
    codes.add(house.owner, { id: crypto.randomUUID(), parentId, name }).id
  const [milk, dairy] = [add('milk wars'), add('dairy conflict')]
  const below = add('2009', dairy)
  const { id } = interviews.add(house.owner, {
    ...{ name: 'one', file: '' },
    read: { text: 'Milk wars went on and on.', language: 'en', turns: [], speakers: [] },
  })
  const transcriptId = house.db.select({ id: transcripts.id }).from(transcripts).get()?.id ?? ''
  const put = (by: typeof house.coder, codeId: string, start: number, end: number) =>
    codings.add(by, { id: crypto.randomUUID(), transcriptId, codeId, start, end }).id
  put(house.coder, milk, 0, 9)
  put(house.coder, dairy, 0, 9)
  put(house.otherCoder, dairy, 0, 4)
  memos.add(house.coder, {
    ...{ id: crypto.randomUUID(), subject: { kind: 'code', id: dairy }, title: 'Why', body: richText('Because.') },
  })
  const coded = () =>
    codings
      .inInterview(house.owner, id)
      .map(({ codeId, quote }) => `${codeId === milk ? 'milk' : codeId === dairy ? 'dairy' : '?'}: ${quote}`)
      .toSorted()
  return { house, milk, dairy, below, add, put, coded }
}

const tree = (house: ReturnType<typeof study>['house']) =>
  codes.list(house.owner).map(({ name, parentId, position, aliases }) => ({ name, parentId, position, aliases }))

test('two codes become one with their codings, sub-codes, memos and names, and come apart again', () => {
  const { house, milk, dairy, below, coded } = study()
  const [was, codedBefore] = [tree(house), coded()]
  expect(merge(house.supervisor, dairy, milk)).toMatchObject({ moved: 1, same: 1 })
  expect(coded()).toEqual(['milk: Milk', 'milk: Milk wars'])
  const one = codes.list(house.owner).find(({ id }) => id === milk)
  expect(one).toMatchObject({ name: 'milk wars', aliases: ['dairy conflict'], position: 0 })
  expect(codes.list(house.owner).find(({ id }) => id === below)?.parentId).toBe(milk)
  expect(memos.onCodes(house.owner)[milk]?.map(({ title }) => title)).toEqual(['Why'])

  const [event] = history.list(house.supervisor)
  expect(event).toMatchObject({ kind: 'code.merge', what: 'dairy conflict', undoable: true })
  undo.undo(house.supervisor, event?.seq ?? 0)
  expect(tree(house)).toEqual(was)
  expect(coded()).toEqual(codedBefore)
  expect(memos.onCodes(house.owner)[dairy]).toHaveLength(1)
})

test('what was coded and recoded after a merge stays when it comes apart', () => {
  const { house, milk, dairy, put, coded } = study()
  merge(house.owner, dairy, milk)
  put(house.otherCoder, milk, 10, 14)
  const event = history.list(house.owner).find(({ kind }) => kind === 'code.merge')
  undo.undo(house.owner, event?.seq ?? 0)
  expect(coded()).toContain('milk: went')
})

test('codes that cannot be merged stay as they are', () => {
  const { house, milk, dairy, below, add, coded } = study()
  const was = coded()
  expect(() => merge(house.owner, dairy, dairy)).toThrow(new Refusal('underItself'))
  expect(() => merge(house.owner, dairy, below)).toThrow(new Refusal('underItself'))
  add('2009', milk)
  expect(() => merge(house.owner, dairy, milk)).toThrow(Conflict)
  expect(coded()).toEqual(was)
})

test('only who leads merges; a stranger finds no code', () => {
  const { house, milk, dairy } = study()
  for (const access of [house.coder, house.viewer]) expect(() => merge(access, dairy, milk)).toThrow(Forbidden)
  expect(() => merge(house.stranger, dairy, milk)).toThrow(NotFound)
})
