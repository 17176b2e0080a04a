import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Access } from './access'
import * as codes from './codes'
import * as codings from './codings'
import * as reading from './reading'
import { Forbidden, NotFound, Refusal } from './refusal'
import { events, interviews, speakers, codings as table, transcripts } from './schema'
import { type TestHouse, testHouse } from './testing'

const text = 'Q: Что изменилось?\nA: Молочные войны, и это 😀 дорого.'

function interview(access: Access, name: string, words = text): { id: string; transcriptId: string } {
  const id = crypto.randomUUID()
  const transcriptId = crypto.randomUUID()
  const anna = crypto.randomUUID()
  access.db.insert(interviews).values({ id, projectId: access.projectId, name, nameKey: name.toLowerCase() }).run()
  access.db.insert(speakers).values({ id: anna, interviewId: id, name: 'A', role: 'respondent', position: 0 }).run()
  access.db
    .insert(transcripts)
    .values({
      id: transcriptId,
      interviewId: id,
      text: words,
      turns: [{ start: 19, end: words.length, said: 22, speaker: anna, time: 5 }],
      length: words.length,
      words: 9,
    })
    .run()
  return { id, transcriptId }
}

function house() {
  const all = testHouse()
  const one = interview(all.owner, 'RB-2')
  const code = codes.add(all.owner, { id: crypto.randomUUID(), parentId: null, name: 'milk' })
  const other = codes.add(all.owner, { id: crypto.randomUUID(), parentId: null, name: 'costs' })
  const passage = (start = 22, end = 36) => ({
    id: crypto.randomUUID(),
    transcriptId: one.transcriptId,
    codeId: code.id,
    start,
    end,
  })
  return { ...all, one, code, other, passage }
}

const kinds = (at: TestHouse, subject: string) =>
  at.db
    .select({ kind: events.kind })
    .from(events)
    .where(eq(events.subject, subject))
    .all()
    .map((row) => row.kind)

describe('adding a coding', () => {
  it('cuts the quote and the words from the stored text', () => {
    const at = house()
    const added = codings.add(at.coder, at.passage())
    expect(added).toMatchObject({ quote: 'Молочные войны', coderId: at.coder.userId, comment: '', weight: null })
    expect(at.db.select({ from: table.wordStart, to: table.wordEnd }).from(table).get()).toEqual({ from: 4, to: 6 })
    expect(kinds(at, added.id)).toEqual(['coding.add'])
  })

  it('twice with one id, or twice on one passage, is one coding', () => {
    const at = house()
    const first = at.passage()
    codings.add(at.coder, first)
    expect(codings.add(at.coder, first).id).toBe(first.id)
    expect(codings.add(at.coder, at.passage()).id).toBe(first.id)
    codings.add(at.otherCoder, at.passage())
    expect(codings.inInterview(at.viewer, at.one.id)).toHaveLength(2)
  })

  it.each([
    [-1, 5],
    [5, 5],
    [9, 3],
    [0, text.length + 1],
    [Number.NaN, 4],
  ])('from %d to %d is refused as outside the text', (start, end) => {
    const at = house()
    expect(() => codings.add(at.coder, at.passage(start, end))).toThrow(
      expect.objectContaining({ reason: 'outsideText' }),
    )
    expect(codings.inInterview(at.owner, at.one.id)).toEqual([])
  })

  it('with a code that is gone is refused', () => {
    const at = house()
    expect(() => codings.add(at.coder, { ...at.passage(), codeId: crypto.randomUUID() })).toThrow(NotFound)
  })
})

describe('who may do what to codings', () => {
  it('lets a viewer see and do nothing', () => {
    const at = house()
    const added = codings.add(at.coder, at.passage())
    expect(codings.inInterview(at.viewer, at.one.id)).toEqual([added])
    expect(() => codings.add(at.viewer, at.passage(0, 2))).toThrow(Forbidden)
    expect(() => codings.change(at.viewer, added.id, { comment: 'x' })).toThrow(Forbidden)
    expect(() => codings.remove(at.viewer, added.id)).toThrow(Forbidden)
  })

  it('lets coders change their own and leaders change everybody’s', () => {
    const at = house()
    const added = codings.add(at.coder, at.passage())
    expect(() => codings.change(at.otherCoder, added.id, { comment: 'x' })).toThrow(Forbidden)
    expect(() => codings.remove(at.otherCoder, added.id)).toThrow(Forbidden)
    expect(codings.change(at.supervisor, added.id, { comment: 'why?' })).toMatchObject({
      comment: 'why?',
      coderId: at.coder.userId,
    })
    expect(codings.remove(at.owner, added.id).id).toBe(added.id)
  })

  it('lets a stranger see nothing, change nothing and learn nothing', () => {
    const at = house()
    const added = codings.add(at.coder, at.passage())
    expect(codings.inInterview(at.stranger, at.one.id)).toEqual([])
    expect(() => codings.add(at.stranger, at.passage(0, 2))).toThrow(NotFound)
    expect(() => codings.change(at.stranger, added.id, { comment: 'x' })).toThrow(NotFound)
    expect(() => codings.remove(at.stranger, added.id)).toThrow(NotFound)
    expect(() => codings.restore(at.stranger, added.id)).toThrow(NotFound)
    const theirs = codes.add(at.stranger, { id: crypto.randomUUID(), parentId: null, name: 'theirs' })
    expect(() => codings.change(at.coder, added.id, { codeId: theirs.id })).toThrow(NotFound)
  })
})

