import { describe, expect, test } from 'vitest'
import * as codeRemoval from './code-removal'
import * as codes from './codes'
import * as codings from './codings'
import * as corrections from './corrections'
import * as history from './history'
import * as interviewRemoval from './interview-removal'
import * as interviews from './interviews'
import * as members from './members'
import * as memos from './memos'
import { Conflict, NotFound } from './refusal'
import { transcripts } from './schema'
import { testHouse } from './testing'
import * as threads from './threads'
import * as translations from './translations'
import { undo } from './undo'
import * as variables from './variables'

const text = 'The customs went. But then the milk wars began.'

function study() {
  const house = testHouse()
  const code = codes.add(house.owner, { id: crypto.randomUUID(), parentId: null, name: 'trade' }).id
  const { id } = interviews.add(house.owner, {
    name: 'one',
    file: '',
    read: { language: 'en', text, turns: [], speakers: [] },
  })
  const transcriptId = house.db.select({ id: transcripts.id }).from(transcripts).get()?.id ?? ''
  const put = (start = 0, end = 11, by = house.coder) =>
    codings.add(by, { id: crypto.randomUUID(), transcriptId, codeId: code, start, end })
  const newest = (by = house.coder) => history.list(by).find((one) => one.undoable)?.seq ?? -1
  const quotes = () => codings.inInterview(house.owner, id).map((one) => one.quote)
  return { house, code, id, put, newest, quotes }
}

describe('undo takes back', () => {
  test('codings: added, resized, removed, in any order backwards', () => {
    const { house, put, newest, quotes } = study()
    const coding = put()
    codings.change(house.coder, coding.id, { end: 16 })
    codings.remove(house.coder, coding.id)
    const seen: string[][] = []
    for (let i = 0; i < 3; i++) {
      undo(house.coder, newest())
      seen.push(quotes())
    }
    expect(seen).toEqual([['The customs went'], ['The customs'], []])
    expect(newest()).toBe(-1)
  })

  test('codes: described, moved, deleted with their codings', () => {
    const { house, code, put, newest, quotes } = study()
    const other = codes.add(house.owner, { id: crypto.randomUUID(), parentId: null, name: 'costs' }).id
    put()
    codes.change(house.owner, code, { name: 'commerce', definition: 'what is sold' })
    codes.move(house.owner, code, { parentId: other, position: 0 })
    codeRemoval.remove(house.owner, code)
    expect(quotes()).toEqual([])
    for (let i = 0; i < 3; i++) undo(house.owner, newest(house.owner))
    expect(codes.list(house.owner).find((one) => one.id === code)).toMatchObject({
      name: 'trade',
      definition: '',
      parentId: null,
    })
    expect(quotes()).toEqual(['The customs'])
  })

  test('interviews: values, names, corrections, removal and import', () => {
    const { house, id, newest } = study()
    const { id: year } = variables.add(house.owner, { name: 'year', kind: 'number', categories: [] })
    interviews.setValues(house.owner, [{ interviewId: id, variableId: year, value: '2016' }])
    undo(house.owner, newest(house.owner))
    expect(interviews.list(house.owner)[0]?.values).toEqual({})
    interviews.rename(house.owner, id, 'two')
    undo(house.owner, newest(house.owner))
    expect(interviews.list(house.owner)[0]?.name).toBe('one')
    corrections.correct(house.owner, id, 1, { text: text.replace('milk', 'cheese'), turns: [], speakers: [] })
    undo(house.owner, newest(house.owner))
    expect(interviews.text(house.owner, id).text).toBe(text)
    interviewRemoval.remove(house.owner, [id])
    undo(house.owner, newest(house.owner))
    expect(interviews.list(house.owner)).toHaveLength(1)
    const imported = history.list(house.owner).find((one) => one.kind === 'interview.import')?.seq ?? -1
    undo(house.owner, imported)
    expect(interviews.list(house.owner)).toHaveLength(0)
  })

  test('members', () => {
    const { house, newest } = study()
    members.setRole(house.owner, house.coder.userId, 'viewer')
    undo(house.owner, newest(house.owner))
    expect(members.list(house.owner).find((one) => one.userId === house.coder.userId)?.role).toBe('coder')
  })
})

describe('undo refuses', () => {
  test('where somebody built on it since, and says who', () => {
    const { house, code, put, newest } = study()
    const coding = put()
    const added = newest()
    codings.change(house.supervisor, coding.id, { comment: 'see also' })
    expect(() => undo(house.coder, added)).toThrow(
      expect.objectContaining({ reason: 'builtOn', values: { name: 'Sergey' } }),
    )
    const made = history.list(house.owner).find((one) => one.kind === 'code.add' && one.what === 'trade')?.seq ?? -1
    expect(() => undo(house.owner, made)).toThrow(expect.objectContaining({ reason: 'inUse' }))
    expect(codes.list(house.owner).map((one) => one.id)).toEqual([code])
  })

  test("an import that others coded, what is another's, what was taken back, and everything of a stranger", () => {
    const { house, put, newest } = study()
    put()
    const imported = history.list(house.owner).find((one) => one.kind === 'interview.import')?.seq ?? -1
    expect(() => undo(house.owner, imported)).toThrow(Conflict)
    const added = newest()
    expect(() => undo(house.owner, added)).toThrow(NotFound)
    undo(house.coder, added)
    expect(() => undo(house.coder, added)).toThrow(NotFound)
    expect(() => undo(house.stranger, imported)).toThrow(NotFound)
  })
})

