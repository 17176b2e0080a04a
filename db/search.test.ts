import { expect, test } from 'vitest'
import { parse, type Query } from '@/core/search/query'
import * as autocoding from './autocoding'
import * as codes from './codes'
import * as codings from './codings'
import * as corrections from './corrections'
import * as history from './history'
import * as interviews from './interviews'
import { Conflict, Forbidden, NotFound, Refusal } from './refusal'
import * as rounds from './rounds'
import { search } from './search'
import { type TestHouse, testHouse } from './testing'
import * as undo from './undo'
import * as variables from './variables'

const text =
  'Интервьюер: Что такое молочные войны?\nЭксперт: Войны шли пять лет. Молоко стояло на границе.\n\nПотом граница открылась.'

function study(house: TestHouse = testHouse()) {
  const kind = { kind: 'text', name: 'side', categories: [] } as const
  const side = variables.add(house.owner, kind)
  const add = (name: string, value: string) =>
    interviews.add(house.owner, {
      ...{ name, file: '', values: { [side.id]: value } },
      read: {
        ...{ text, language: 'ru' },
        turns: [
          { start: 0, end: 37, said: 12, speaker: 0, time: null },
          { start: 38, end: text.length, said: 47, speaker: 1, time: null },
        ],
        speakers: [
          { name: 'Интервьюер', role: 'interviewer' },
          { name: 'Эксперт', role: 'respondent' },
        ],
      },
    }).id
  return { house, side, first: add('b-02', 'Russia'), second: add('a-01', 'Belarus') }
}

function query(given: string): Query {
  const parsed = parse(given)
  if ('fault' in parsed) throw new Error(parsed.fault)
  return parsed
}

const everywhere = { values: [], interviewers: true }
const usual = { from: 0, limit: 50, unit: 'hit' } as const

test('finds words in every transcript of the project, in context and in the order of the interviews', () => {
  const { house, first, second } = study()
  const found = search(house.viewer, query('война'), everywhere, usual)
  expect(found).toMatchObject({ searched: 2, total: 4, from: 0 })
  expect(found.interviews).toEqual([
    { id: second, name: 'a-01', hits: 2 },
    { id: first, name: 'b-02', hits: 2 },
  ])
  expect(found.lines[1]).toMatchObject({
    interviewId: second,
    hit: 'Войны',
    after: expect.stringMatching(/^ шли пять/u),
  })
  for (const { start, end, hit } of found.lines) expect(text.slice(start, end)).toBe(hit)
  expect(search(house.viewer, query('война'), everywhere, { ...usual, from: 3, limit: 3 }).lines).toHaveLength(1)
})

test('leaves out interviewers and interviews of other values, when asked', () => {
  const { house, side, second } = study()
  expect(search(house.coder, query('война'), { ...everywhere, interviewers: false }, usual).total).toBe(2)
  const where = { interviewers: true, values: [{ variable: side, values: ['Belarus'] }] }
  expect(search(house.coder, query('война'), where, usual)).toMatchObject({
    searched: 1,
    interviews: [{ id: second }],
  })
})

test('finds what a corrected text says now, and nothing in an interview that was removed', () => {
  const { house, first } = study()
  const read = interviews.text(house.owner, first)
  corrections.correct(house.owner, first, 1, { ...read, text: text.replace('пять лет', 'шесть ле') })
  expect(search(house.coder, query('шесть'), everywhere, usual).total).toBe(1)
  expect(search(house.coder, query('пять'), everywhere, usual).total).toBe(1)
})

test('finds regular expressions, and stops one that never ends', () => {
  const { house } = study()
  const found = search(house.coder, query('/границ[аеы]/'), everywhere, usual)
  expect(found.lines.map(({ hit }) => hit)).toEqual(['границе', 'граница', 'границе', 'граница'])
  const long = 'a'.repeat(5000)
  interviews.add(house.owner, {
    name: 'long',
    file: '',
    read: { text: `${long}!`, language: '', turns: [], speakers: [] },
  })
  expect(() => search(house.coder, query('/(a+)+$/'), everywhere, usual)).toThrow(new Refusal('searchTooLong'))
}, 10_000)

