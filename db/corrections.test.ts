import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TranscriptText } from '@/core/text/turn'
import { account, door, enter } from './access'
import * as codes from './codes'
import * as codings from './codings'
import * as corrections from './corrections'
import * as interviews from './interviews'
import * as members from './members'
import { Conflict, Forbidden, NotFound } from './refusal'
import * as rounds from './rounds'
import { transcripts } from './schema'
import { type TestHouse, testHouse } from './testing'

const first = 'I: What changed?\nR: The customs went. But then the milk wars began, and trucks stood for weeks.'

function read(text: string): TranscriptText {
  const break_ = text.indexOf('\n')
  return {
    text,
    turns: [
      { start: 0, end: break_, said: 3, speaker: 0, time: null },
      { start: break_ + 1, end: text.length, said: break_ + 4, speaker: 1, time: null },
    ],
    speakers: [
      { name: 'I', role: 'interviewer' },
      { name: 'R', role: 'respondent' },
    ],
  }
}

function coded(house: TestHouse = testHouse()) {
  const code = codes.add(house.owner, { id: crypto.randomUUID(), parentId: null, name: 'milk wars' }).id
  const { id } = interviews.add(house.owner, { name: 'one', file: '', read: { ...read(first), language: 'en' } })
  const transcriptId = house.db.select({ id: transcripts.id }).from(transcripts).get()?.id ?? ''
  const put = (quote: string, by = house.coder, codeId = code) => {
    const start = first.indexOf(quote)
    return codings.add(by, { id: crypto.randomUUID(), transcriptId, codeId, start, end: start + quote.length })
  }
  const quotes = () => codings.inInterview(house.owner, id).map((one) => one.quote)
  return { house, id, code, transcriptId, put, quotes }
}

describe('correcting a text', () => {
  test("keeps everybody's codings on their words, and lists those whose words were touched", () => {
    const { house, id, put, quotes } = coded()
    put('The customs went.')
    put('milk wars', house.otherCoder)
    put('trucks stood for weeks')
    const now = first
      .replace('What changed', 'What has changed here')
      .replace('milk wars', 'milk war')
      .replace('for weeks', 'for weeks and weeks')
    const done = corrections.correct(house.supervisor, id, 1, read(now))
    expect(done).toEqual({ version: 2, kept: 2, touched: 1, lost: 0 })
    expect(quotes()).toEqual(['The customs went.', 'milk war', 'trucks stood for weeks'])
    expect(corrections.toLookAt(house.supervisor, id)).toMatchObject([
      { code: 'milk wars', coder: 'Boris', before: 'milk wars', after: 'milk war' },
    ])
    corrections.seen(
      house.supervisor,
      corrections.toLookAt(house.supervisor, id).map((one) => one.id),
    )
    expect(corrections.toLookAt(house.supervisor, id)).toEqual([])
    expect(interviews.text(house.coder, id).text).toBe(now)
  })

  test('what was lost comes back with the version that had it', () => {
    const { house, id, put, quotes } = coded()
    const coding = put('But then the milk wars began')
    corrections.correct(
      house.supervisor,
      id,
      1,
      read(first.replace('But then the milk wars began, and trucks', 'Trucks')),
    )
    expect(quotes()).toEqual([])
    expect(corrections.toLookAt(house.owner, id)).toMatchObject([
      { before: 'But then the milk wars began', after: null },
    ])
    const back = corrections.restoreVersion(house.supervisor, id, 2, 1)
    expect(back.version).toBe(3)
    expect(codings.inInterview(house.owner, id)).toMatchObject([
      { id: coding.id, quote: 'But then the milk wars began' },
    ])
    expect(interviews.text(house.owner, id).text).toBe(first)
    expect(corrections.versions(house.owner, id).map((one) => [one.version, one.by, one.current])).toEqual([
      [3, 'Sergey', true],
      [2, 'Sergey', false],
      [1, 'Olga', false],
    ])
  })

  test('who codes on the older version meanwhile codes the same words of the newer', () => {
    const { house, id, transcriptId, code } = coded()
    corrections.correct(house.supervisor, id, 1, read(`I: So.\n${first.slice(first.indexOf('\n') + 1)}`))
    const start = first.indexOf('trucks')
    const added = codings.add(house.coder, {
      id: crypto.randomUUID(),
      transcriptId,
      codeId: code,
      start,
      end: start + 6,
    })
    expect(added.quote).toBe('trucks')
    const longer = codings.change(house.coder, added.id, { transcriptId, start, end: start + 'trucks stood'.length })
    expect(longer.quote).toBe('trucks stood')
    expect(() =>
      codings.add(house.coder, { id: crypto.randomUUID(), transcriptId, codeId: code, start: 3, end: 16 }),
    ).toThrow(Conflict)
  })

  test('the second of two who edit at once is told, and nothing is overwritten', () => {
    const { house, id } = coded()
    corrections.correct(house.supervisor, id, 1, read(first.replace('went', 'left')))
    expect(() => corrections.correct(house.owner, id, 1, read(first.replace('weeks', 'days')))).toThrow(Conflict)
    expect(interviews.text(house.owner, id).text).toContain('customs left')
  })

  test('a speaker is renamed or told apart with the text, older versions keep theirs', () => {
    const { house, id } = coded()
    const renamed = read(first)
    corrections.correct(house.supervisor, id, 1, {
      ...renamed,
      speakers: [renamed.speakers[0] ?? { name: 'I', role: 'interviewer' }, { name: 'Respondent', role: 'respondent' }],
    })
    expect(corrections.textOfVersion(house.owner, id, 2).speakers.map((one) => one.name)).toEqual(['I', 'Respondent'])
    expect(corrections.textOfVersion(house.owner, id, 1).speakers.map((one) => one.name)).toEqual(['I', 'R'])
    expect(interviews.text(house.owner, id).speakers.map((one) => one.name)).toEqual(['I', 'Respondent'])
  })

  test('only who leads corrects; strangers find nothing', () => {
    const { house, id } = coded()
    for (const access of [house.coder, house.viewer])
      expect(() => corrections.correct(access, id, 1, read(first))).toThrow(Forbidden)
    expect(() => corrections.correct(house.stranger, id, 1, read(first))).toThrow(NotFound)
    expect(() => corrections.restoreVersion(house.stranger, id, 1, 1)).toThrow(NotFound)
    expect(() => corrections.versions(house.stranger, id)).toThrow(NotFound)
    expect(() => corrections.textOfVersion(house.stranger, id, 1)).toThrow(NotFound)
    expect(corrections.toLookAt(house.stranger, id)).toEqual([])
    corrections.correct(house.owner, id, 1, read(first.replace('milk', 'cheese')))
    corrections.seen(house.stranger, ['anything'])
    expect(() => corrections.seen(house.coder, [])).toThrow(Forbidden)
    expect(corrections.versions(house.viewer, id)).toHaveLength(2)
  })
})

