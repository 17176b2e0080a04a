import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { everything, type Query } from '@/core/excerpts/query'
import type { ReadText } from '@/core/interviews/interview'
import * as codes from './codes'
import * as codings from './codings'
import * as excerpts from './excerpts'
import * as frequencies from './frequencies'
import * as interviews from './interviews'
import { transcripts } from './schema'
import { type TestHouse, testHouse } from './testing'
import * as translations from './translations'
import * as variables from './variables'

const TEXT = 'И: Что изменилось?\nР: Всё ДОРОЖЕ стало. Молоко не пускают. Ездим реже.'
const second = TEXT.indexOf('Р:')
const read: ReadText = {
  text: TEXT,
  language: 'ru',
  speakers: [
    { name: 'И', role: 'interviewer' },
    { name: 'Р', role: 'respondent' },
  ],
  turns: [
    { start: 0, end: second - 1, said: 3, speaker: 0, time: 5 },
    { start: second, end: TEXT.length, said: second + 3, speaker: 1, time: 9 },
  ],
}

let house: TestHouse
let ids: { trade: string; milk: string; section: string }
beforeEach(() => {
  house = testHouse()
  const section = variables.add(house.owner, { name: 'section', kind: 'category', categories: ['RU-BY', 'RU-KZ'] }).id
  const [trade, milk] = [crypto.randomUUID(), crypto.randomUUID()]
  codes.add(house.owner, { id: trade, parentId: null, name: 'trade' })
  codes.add(house.owner, { id: milk, parentId: trade, name: 'milk' })
  ids = { trade, milk, section }
  const [one, two] = ['RB-2', 'RB-10'].map(
    (name) => interviews.add(house.owner, { name, file: '', read, values: { [section]: 'RU-BY' } }).id,
  )
  interviews.add(house.owner, { name: 'RK-1', file: '', read, values: { [section]: 'RU-KZ' } })
  const mark = (access: TestHouse['owner'], interviewId: string | undefined, codeId: string, quote: string) => {
    const start = TEXT.indexOf(quote)
    const transcriptId = house.db
      .select({ id: transcripts.id })
      .from(transcripts)
      .where(eq(transcripts.interviewId, interviewId ?? ''))
      .get()?.id
    const coding = {
      id: crypto.randomUUID(),
      transcriptId: transcriptId ?? '',
      codeId,
      start,
      end: start + quote.length,
    }
    codings.add(access, coding)
  }
  mark(house.coder, one, milk, 'Молоко не пускают')
  mark(house.otherCoder, one, milk, 'Молоко не пускают.')
  mark(house.owner, two, trade, 'Всё ДОРОЖЕ стало')
  mark(house.owner, two, trade, 'Что изменилось')
})

const view = { grouping: { by: 'code' }, sort: 'place', sentences: 0 } as const
const found = (query: Partial<Query>, who = house.viewer) => excerpts.all(who, { ...everything, ...query }, view)
const quotes = (query: Partial<Query>) => found(query).excerpts.map((excerpt) => excerpt.quote)

