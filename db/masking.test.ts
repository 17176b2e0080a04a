import { beforeEach, describe, expect, test } from 'vitest'
import { everything } from '@/core/excerpts/query'
import { parse } from '@/core/search/query'
import { type Access, account, door, enter } from './access'
import * as agreement from './agreement'
import * as versions from './codebook-versions'
import * as codes from './codes'
import * as codings from './codings'
import * as corrections from './corrections'
import * as excerpts from './excerpts'
import { whole } from './exchange-export'
import { turns } from './exchange-turns'
import * as exporting from './exporting'
import * as history from './history'
import * as interviews from './interviews'
import { rewritten } from './masked-view'
import * as masking from './masking'
import { material } from './material'
import * as members from './members'
import * as memos from './memos'
import * as projects from './projects'
import * as reading from './reading'
import { Refusal } from './refusal'
import * as rounds from './rounds'
import * as search from './search'
import * as suggested from './suggested'
import { type TestHouse, testHouse } from './testing'
import * as threads from './threads'
import * as translations from './translations'
import { undo, undoStep } from './undo'
import * as variables from './variables'

const text = 'Климов: Я, Климов, вёз молоко с Климовым. Наш мэр в Рудне молчит.\nЯ: А вы с Климовой? Нет, не с ней.'
const id = () => crypto.randomUUID()
const again = (access: Access): Access => enter(account(door(testedDb), access.userId), access.projectId)
let testedDb: TestHouse['db']
let house: TestHouse
let interview: string
let transcriptId: string
let code: string
let klimov: string
const view = { grouping: { by: 'code' }, sort: 'place', sentences: 2 } as const

/** Klimov is everywhere: in the text, as speaker, in names, comments, memos, questions, translations, definitions; by hand, "мэр" is masked too. */
beforeEach(() => {
  house = testHouse()
  testedDb = house.db
  interview = interviews.add(house.owner, {
    ...{ name: 'Климов 2014', file: 'Климов.docx' },
    read: {
      text,
      language: 'ru',
      speakers: [
        { name: 'Климов', role: 'respondent' },
        { name: 'Я', role: 'interviewer' },
      ],
      turns: [
        { start: 0, end: 65, said: 8, speaker: 0, time: null },
        { start: 66, end: text.length, said: 69, speaker: 1, time: null },
      ],
    },
  }).id
  transcriptId = reading.read(house.owner, interview).transcriptId
  code = codes.add(house.owner, { id: id(), parentId: null, name: 'дело Климова' }).id
  codes.change(house.owner, code, { definition: 'Что сказал Климов', include: '', exclude: '', example: 'с Климовым' })
  const all = { transcriptId, start: 8, end: 41 }
  codings.add(house.otherCoder, { ...all, id: id(), codeId: code, comment: 'о Климове' })
  // It begins inside of a name.
  codings.add(house.coder, { transcriptId, id: id(), codeId: code, start: 14, end: 29 })
  threads.ask(house.owner, { ...all, id: id(), postId: id(), to: null, meeting: true, text: 'Кто это, Климов?' })
  translations.add(house.owner, { ...all, id: id(), language: 'ru', state: 'draft', text: 'Климов вёз' })
  const said = [{ type: 'text', text: 'Климову отказали' }]
  const link = { type: 'mention', attrs: { kind: 'passage', id: transcriptId, start: 8, end: 41, label: 'Климов' } }
  memos.add(house.owner, {
    ...{ id: id(), subject: { kind: 'interview', id: interview }, title: 'Климов' },
    body: { type: 'doc', content: [{ type: 'paragraph', content: [...said, link] }] },
  })
  klimov = id()
  masking.addName(house.owner, klimov, { kind: 'person', spellings: ['Климов'], pseudonym: 'Орлов' })
  const mayor = id()
  masking.addName(house.owner, mayor, { kind: 'office', spellings: ['Глава администрации'], pseudonym: 'чиновник А' })
  masking.mark(house.owner, {
    id: id(),
    transcriptId,
    start: text.indexOf('Наш мэр'),
    end: text.indexOf(' в Рудне'),
    nameId: mayor,
  })
  masking.setOn(house.owner, true)
})

