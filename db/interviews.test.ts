import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ReadText } from '@/core/interviews/interview'
import type { Access } from './access'
import * as interviews from './interviews'
import { codes, codings, events, readingPlaces, interviews as rows, transcripts } from './schema'
import { type TestHouse, testHouse } from './testing'
import * as variables from './variables'

let house: TestHouse
beforeEach(() => {
  house = testHouse()
})

const said = 'Q: What changed?\nA: They check again.'
const read: ReadText = {
  text: said,
  language: 'en',
  speakers: [
    { name: 'Q', role: 'interviewer' },
    { name: 'A', role: 'respondent' },
  ],
  turns: [
    { start: 0, end: 16, said: 3, speaker: 0, time: null },
    { start: 17, end: 36, said: 20, speaker: 1, time: 12 },
  ],
}
const one = (name: string, more: Partial<interviews.NewInterview> = {}): interviews.NewInterview => ({
  name,
  file: `${name}.txt`,
  read,
  ...more,
})
const reason = (run: () => unknown): unknown => {
  try {
    run()
  } catch (error) {
    return error instanceof Error ? error.message : error
  }
  return 'nothing was refused'
}
const kinds = (): string[] =>
  house.db
    .select({ kind: events.kind })
    .from(events)
    .all()
    .map((event) => event.kind)

/** A coding of "check" by a person, made without the coding rooms. */
function code(who: Access, interviewId: string): { codeId: string; codingId: string } {
  const codeId = crypto.randomUUID()
  const codingId = crypto.randomUUID()
  const text = house.db.select().from(transcripts).where(eq(transcripts.interviewId, interviewId)).get()
  house.db
    .insert(codes)
    .values({ id: codeId, projectId: house.projectId, name: codeId, nameKey: codeId, position: 0, colour: 0 })
    .run()
  house.db
    .insert(codings)
    .values({
      id: codingId,
      transcriptId: text?.id ?? '',
      codeId,
      coderId: who.userId,
      start: 25,
      end: 30,
      quote: 'check',
      wordStart: 5,
      wordEnd: 6,
      createdAt: 1,
      updatedAt: 1,
    })
    .run()
  return { codeId, codingId }
}

describe('an interview that is added', () => {
  it('gives its text back as it was read, and counts words, turns and the interviewer’s words', () => {
    const added = interviews.add(house.owner, one('RB-001'))
    expect(added).toMatchObject({ name: 'RB-001', words: 7, turns: 2, repeated: false })
    expect(interviews.text(house.viewer, added.id)).toEqual({ ...read, name: 'RB-001' })
    const stored = house.db.select().from(transcripts).get()
    expect(stored?.interviewerWords).toEqual([0, 3])
    expect(stored?.length).toBe(said.length)
    expect(kinds()).toEqual(['interview.import'])
  })

  it('is listed with its values, coders and codings; the consensus is no coder', () => {
    const year = variables.add(house.owner, { name: 'year', kind: 'number', categories: [] })
    const { id } = interviews.add(house.supervisor, one('RB-001', { values: { [year.id]: '2016' } }))
    code(house.otherCoder, id)
    code(house.coder, id)
    code({ ...house.owner, userId: house.consensusId }, id)
    expect(interviews.list(house.coder)).toEqual([
      {
        id,
        name: 'RB-001',
        language: 'en',
        file: 'RB-001.txt',
        values: { [year.id]: '2016' },
        words: 7,
        turns: 2,
        codings: 2,
        translations: 0,
        coders: ['Anna', 'Boris'],
      },
    ])
  })

  it('is there once when the same request comes twice', () => {
    const id = crypto.randomUUID()
    interviews.add(house.owner, one('RB-001', { id }))
    expect(interviews.add(house.owner, one('RB-001', { id })).repeated).toBe(true)
    expect(interviews.list(house.owner)).toHaveLength(1)
    expect(kinds()).toEqual(['interview.import'])
  })

  it('is refused whole for a name that is taken, an empty one, and a value that cannot be', () => {
    const year = variables.add(house.owner, { name: 'year', kind: 'number', categories: [] })
    interviews.add(house.owner, one('Ёлка'))
    expect(reason(() => interviews.add(house.owner, one(' елка ')))).toBe('nameTaken')
    expect(reason(() => interviews.add(house.owner, one('  ')))).toBe('nameEmpty')
    expect(reason(() => interviews.add(house.owner, one('b', { values: { [year.id]: 'late' } })))).toBe('notANumber')
    expect(interviews.list(house.owner)).toHaveLength(1)
  })

  it('is refused when its turns leave the text', () => {
    const broken = { ...read, turns: [{ start: 0, end: 99, said: 0, speaker: null, time: null }] }
    expect(() => interviews.add(house.owner, one('a', { read: broken }))).toThrow(RangeError)
    expect(interviews.list(house.owner)).toEqual([])
  })

  it('may be added by those who lead only, and a stranger’s id does not reach it', () => {
    for (const who of [house.coder, house.viewer]) expect(reason(() => interviews.add(who, one('a')))).toBe('forbidden')
    const { id } = interviews.add(house.owner, one('a'))
    expect(reason(() => interviews.add(house.stranger, one('a', { id })))).toBe('notFound')
    expect(reason(() => interviews.text(house.stranger, id))).toBe('notFound')
    expect(interviews.list(house.stranger)).toEqual([])
  })
})