test('a coder who was given the right corrects, and learns nothing of what blind colleagues coded', () => {
  const { house, id, put, quotes } = coded()
  put('The customs went.')
  put('milk wars', house.otherCoder)
  for (const access of [house.supervisor, house.coder, house.viewer])
    expect(() => members.setCorrects(access, house.coder.userId, true)).toThrow(Forbidden)
  expect(() => members.setCorrects(house.stranger, house.coder.userId, true)).toThrow(NotFound)
  members.setCorrects(house.owner, house.coder.userId, true)
  rounds.add(house.supervisor, {
    ...{ name: 'First', blind: true, due: null, rule: null, groups: [] },
    assignments: [house.coder, house.otherCoder].map(({ userId }) => ({ interviewId: id, coderId: userId })),
  })

  const now = first.replace('milk wars', 'milk war')
  const entered = () => enter(account(door(house.db), house.coder.userId), house.coder.projectId)
  expect(corrections.correct(entered(), id, 1, read(now))).toEqual({ version: 2, kept: 1, touched: 0, lost: 0 })
  expect(corrections.toLookAt(entered(), id)).toEqual([])
  expect(quotes()).toEqual(['The customs went.', 'milk war'])
  expect(corrections.toLookAt(house.supervisor, id)).toHaveLength(1)

  members.setCorrects(house.owner, house.coder.userId, false)
  expect(() => corrections.correct(entered(), id, 2, read(first))).toThrow(Forbidden)
  members.setCorrects(house.owner, house.viewer.userId, true)
  const viewer = enter(account(door(house.db), house.viewer.userId), house.coder.projectId)
  expect(() => corrections.correct(viewer, id, 2, read(first))).toThrow(Forbidden)
})

test('after any edits every coding quotes the text at its place, and none is forgotten', () => {
  const words = first.split(/(?<=\s)/u)
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(words.length), fc.nat(3), fc.constantFrom('', 'new ', 'milk ', 'wars, ')), {
        minLength: 1,
        maxLength: 5,
      }),
      fc.array(fc.tuple(fc.nat(words.length - 3), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 12 }),
      (changes, ranges) => {
        const { house, id, put, quotes } = coded()
        for (const [at, n] of ranges)
          put(
            words
              .slice(at, at + n)
              .join('')
              .trim(),
          )
        const count = quotes().length
        let now = words
        for (const [at, many, insert] of changes) now = [...now.slice(0, at), insert, ...now.slice(at + many)]
        const text = now.join('').includes('\n') ? now.join('') : `I: x\n${now.join('')}`
        const done = corrections.correct(house.owner, id, 1, { text, turns: [], speakers: [] })
        expect(done.kept + done.touched + done.lost).toBe(count)
        expect(corrections.toLookAt(house.owner, id)).toHaveLength(done.touched + done.lost)
        for (const coding of codings.inInterview(house.owner, id))
          expect(text.slice(coding.start, coding.end)).toBe(coding.quote)
        expect(quotes()).toHaveLength(count - done.lost)
      },
    ),
    { numRuns: 60 },
  )
})