const marker = /климов|наш мэр/iu
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

describe('suggestions', () => {
  test('are decided once for all their forms, by a pseudonym or by letting them be named', () => {
    expect(suggested.queue(house.owner).map(({ words }) => words)).toEqual(['Рудне'])
    masking.allow(house.supervisor, 'Рудня')
    expect(suggested.queue(house.owner)).toEqual([])
    undo(house.supervisor, history.list(house.supervisor, { by: house.supervisor.userId })[0]?.seq ?? 0)
    const [one] = suggested.queue(house.owner)
    suggested.accept(house.owner, one?.key ?? '', id(), { kind: 'place', spellings: ['Рудня'], pseudonym: 'Казань' })
    expect(suggested.queue(house.owner)).toEqual([])
    expect(reading.read(again(house.coder), interview).transcript.text).toContain('в Казани молчит')
  })

  test('that no form of the name explains are marked where they stand', () => {
    const [one] = suggested.queue(house.owner)
    suggested.accept(house.owner, one?.key ?? '', id(), { kind: 'place', spellings: ['Городок'], pseudonym: 'Казань' })
    expect(reading.read(again(house.coder), interview).transcript.text).toContain('в [Казань] молчит')
  })

  test('that are undecided keep a file from going out, and are named', () => {
    const refusal = (run: () => unknown) => {
      try {
        run()
      } catch (error) {
        if (error instanceof Refusal) return [error.reason, String(error.values.passages)]
      }
      return null
    }
    const place = { interviewId: interview, start: 41, end: 60 }
    expect(refusal(() => exporting.mustBeDecided(house.owner))?.[1]).toContain('Рудне')
    expect(refusal(() => exporting.mustBeDecided(house.owner, [place]))?.[0]).toBe('undecidedNames')
    expect(refusal(() => exporting.mustBeDecided(house.owner, [{ ...place, end: 45 }]))).toBeNull()
    const told = refusal(() => exporting.mustBeDecided(again(house.coder)))
    expect(told).toEqual(['undecidedNames', '• Климов 2014'.replace('Климов', 'Орлов')])
    masking.setOn(house.owner, false)
    expect(refusal(() => exporting.mustBeDecided(house.owner))).toBeNull()
  })
})