describe('values in the table', () => {
  it('are set for many at once, and setting what was before takes it back', () => {
    const side = variables.add(house.owner, { name: 'side', kind: 'category', categories: ['Russia', 'Belarus'] })
    const ids = ['a', 'b'].map((name) => interviews.add(house.owner, one(name)).id)
    const cells = ids.map((interviewId) => ({ interviewId, variableId: side.id, value: 'russia' }))
    interviews.setValues(house.supervisor, cells.slice(0, 1))
    const done = interviews.setValues(house.supervisor, cells)
    expect(interviews.list(house.viewer).map((i) => i.values)).toEqual([
      { [side.id]: 'Russia' },
      { [side.id]: 'Russia' },
    ])
    interviews.setValues(house.supervisor, done.before)
    expect(interviews.list(house.viewer).map((i) => i.values)).toEqual([{ [side.id]: 'Russia' }, {}])
    expect(kinds().filter((kind) => kind === 'interview.change')).toHaveLength(5)
  })

  it('are all refused when one cannot be', () => {
    const year = variables.add(house.owner, { name: 'year', kind: 'number', categories: [] })
    const { id } = interviews.add(house.owner, one('a'))
    const other = interviews.add(house.owner, one('b')).id
    const cells = [
      { interviewId: id, variableId: year.id, value: '2016' },
      { interviewId: other, variableId: year.id, value: 'soon' },
    ]
    expect(reason(() => interviews.setValues(house.owner, cells))).toBe('notANumber')
    expect(interviews.list(house.owner).map((i) => i.values)).toEqual([{}, {}])
  })

  it('are for those who lead, and of this project', () => {
    const year = variables.add(house.owner, { name: 'year', kind: 'number', categories: [] })
    const { id } = interviews.add(house.owner, one('a'))
    const cell = [{ interviewId: id, variableId: year.id, value: '2016' }]
    for (const who of [house.coder, house.viewer])
      expect(reason(() => interviews.setValues(who, cell))).toBe('forbidden')
    expect(reason(() => interviews.setValues(house.stranger, cell))).toBe('notFound')
    const theirs = variables.add(house.stranger, { name: 'year', kind: 'number', categories: [] })
    expect(
      reason(() => interviews.setValues(house.owner, [{ interviewId: id, variableId: theirs.id, value: '1' }])),
    ).toBe('notFound')
  })
})

