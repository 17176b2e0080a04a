import { beforeEach, describe, expect, test } from 'vitest'

import { everything } from '@/core/excerpts/query'
import { parse } from '@/core/search/query'
import type { Access } from './access'
import * as codes from './codes'
import * as codings from './codings'
import * as corrections from './corrections'
import * as excerpts from './excerpts'
import { whole } from './exchange-export'
import { turns } from './exchange-turns'
import { watch } from './feed'
import * as history from './history'
import * as interviews from './interviews'
import { rewritten } from './masked-view'
import * as masking from './masking'
import { material } from './material'
import * as members from './members'
import * as memos from './memos'
import * as projects from './projects'
import * as reading from './reading'
import * as search from './search'
import * as suggested from './suggested'
import {
  again,
  code,
  house,
  id,
  interview,
  klimov,
  marker,
  prepared,
  text,
  transcriptId,
  view,
} from './testing-masking'
import * as threads from './threads'
import * as translations from './translations'
import { undoStep } from './undo'

beforeEach(prepared)

const waysOut: Readonly<Record<string, (access: Access) => unknown>> = {
  'the interview screen': (access) => reading.read(access, interview),
  'the codings': (access) => codings.inInterview(access, interview),
  'the text': (access) => interviews.text(access, interview),
  'the list of interviews': (access) => interviews.list(access),
  'the codebook': (access) => [codes.list(access), codes.counts(access)],
  'the material of figures': (access) => ({ ...material(access), passages: material(access).passages.length }),
  'excerpts with what is around them': (access) => excerpts.all(access, everything, view),
  'the lines of a search': (access) => found(access, 'молоко'),
  'the questions': (access) => [threads.inInterview(access, interview), threads.list(access), threads.agenda(access)],
  'the translations': (access) => translations.inInterview(access, interview),
  'the memos': (access) => [memos.inInterview(access, interview), memos.list(access), memos.targets(access)],
  'the memo in full': (access) => memos.list(access).map((one) => memos.get(access, one.id)),
  'the history': (access) => history.list(access),
  'the versions': (access) => [
    corrections.textOfVersion(access, interview, 1),
    corrections.toLookAt(access, interview),
  ],
  'the project as a file': (access) => [whole(access), turns(access)],
  'the live news': (access) => watch(interview, reading.read(access, interview).transcriptId, null)(access),
  'the project': (access) => [projects.get(access), projects.coders(access), members.list(access)],
}

function found(access: Access, wanted: string) {
  const query = parse(wanted)
  if ('fault' in query) throw new Error('no query')
  return search.search(access, query, { values: [], interviewers: true }, { from: 0, limit: 50, unit: 'turn' })
}

describe.each(Object.keys(waysOut))('%s', (way) => {
  const ask = waysOut[way]
  test.each(['coder', 'otherCoder', 'viewer'] as const)('shows the %s no name', (who) => {
    const shown = JSON.stringify(ask?.(again(house[who])) ?? null)
    expect(shown).not.toMatch(marker)
    expect(shown.length).toBeGreaterThan(2)
  })

  test('shows names to who leads, to who was given the right, and to all once masking is off', () => {
    const told = (access: Access) => marker.test(JSON.stringify(ask?.(access) ?? null))
    const expected = told(house.owner)
    members.setSeesRaw(house.owner, house.coder.userId, true)
    expect([again(house.supervisor), again(house.coder)].map(told)).toEqual([expected, expected])
    masking.setOn(house.owner, false)
    expect(told(again(house.otherCoder))).toBe(expected)
  })
})

test('no column of any table, of today or of later, shows a name through the handle of who sees masked texts', () => {
  const { $client } = again(house.coder).db
  const tables: readonly { name: string }[] = house.db.$client
    .prepare<[], { name: string }>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'",
    )
    .all()
  expect(tables.length).toBeGreaterThan(25)
  const rows = tables.map(({ name }) => ({
    name,
    all: JSON.stringify($client.prepare(`select * from "${name}"`).all()),
  }))
  expect(rows.filter(({ all }) => marker.test(all)).map(({ name }) => name)).toEqual([])
  expect(rows.find(({ name }) => name === 'transcripts')?.all).toContain('Орлов')
  expect(rows.find(({ name }) => name === 'events')?.all).toContain('Орлов')
})