describe('files', () => {
  test('are masked for everybody, unless somebody who leads says otherwise', () => {
    masking.allow(house.owner, 'Рудня')
    const out = (who: Access, raw: boolean) => JSON.stringify(exporting.excerptsOut(who, everything, view, raw).page)
    expect(out(house.owner, false)).not.toMatch(marker)
    expect(out(again(house.coder), false)).not.toMatch(marker)
    expect(out(house.supervisor, true)).toMatch(marker)
    expect(() => out(again(house.coder), true)).toThrow('forbidden')
    expect(JSON.stringify(whole(exporting.forExport(house.owner, false)))).not.toMatch(marker)
    // What is left out is listed by masked names, too.
    masking.setPassage(house.owner, { id: id(), transcriptId, start: 8, end: 12, level: 'off' })
    const left = exporting.excerptsOut(house.owner, everything, view, false).leftOut
    expect(left.map(({ interview: name, code: path }) => [name, path])).toEqual([['Орлов 2014', 'дело Орлова']])
    expect(exporting.leftOut(exporting.forExport(house.owner, false))).toEqual(left)
    expect(history.list(house.owner).filter(({ kind }) => kind === 'export.raw')).toHaveLength(1)
  })

  test('have nothing off the record, and of what may only be paraphrased place and code; both are listed', () => {
    masking.setOn(house.owner, false)
    const paraphrased = { id: id(), transcriptId, start: 8, end: 20, level: 'paraphrase' } as const
    masking.setPassage(house.owner, paraphrased)
    const out = () => exporting.excerptsOut(house.otherCoder, everything, view, false)
    expect(out().page.excerpts.map(({ quote }) => quote)).toEqual([
      '·, ······, ·ёз молоко с Климовым.',
      '···, ·ёз молоко',
    ])
    expect(out().page.excerpts.map(({ comment }) => comment)).toEqual(['', ''])
    expect(out().leftOut.map(({ level, code: path }) => [level, path])).toEqual([
      ['paraphrase', 'дело Климова'],
      ['paraphrase', 'дело Климова'],
    ])
    masking.setPassage(house.owner, { ...paraphrased, id: id(), start: 8, end: 12, level: 'off' })
    expect(out().page.excerpts).toHaveLength(1)
    expect(out().leftOut.map(({ level }) => level)).toEqual(['off', 'paraphrase'])
    expect(JSON.stringify(whole(exporting.forExport(house.owner, false)).sources[0]?.text)).toContain(
      'Климов: ·, ······, ·ёз',
    )
  })

  test('leave out an interview that is off the record', () => {
    const variable = variables.add(house.owner, { name: 'Consent', kind: 'category', categories: ['yes', 'no'] }).id
    interviews.setValues(house.owner, [{ interviewId: interview, variableId: variable, value: 'no' }])
    masking.setOn(house.owner, false)
    masking.setConsent(house.owner, { variableId: variable, levels: { no: 'off' } })
    const out = exporting.excerptsOut(house.owner, everything, view, false)
    expect([out.page.excerpts.length, out.leftOut.length]).toEqual([0, 2])
    expect(whole(exporting.forExport(house.owner, false)).sources).toEqual([])
    expect(exporting.leftOut(house.owner)).toHaveLength(2)
    masking.setConsent(house.owner, { variableId: variable, levels: { no: 'paraphrase' } })
    expect(exporting.excerptsOut(house.owner, everything, view, false).page.excerpts.map(({ quote }) => quote)).toEqual(
      ['[…]', '[…]'],
    )
    expect(excerpts.all(house.owner, everything, view).excerpts[0]?.quote).toContain('молоко')
  })
})

test('a closed round shows a coder its passages masked', () => {
  const round = rounds.add(house.owner, {
    ...{ name: 'Pilot', blind: false, due: null, rule: null, groups: [] },
    assignments: [house.coder, house.otherCoder].map(({ userId }) => ({ interviewId: interview, coderId: userId })),
  })
  for (const who of [again(house.coder), again(house.otherCoder)]) rounds.setDone(who, round.id, interview, true)
  rounds.close(house.owner, round.id, rounds.get(house.owner, round.id).version)
  const all = agreement.passages(again(house.coder), round.id, 1)
  expect(all.length).toBeGreaterThan(0)
  for (const one of all) {
    expect(one.text).not.toMatch(marker)
    for (const { start, end } of one.codings)
      expect(one.text.slice(start - one.from, end - one.from)).toMatch(/Орлов, вёз молоко/u)
  }
})

test('whatever is decided about names is taken back from the history', () => {
  const undoLast = () => undo(house.owner, history.list(house.owner)[0]?.seq ?? 0)
  const state = () => [masking.names(house.owner), masking.allowed(house.owner), masking.settings(house.owner)]
  const before = state()
  const marks = () => masking.marks(house.owner, transcriptId)
  const handed = marks()
  masking.changeName(house.owner, klimov, { kind: 'person', spellings: ['Климов', 'Климыч'], pseudonym: 'Серов' })
  undoLast()
  const mayor = masking.names(house.owner).find(({ kind }) => kind === 'office')?.id ?? ''
  masking.removeName(house.owner, mayor)
  expect(marks()).toEqual([])
  undoLast()
  masking.unmark(house.owner, handed[0]?.id ?? '')
  undoLast()
  masking.allow(house.owner, 'Рудня')
  undoLast()
  masking.setOn(house.owner, false)
  undoLast()
  masking.setPassage(house.owner, { id: id(), transcriptId, start: 0, end: 4, level: 'off' })
  undoLast()
  expect(state()[1]).toEqual(before[1])
  expect(state()[2]).toEqual(before[2])
  expect(
    masking
      .names(house.owner)
      .map(({ pseudonym }) => pseudonym)
      .toSorted(),
  ).toEqual(['Орлов', 'чиновник А'])
  expect(marks()).toEqual(handed)
  expect(exporting.leftOut(house.owner)).toEqual([])
})