test('a stranger finds nothing of it', () => {
  const { house } = study()
  expect(search(house.stranger, query('война'), everywhere, usual)).toMatchObject({ searched: 0, total: 0 })
})

test('a code is put on hits, sentences, turns or paragraphs as one step, which is taken back as one', () => {
  const { house, first } = study()
  const code = codes.add(house.owner, { id: crypto.randomUUID(), parentId: null, name: 'border' }).id
  const units = {
    hit: 'границе',
    sentence: 'Молоко стояло на границе.',
    paragraph: 'Войны шли пять лет. Молоко стояло на границе.',
  }
  for (const [unit, quote] of Object.entries({ ...units, turn: text.slice(47) })) {
    const { lines } = search(house.coder, query('=границе'), everywhere, {
      ...usual,
      unit: unit === 'sentence' || unit === 'turn' || unit === 'paragraph' ? unit : 'hit',
    })
    const step = crypto.randomUUID()
    const ranges = lines.map((line) => ({ transcriptId: line.transcriptId, ...line.unit }))
    expect(autocoding.autocode(house.coder, step, code, ranges)).toBe(2)
    expect(autocoding.autocode(house.coder, step, code, ranges)).toBe(0)
    expect(codings.inInterview(house.coder, first).map((one) => one.quote)).toEqual([quote])
    const [event] = history.list(house.coder)
    expect(event).toMatchObject({ kind: 'coding.many', what: 'border', undoable: true })
    undo.undo(house.coder, event?.seq ?? 0)
    expect(codings.inInterview(house.coder, first)).toEqual([])
  }
})

test('what was built on by changing a coding is not taken back, and nothing is coded where one range is wrong', () => {
  const { house, first } = study()
  const code = codes.add(house.owner, { id: crypto.randomUUID(), parentId: null, name: 'border' }).id
  const [line] = search(house.coder, query('граница'), everywhere, usual).lines
  if (!line) throw new Error('nothing found')
  const range = { transcriptId: line.transcriptId, start: line.start, end: line.end }
  for (const access of [house.viewer])
    expect(() => autocoding.autocode(access, crypto.randomUUID(), code, [range])).toThrow(Forbidden)
  expect(() => autocoding.autocode(house.stranger, crypto.randomUUID(), code, [range])).toThrow(NotFound)
  expect(() => autocoding.autocode(house.coder, crypto.randomUUID(), code, [range, { ...range, end: 9999 }])).toThrow(
    new Refusal('outsideText'),
  )
  expect(codings.inInterview(house.owner, first)).toEqual([])
  autocoding.autocode(house.coder, crypto.randomUUID(), code, [range])
  const [event] = history.list(house.coder)
  const made = codings.inInterview(house.owner, line.interviewId)[0]
  codings.change(house.supervisor, made?.id ?? '', { comment: 'yes' })
  expect(() => undo.undo(house.coder, event?.seq ?? 0)).toThrow(Conflict)
})

test('colleagues of a blind round do not hear of it', () => {
  const { house, first } = study()
  const code = codes.add(house.owner, { id: crypto.randomUUID(), parentId: null, name: 'border' }).id
  rounds.add(house.supervisor, {
    ...{ name: 'First', blind: true, due: null, rule: null, groups: [] },
    assignments: [house.coder, house.otherCoder].map(({ userId }) => ({ interviewId: first, coderId: userId })),
  })
  const ranges = search(house.coder, query('граница'), everywhere, usual).lines.map(({ transcriptId, start, end }) => ({
    ...{ transcriptId, start, end },
  }))
  autocoding.autocode(house.coder, crypto.randomUUID(), code, ranges)
  expect(history.list(house.otherCoder).map(({ kind }) => kind)).not.toContain('coding.many')
  expect(history.list(house.supervisor).map(({ kind }) => kind)).toContain('coding.many')
})
