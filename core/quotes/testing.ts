import type { Excerpt } from '@/core/excerpts/excerpt'
import type { Variable } from '@/core/variable'
import type { Desk, DeskItem } from './desk'
import type { QuoteWords } from './document'

/** Variables of a small study, for tests. */
export const studyVariables: readonly Variable[] = [
  { id: 'v1', name: 'Section', kind: 'category', categories: ['RU-BY', 'RU-KZ'] },
  { id: 'v2', name: 'Consent', kind: 'category', categories: ['quotable', 'paraphrase only'] },
]

/** An excerpt of that study, for tests. */
export function excerptOf(given: Partial<Excerpt> & Pick<Excerpt, 'id' | 'quote'>): Excerpt {
  return {
    ...{ comment: '', start: 100, end: 100 + given.quote.length, words: 3, coder: 'Anna', speakers: [], time: null },
    code: { id: 'c1', name: 'milk wars', path: 'trade/milk wars', colour: 1 },
    interview: { id: 'i1', name: 'rb_01 & co', values: { v1: 'RU-BY', v2: 'quotable' } },
    ...{ before: '', after: '', translations: [] },
    ...given,
  }
}

/** A desk with these items, for tests. */
export function deskOf(items: readonly DeskItem[], given: Partial<Desk> = {}): Desk {
  return {
    ...{ id: 'd', name: 'Paper', shared: false, translation: 'beside', language: '', headings: 'outline' },
    ...{ matrixBy: 'v1', owner: 'Anna', quotes: items.length, updatedAt: 0, editable: true, removable: true },
    ...{ items, kept: 0 },
    ...given,
  }
}

/** English words of a printed desk, for tests. */
export const studyWords: QuoteWords = {
  ...{ language: 'en-GB', title: 'Borderlands – Paper', subtitle: ['3 quotes'], notice: 'Composed sample.' },
  ...{ matrix: 'Quote matrix', interviews: 'Interviews', noValue: 'no value', total: 'Total' },
  column: {
    ...{ level: 'Level', heading: 'Heading', number: 'No.', quote: 'Quote', translation: 'Translation' },
    ...{ reference: 'Reference', consent: 'Consent', code: 'Code', interview: 'Interview', quotes: 'Quotes' },
  },
  beside: ({ language, state }) => `${language}, ${state}`,
  instead: ({ language }) => `translated: ${language}`,
}

/** Items with every sign that some kind of file might stumble over, for tests. */
export const awkward: readonly DeskItem[] = [
  { kind: 'heading', id: 'h1', level: 1, text: '1. Торговля & барьеры_2014 {100 %}' },
  {
    ...{ kind: 'quote', id: 'q1', number: '17:4', lostEdits: null },
    excerpt: excerptOf({
      id: 'a',
      quote: 'Они, честно говоря, проверяют <снова> — "иначе" $5 #1 ~x^2 \\cmd | a*b `c`.\nА потом -- нет.',
      translations: [
        { language: 'en', text: '[They] check *again*, only it is called something else.', state: 'draft' },
      ],
    }),
    edits: [
      { kind: 'insert', at: 3, text: 'таможня_1' },
      { kind: 'cut', start: 5, end: 18 },
    ],
    translated: { language: 'en', edits: [{ kind: 'cut', start: 27, end: 39 }] },
  },
  { kind: 'heading', id: 'h2', level: 2, text: '- not a list' },
  {
    ...{ kind: 'quote', id: 'q2', number: '2:1', lostEdits: null, edits: [], translated: null },
    excerpt: excerptOf({
      ...{ id: 'b', quote: '=1+1 is what they said' },
      code: { id: 'c2', name: 'identity', path: 'identity', colour: 2 },
      interview: { id: 'i2', name: "it's kz-02", values: { v1: 'RU-KZ' } },
    }),
  },
  { kind: 'gap', id: 'g', number: '3:1' },
  {
    ...{ kind: 'quote', id: 'q3', number: '17:5', lostEdits: null, edits: [], translated: null },
    excerpt: excerptOf({ id: 'c', quote: 'Сыр пропал 😀, Қазақстан.' }),
  },
]