test('statements are sent to the views by the names of tables, and columns of the same name stay columns', () => {
  const views = {
    ...{ ctx: 7, tables: new Set(['codes', 'codebook_versions', 'codings', 'events']), placed: new Set(['codings']) },
    ambiguous: new Set(['codes']),
  }
  expect(rewritten('select "codes", "codes"."name" from "codes" where "x" = \'codes\'', views)).toBe(
    'select "codes", "masked_7_codes"."name" from "masked_7_codes" where "x" = \'codes\'',
  )
  expect(rewritten('insert into "codebook_versions" ("id", "codes") values (?, ?)', views)).toBe(
    'insert into "codebook_versions" ("id", "codes") values (?, ?)',
  )
  expect(rewritten('insert into "codings" ("id") select e.id from events e', views)).toBe(
    'insert into "masked_7_codings" ("id") select e.id from "masked_7_events" e',
  )
  expect(rewritten('delete from codes where id in (select id from codings)', views)).toBe(
    'delete from "masked_7_codes" where id in (select id from "masked_7_codings")',
  )
})

test('the masked text has names in their cases, and turns and codings are where their words are', () => {
  const seen = reading.read(again(house.coder), interview)
  expect(seen.transcript.text).toBe(
    'Орлов: Я, Орлов, вёз молоко с Орловым. [чиновник А] в Рудне молчит.\nЯ: А вы с Орловой? Нет, не с ней.',
  )
  expect(
    seen.transcript.turns.map(({ start, said, end }) => seen.transcript.text.slice(start, end).slice(said - start)),
  ).toEqual(['Я, Орлов, вёз молоко с Орловым. [чиновник А] в Рудне молчит.', 'А вы с Орловой? Нет, не с ней.'])
  for (const one of seen.codings) expect(one.quote).toBe(seen.transcript.text.slice(one.start, one.end))
  expect(seen.codings.map(({ quote }) => quote)).toEqual(['Я, Орлов, вёз молоко с Орловым.', 'Орлов, вёз молоко'])
})

test('searches find pseudonyms and what is not masked, never the names', () => {
  const access = again(house.coder)
  expect(found(access, 'Климов*').total).toBe(0)
  expect(found(access, 'Орлов*').total).toBe(4)
  expect(found(house.owner, 'Орлов*').total).toBe(0)
  const holding = (by: Access, text: string) => excerpts.all(by, { ...everything, text }, view).total
  expect([holding(access, 'климов'), holding(access, 'молоко'), holding(house.owner, 'климов')]).toEqual([0, 2, 1])
})

test('what somebody codes on the masked text is stored on the words said, and comes back as they marked it', () => {
  const access = again(house.coder)
  const seen = reading.read(access, interview)
  const start = seen.transcript.text.indexOf('Орловой')
  const coding = codings.add(access, {
    id: id(),
    transcriptId: seen.transcriptId,
    codeId: code,
    start: start + 2,
    end: start + 12,
  })
  expect(coding.quote).toBe('ловой? Нет')
  const stored = codings.inInterview(house.owner, interview).find((one) => one.id === coding.id)
  expect(stored?.quote).toBe('Климовой? Нет')
  const again2 = codings.inInterview(access, interview).find((one) => one.id === coding.id)
  expect(again2).toMatchObject({ quote: 'Орловой? Нет', start })
  codings.change(access, coding.id, { comment: 'so' })
  expect(codings.inInterview(house.owner, interview).find((one) => one.id === coding.id)).toMatchObject({
    quote: 'Климовой? Нет',
    comment: 'so',
  })
  const moved = codings.change(access, coding.id, { transcriptId: seen.transcriptId, start, end: start + 7 })
  expect(moved.quote).toBe('Орловой')
  expect(codings.inInterview(house.owner, interview).find((one) => one.id === coding.id)?.quote).toBe('Климовой')
  undoStep(access, coding.id)
  expect(codings.inInterview(house.owner, interview).find((one) => one.id === coding.id)?.quote).toBe('Климовой? Нет')
  codings.remove(access, coding.id)
  expect(codings.restore(access, coding.id).quote).toBe('Орловой? Нет')
  const words = house.db.$client.prepare('select word_start, word_end from codings where id = ?').get(coding.id)
  expect(words).toEqual({ word_start: 16, word_end: 18 })
})