describe('a speaker’s role', () => {
  it('can be set right later, and the interviewer’s words follow', () => {
    const { id } = interviews.add(house.owner, one('a'))
    expect(interviews.setSpeakerRole(house.owner, id, 'A', 'interviewer')).toEqual({ before: 'respondent' })
    expect(house.db.select().from(transcripts).get()?.interviewerWords).toEqual([0, 7])
    expect(reason(() => interviews.setSpeakerRole(house.coder, id, 'A', 'other'))).toBe('forbidden')
    expect(reason(() => interviews.setSpeakerRole(house.stranger, id, 'A', 'other'))).toBe('notFound')
    expect(reason(() => interviews.setSpeakerRole(house.owner, id, 'Z', 'other'))).toBe('notFound')
  })
})

describe('an interview that is removed', () => {
  it('comes back with text, values, everybody’s codings and places', () => {
    const year = variables.add(house.owner, { name: 'year', kind: 'number', categories: [] })
    const { id } = interviews.add(house.owner, one('a', { values: { [year.id]: '2016' } }))
    code(house.coder, id)
    house.db.insert(readingPlaces).values({ userId: house.viewer.userId, interviewId: id, offset: 9, at: 1 }).run()
    const everything = () => [
      interviews.list(house.owner),
      interviews.text(house.owner, id),
      house.db.select().from(rows).all(),
      house.db.select().from(transcripts).all(),
      house.db.select().from(codings).all(),
      house.db.select().from(readingPlaces).all(),
    ]
    const before = everything()
    interviews.remove(house.owner, [id])
    expect(interviews.list(house.owner)).toEqual([])
    expect(house.db.select().from(codings).all()).toEqual([])
    expect(interviews.restore(house.owner, id)).toEqual({ name: 'a', codings: 1, lost: 0 })
    expect(everything()).toEqual(before)
    expect(reason(() => interviews.restore(house.owner, id))).toBe('gone')
  })

  it('says which codings could not come back because their code is gone', () => {
    const { id } = interviews.add(house.owner, one('a'))
    const { codeId } = code(house.coder, id)
    code(house.coder, id)
    interviews.remove(house.owner, [id])
    house.db.delete(codes).where(eq(codes.id, codeId)).run()
    expect(interviews.restore(house.owner, id)).toEqual({ name: 'a', codings: 1, lost: 1 })
  })

  it('stays away when its name was given to another', () => {
    const { id } = interviews.add(house.owner, one('a'))
    interviews.remove(house.owner, [id])
    interviews.add(house.owner, one('A'))
    expect(reason(() => interviews.restore(house.owner, id))).toBe('nameTaken')
  })

  it('is removed by those who lead only, all or none', () => {
    const { id } = interviews.add(house.owner, one('a'))
    for (const who of [house.coder, house.viewer]) expect(reason(() => interviews.remove(who, [id]))).toBe('forbidden')
    expect(reason(() => interviews.remove(house.stranger, [id]))).toBe('gone')
    expect(reason(() => interviews.remove(house.owner, [id, crypto.randomUUID()]))).toBe('gone')
    expect(interviews.list(house.owner)).toHaveLength(1)
  })
})

it('an interview is renamed, and its old name told', () => {
  const { id } = interviews.add(house.owner, one('a'))
  interviews.add(house.owner, one('b'))
  expect(interviews.rename(house.supervisor, id, ' RB  017 ')).toEqual({ name: 'RB 017', before: 'a' })
  expect(reason(() => interviews.rename(house.owner, id, 'B'))).toBe('nameTaken')
  expect(reason(() => interviews.rename(house.coder, id, 'c'))).toBe('forbidden')
  expect(reason(() => interviews.rename(house.stranger, id, 'c'))).toBe('notFound')
})

it('likenesses tell the same name and the same text, of this project only', () => {
  interviews.add(house.owner, one('RB-001'))
  const given = [
    { name: 'rb-001', text: 'new' },
    { name: 'RB-002', text: said },
    { name: 'RB-003', text: said.replace('again', 'never') },
  ]
  expect(interviews.likenesses(house.owner, given)).toEqual([
    { sameName: 'RB-001', sameText: null },
    { sameName: null, sameText: 'RB-001' },
    { sameName: null, sameText: null },
  ])
  expect(interviews.likenesses(house.stranger, given.slice(0, 1))).toEqual([{ sameName: null, sameText: null }])
})