describe('excerpts', () => {
  test('carry quote, code path, coder, interview, speaker and time', () => {
    expect(found({ any: [ids.milk] }).excerpts[0]).toMatchObject({
      quote: 'Молоко не пускают',
      words: 3,
      code: { path: 'trade/milk' },
      coder: 'Anna',
      interview: { name: 'RB-2', values: { [ids.section]: 'RU-BY' } },
      speakers: [{ name: 'Р', role: 'respondent' }],
      time: 9,
    })
  })
  test('of the stranger are none, of whatever is asked; every member of the project sees them', () => {
    expect(found({ any: [ids.milk] }, house.stranger)).toMatchObject({ total: 0, excerpts: [], groups: [] })
    expect(found({}, house.stranger).total).toBe(0)
    expect(excerpts.choices(house.stranger, [])).toEqual({ codes: [], coders: [], variables: [], versions: [] })
    for (const who of [house.owner, house.coder, house.viewer]) expect(found({}, who).total).toBe(4)
  })
  test('are found by words in any case, Cyrillic too, and ё as е', () => {
    expect(quotes({ text: 'дороже' })).toEqual(['Всё ДОРОЖЕ стало'])
    expect(quotes({ text: 'ВСЕ дороже' })).toEqual(['Всё ДОРОЖЕ стало'])
    expect(quotes({ text: 'дешевле' })).toEqual([])
  })
  test('are found by who speaks in them', () => {
    expect(quotes({ speakers: ['interviewer'] })).toEqual(['Что изменилось'])
    expect(quotes({ speakers: ['respondent'] })).toHaveLength(3)
    expect(quotes({ speakers: ['other'] })).toEqual([])
  })
  test('come page by page, with the headings of all; a page behind the last is the last', () => {
    const second = excerpts.page(house.owner, everything, view, 3, 3)
    expect([second.total, second.interviews, second.from, second.excerpts.length]).toEqual([4, 2, 3, 1])
    expect(second.groups.map((group) => [group.label, group.count])).toEqual([
      ['trade', 2],
      ['trade/milk', 2],
    ])
    expect(excerpts.page(house.owner, everything, view, 300, 3).from).toBe(3)
  })
  test('have the sentences around them when asked', () => {
    const around = excerpts.all(house.owner, { ...everything, any: [ids.milk] }, { ...view, sentences: 1 })
    expect(around.excerpts[0]).toMatchObject({
      before: expect.stringContaining('ДОРОЖЕ стало. '),
      after: '. Ездим реже.',
    })
  })
  test('carry the translation of their passage, of one that overlaps it where there is no other, and say which is a draft', () => {
    const at = (quote: string) => {
      const start = TEXT.indexOf(quote)
      const interview = found({ any: [ids.milk] }).excerpts[0]?.interview.id ?? ''
      const row = house.db.select().from(transcripts).where(eq(transcripts.interviewId, interview)).get()
      return { id: crypto.randomUUID(), transcriptId: row?.id ?? '', start, end: start + quote.length, language: 'en' }
    }
    translations.add(house.coder, { ...at('Молоко не пускают'), text: 'No milk gets in', state: 'checked' })
    translations.add(house.coder, { ...at('пускают.'), text: 'gets in.', state: 'draft' })
    expect(found({ any: [ids.milk] }).excerpts.map((one) => one.translations)).toEqual([
      [{ language: 'en', text: 'No milk gets in', state: 'checked' }],
      [{ language: 'en', text: 'No milk gets in […] gets in.', state: 'draft' }],
    ])
    expect(quotes({ text: 'дороже' })).toHaveLength(1)
    expect(found({ text: 'дороже' }).excerpts[0]?.translations).toEqual([])
  })
  test('are gone as soon as their coding is', () => {
    const [first] = found({ any: [ids.milk] }, house.coder).excerpts
    codings.remove(house.coder, first?.id ?? '')
    expect(found({ any: [ids.milk] }).total).toBe(1)
  })
})

describe('frequencies', () => {
  const table = (who = house.viewer, count: 'interviews' | 'codings' | 'words' = 'codings') =>
    frequencies.count(who, {
      by: variables.list(who).filter((one) => one.id === ids.section),
      ...{ count, rollUp: true, interviewers: false, coders: null },
    })
  test('count what two coders marked alike once, and the interviewer’s turns not at all', () => {
    expect(table().rows.map((row) => [row.code.path, row.cells])).toEqual([
      ['trade', [2, 0]],
      ['trade/milk', [1, 0]],
    ])
    expect(table(house.owner, 'words').rows.map((row) => row.total)).toEqual([6, 3])
    expect(table().columns.map((column) => [column.values[0], column.interviews])).toEqual([
      ['RU-BY', 2],
      ['RU-KZ', 1],
    ])
  })
  test('of the stranger are empty', () => {
    expect(table(house.stranger)).toMatchObject({ columns: [], rows: [], all: { interviews: 0 } })
    expect(frequencies.coders(house.stranger)).toEqual([])
    expect(frequencies.coders(house.viewer).map((coder) => coder.name)).toEqual(['Anna', 'Boris', 'Olga'])
  })
})