test('a comment that holds a name keeps it when its coder changes something else', () => {
  const own = codings.inInterview(house.owner, interview).find((one) => one.coderId === house.otherCoder.userId)
  codings.change(again(house.otherCoder), own?.id ?? '', { weight: 5 })
  expect(codings.inInterview(house.owner, interview).find((one) => one.id === own?.id)).toMatchObject({
    comment: 'о Климове',
    weight: 5,
  })
})

test('a place that was sent by marks that have changed since is laid on those that were seen', () => {
  const access = again(house.coder)
  const seen = reading.read(access, interview)
  masking.changeName(house.owner, klimov, { kind: 'person', spellings: ['Климов'], pseudonym: 'Александровский' })
  const start = seen.transcript.text.indexOf('Нет, не')
  const coding = codings.add(again(access), {
    id: id(),
    transcriptId: seen.transcriptId,
    codeId: code,
    start,
    end: start + 7,
  })
  expect(coding.quote).toBe('Нет, не')
  const early = codings.add(again(access), { id: id(), transcriptId, codeId: code, start: 41, end: 41 + 24 })
  expect(early.quote).toBe(' [чиновник А] в Рудне молчит.')
})

test('a memo that says a name is not written over by who sees it masked', () => {
  const access = again(house.coder)
  const [line] = memos.list(access)
  const memo = memos.get(access, line?.id ?? '')
  expect(() =>
    memos.save(access, memo.id, { title: memo.title, body: { type: 'doc', content: [] }, seen: memo.version }),
  ).toThrow('maskedWords')
})

test('a new interview is masked as soon as it is there', () => {
  const read = { text: 'Приехал Климов.', language: 'ru', turns: [], speakers: [] }
  const other = interviews.add(house.owner, { name: 'RB-2', file: '', read }).id
  expect(reading.read(again(house.viewer), other).transcript.text).toBe('Приехал Орлов.')
})

test('marks by hand follow a correction of the text', () => {
  const before = corrections.textOfVersion(house.owner, interview, 1)
  const at = 'Да. '.length
  const shifted = before.turns.map((turn) => ({
    ...turn,
    start: turn.start + at,
    said: turn.said + at,
    end: turn.end + at,
  }))
  corrections.correct(house.owner, interview, 1, { ...before, text: `Да. ${text}`, turns: shifted })
  expect(reading.read(again(house.coder), interview).transcript.text).toMatch(/^Да\. Орлов: .*\[чиновник А\] в Рудне/u)
})

test('who sees masked texts may neither correct them nor decide about names, and a stranger nothing at all', () => {
  members.setCorrects(house.owner, house.coder.userId, true)
  expect(again(house.coder).corrects).toBe(false)
  for (const who of [again(house.coder), house.viewer]) {
    expect(() => masking.names(who)).toThrow('forbidden')
    expect(() => masking.allow(who, 'Рудня')).toThrow('forbidden')
    expect(() => suggested.queue(who)).toThrow('forbidden')
    expect(() => masking.setOn(who, false)).toThrow('forbidden')
  }
  expect(masking.names(house.stranger)).toEqual([])
  expect(() =>
    masking.changeName(house.stranger, klimov, { kind: 'person', spellings: ['X'], pseudonym: 'Y' }),
  ).toThrow('gone')
  expect(() => masking.mark(house.stranger, { id: id(), transcriptId, start: 0, end: 1, nameId: null })).toThrow(
    'notFound',
  )
})

test('a passage that is marked as no name is shown as it is', () => {
  masking.mark(house.owner, { id: id(), transcriptId, start: 11, end: 17, nameId: null })
  expect(reading.read(again(house.coder), interview).transcript.text).toContain('Я, Климов, вёз молоко с Орловым')
})