test('what a coder who sees masked texts removes and brings back, or changes and takes back, is as it was stored', () => {
  const access = again(house.coder)
  const own = codes.add(house.coder, { id: id(), parentId: null, name: 'own' }).id
  codes.change(house.coder, own, { definition: 'о Климове', include: '', exclude: '', example: '' })
  const coding = codings.add(house.coder, {
    id: id(),
    transcriptId,
    codeId: own,
    start: 0,
    end: 20,
    comment: 'у Климова',
  })
  const memo = memos.add(house.coder, {
    ...{ id: id(), subject: { kind: 'code', id: own }, title: 'Климов' },
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Климову' }] }] },
  })
  const question = { id: id(), postId: id(), to: null, meeting: false, text: 'Климов?' }
  threads.ask(house.coder, { ...question, transcriptId, start: 8, end: 41 })
  const state = () => ({
    code: codes.list(house.owner).find((one) => one.id === own),
    coding: codings.inInterview(house.owner, interview).find((one) => one.id === coding.id),
    memo: [memos.get(house.owner, memo.id).title, memos.get(house.owner, memo.id).text],
    question: threads.get(house.owner, question.id),
  })
  const before = state()
  codings.change(access, coding.id, { comment: 'x' })
  undoStep(access, coding.id)
  codings.remove(access, coding.id)
  expect(codings.restore(access, coding.id).comment).toBe('у Орлова')
  codes.change(access, own, { definition: 'anders' })
  undoStep(access, own)
  codes.remove(access, own)
  expect(JSON.stringify(codes.restore(access, own))).not.toMatch(marker)
  memos.remove(access, memo.id)
  memos.restore(access, memo.id)
  threads.remove(access, question.id)
  threads.restore(access, question.id)
  expect(state()).toEqual(before)
  const newest = (by: Access) => versions.codesOf(by, versions.versions(by)[0]?.number ?? 0)
  expect(newest(house.owner).map((one) => one.definition)).toContain('о Климове')
  expect(JSON.stringify(newest(access))).not.toMatch(marker)
})

test('a link to a passage that is written on the masked text leads everybody to the words', () => {
  const access = again(house.coder)
  const seen = reading.read(access, interview)
  const start = seen.transcript.text.indexOf('Нет, не')
  const link = { kind: 'passage', id: seen.transcriptId, start, end: start + 7, label: 'Нет, не' }
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'mention', attrs: link }] }] }
  const memo = memos.add(access, { id: id(), subject: { kind: 'project', id: house.projectId }, title: 'x', body })
  const places = (by: Access) => {
    const read = memos.get(by, memo.id)
    const text = reading.read(by, interview)
    const inBody = read.body.content?.[0]?.content?.[0]?.attrs
    return [read.links[0], inBody].map((one) => [
      one?.id === text.transcriptId,
      text.transcript.text.slice(one?.start ?? 0, one?.end ?? 0),
    ])
  }
  for (const by of [access, house.owner])
    expect(places(by)).toEqual([
      [true, 'Нет, не'],
      [true, 'Нет, не'],
    ])
  const more = { ...body, content: [...body.content, { type: 'paragraph' }] }
  memos.save(access, memo.id, { title: 'y', body: more, seen: memo.version })
  masking.changeName(house.owner, klimov, { kind: 'person', spellings: ['Климов'], pseudonym: 'Верхнереченский' })
  for (const by of [again(house.coder), house.owner])
    expect(places(by)).toEqual([
      [true, 'Нет, не'],
      [true, 'Нет, не'],
    ])
})