describe('changing a coding', () => {
  it('cuts the quote anew and remembers before and after', () => {
    const at = house()
    const added = codings.add(at.coder, at.passage())
    const changed = codings.change(at.coder, added.id, { start: 22, end: 45, codeId: at.other.id, weight: 40 })
    expect(changed).toMatchObject({ quote: text.slice(22, 45), codeId: at.other.id, weight: 40 })
    expect(codings.change(at.coder, added.id, { weight: null }).weight).toBeNull()
    const event = at.db.select().from(events).where(eq(events.kind, 'coding.change')).get()
    expect(event?.before).toMatchObject({ end: 36, codeId: at.code.id })
    expect(event?.after).toMatchObject({ end: 45, codeId: at.other.id })
  })

  it('into its own twin is refused and changes nothing', () => {
    const at = house()
    codings.add(at.coder, at.passage())
    const second = codings.add(at.coder, { ...at.passage(), codeId: at.other.id })
    expect(() => codings.change(at.coder, second.id, { codeId: at.code.id })).toThrow(
      expect.objectContaining({ reason: 'duplicate' }),
    )
    expect(codings.inInterview(at.coder, at.one.id).map((coding) => coding.codeId)).toContain(at.other.id)
  })

  it('that somebody deleted says that it is gone', () => {
    const at = house()
    const added = codings.add(at.coder, at.passage())
    codings.remove(at.owner, added.id)
    for (const late of [
      () => codings.change(at.coder, added.id, { comment: 'late' }),
      () => codings.remove(at.coder, added.id),
      () => codings.restore(at.coder, added.id),
    ])
      expect(late).toThrow(expect.objectContaining({ reason: 'gone' }))
  })
})

describe('taking a coding back', () => {
  it('restores it whole, and restoring twice is restoring once', () => {
    const at = house()
    const added = codings.add(at.coder, { ...at.passage(), comment: 'keep', weight: 3 })
    codings.remove(at.owner, added.id)
    expect(codings.restore(at.owner, added.id)).toEqual(added)
    expect(codings.restore(at.owner, added.id)).toEqual(added)
    expect(kinds(at, added.id)).toEqual(['coding.add', 'coding.remove', 'coding.restore'])
  })

  it('is refused when its like was added since', () => {
    const at = house()
    const added = codings.add(at.coder, at.passage())
    codings.remove(at.coder, added.id)
    codings.add(at.coder, at.passage())
    expect(() => codings.restore(at.coder, added.id)).toThrow(Refusal)
  })
})

describe('a reading', () => {
  it('holds the text, who speaks, the codings and the neighbours by name', () => {
    const at = house()
    const tenth = interview(at.owner, 'RB-10')
    const first = interview(at.owner, 'RB-1')
    codings.add(at.coder, at.passage())
    const found = reading.read(at.viewer, at.one.id)
    expect(found.transcript).toEqual({
      text,
      turns: [{ start: 19, end: text.length, said: 22, speaker: 0, time: 5 }],
      speakers: [{ name: 'A', role: 'respondent' }],
    })
    expect([found.previous?.id, found.next?.id, found.number, found.count]).toEqual([first.id, tenth.id, 2, 3])
    expect(found.codings).toHaveLength(1)
    expect(found.coders.map((coder) => coder.name)).toContain('Anna')
    expect(found.codes.map((code) => code.name).sort()).toEqual(['costs', 'milk'])
  })

  it('remembers the place of each person apart', () => {
    const at = house()
    reading.savePlace(at.coder, at.one.id, 17)
    reading.savePlace(at.coder, at.one.id, 23)
    expect(reading.read(at.coder, at.one.id).place?.offset).toBe(23)
    expect(reading.read(at.owner, at.one.id).place).toBeNull()
  })

  it('is not there for a stranger', () => {
    const at = house()
    expect(() => reading.read(at.stranger, at.one.id)).toThrow(NotFound)
    expect(() => reading.savePlace(at.stranger, at.one.id, 1)).toThrow(NotFound)
  })
})