describe('the history', () => {
  test('says who did what to what, before and after, the newest first', () => {
    const { house, put, code } = study()
    put()
    codes.change(house.owner, code, { name: 'commerce' })
    const [newest, before] = history.list(house.owner)
    expect(newest).toMatchObject({
      kind: 'code.change',
      by: 'Olga',
      what: 'commerce',
      changes: [{ field: 'name', before: 'trade', after: 'commerce' }],
    })
    expect(before).toMatchObject({ kind: 'coding.add', by: 'Anna', what: 'commerce', where: 'one' })
    expect(history.people(house.owner).map((one) => one.name)).toEqual(['Anna', 'Olga'])
    expect(history.list(house.owner, { by: house.coder.userId }).map((one) => one.kind)).toEqual(['coding.add'])
    expect(history.list(house.owner, { subject: 'code' }).every((one) => one.kind.startsWith('code.'))).toBe(true)
    expect(history.list(house.owner, { before: newest?.seq })[0]).toEqual(before)
  })

  test("tells coders nothing of others' codings, and strangers nothing", () => {
    const { house, put } = study()
    put()
    for (const access of [house.otherCoder, house.viewer])
      expect(history.list(access).filter((one) => one.kind.startsWith('coding.'))).toEqual([])
    expect(history.people(house.otherCoder).map((one) => one.name)).toEqual(['Olga'])
    expect(history.list(house.stranger)).toEqual([])
    expect(history.people(house.stranger)).toEqual([])
  })
})

describe('what was written beside the text', () => {
  test('memos, questions, translations and variables: added and removed, and not over what somebody filled in', () => {
    const { house, id, newest } = study()
    const { owner } = house
    const transcriptId = house.db.select({ id: transcripts.id }).from(transcripts).get()?.id ?? ''
    const passage = { transcriptId, start: 0, end: 11 }
    const there = () => [
      memos.list(owner).length,
      threads.list(owner).length,
      translations.inInterview(owner, id).length,
      variables.list(owner).length,
    ]
    const fresh = () => crypto.randomUUID()
    memos.add(owner, {
      ...{ id: fresh(), subject: { kind: 'interview', id }, title: 'why' },
      body: { type: 'doc', content: [{ type: 'paragraph' }] },
    })
    const question = threads.ask(owner, {
      ...passage,
      id: fresh(),
      postId: fresh(),
      text: 'why?',
      to: null,
      meeting: false,
    })
    const told = translations.add(owner, { ...passage, id: fresh(), language: 'ru', text: 'Таможня', state: 'draft' })
    const section = variables.add(owner, { name: 'section', kind: 'text', categories: [] }).id
    expect(there()).toEqual([1, 1, 1, 1])
    memos.remove(owner, memos.list(owner)[0]?.id ?? '')
    threads.remove(owner, question.id)
    translations.remove(owner, told.id)
    for (let i = 0; i < 3; i++) undo(owner, newest(owner))
    expect(there()).toEqual([1, 1, 1, 1])
    interviews.setValues(house.supervisor, [{ interviewId: id, variableId: section, value: 'RU-BY' }])
    expect(() => undo(owner, newest(owner))).toThrow(
      expect.objectContaining({ reason: 'builtOn', values: { name: 'Sergey' } }),
    )
    interviews.setValues(house.supervisor, [{ interviewId: id, variableId: section, value: null }])
    for (let i = 0; i < 4; i++) undo(owner, newest(owner))
    expect(there()).toEqual([0, 0, 0, 0])
  })

  test('the order of variables', () => {
    const { house, newest } = study()
    const [a, b] = ['a', 'b'].map((name) => variables.add(house.owner, { name, kind: 'text', categories: [] }).id)
    variables.reorder(house.owner, [b ?? '', a ?? ''])
    undo(house.owner, newest(house.owner))
    expect(variables.list(house.owner).map(({ name }) => name)).toEqual(['a', 'b'])
  })
})

test('a coding that was taken away is not brought back by a request that is repeated', () => {
  const { house, code, quotes } = study()
  const transcriptId = house.db.select({ id: transcripts.id }).from(transcripts).get()?.id ?? ''
  const same = { id: crypto.randomUUID(), transcriptId, codeId: code, start: 0, end: 11 }
  expect(codings.add(house.coder, same).id).toBe(same.id)
  expect(codings.add(house.coder, same).id).toBe(same.id)
  codings.remove(house.owner, same.id)
  expect(() => codings.add(house.coder, same)).toThrow(NotFound)
  expect(quotes()).toEqual([])
  codings.restore(house.owner, same.id)
  expect(quotes()).toEqual(['The customs'])
})
