import { expect, test } from 'vitest'
import type { Excerpt } from './excerpt'
import { excerptColumns, excerptRows } from './rows'

const excerpt: Excerpt = {
  ...{ id: 'c', quote: 'молоко', comment: '', start: 3, end: 9, words: 1, coder: 'Anna', time: 5 },
  ...{ before: 'за ', after: '.', speakers: [{ name: 'Р', role: 'respondent' }] },
  code: { id: 'k', name: 'milk', path: 'trade/milk', colour: 0 },
  interview: { id: 'i', name: 'RB-2', values: { s: 'RU-BY' } },
  translations: [
    { language: 'en', text: 'milk', state: 'checked' },
    { language: 'kk', text: 'сүт', state: 'draft' },
  ],
}
const cell = (column: (typeof excerptColumns)[number], of: Excerpt = excerpt) =>
  excerptRows([of], () => '[RB-2]', [])[0]?.[excerptColumns.indexOf(column)]

test('a row has a cell for each column, then the values of the variables, null for none', () => {
  const variable = { id: 's', name: 'section', kind: 'text', categories: [] } as const
  const [row] = excerptRows([excerpt], () => '[RB-2]', [variable, { ...variable, id: 'none' }])
  expect(row).toHaveLength(excerptColumns.length + 2)
  expect(row?.slice(-2)).toEqual(['RU-BY', null])
  expect([cell('quote'), cell('reference'), cell('speaker'), cell('comment')]).toEqual([
    'за молоко.',
    '[RB-2]',
    'Р',
    null,
  ])
})

test('translations stand beside the quote, a line for each language, their languages and states likewise', () => {
  expect([cell('translation'), cell('translationLanguage'), cell('translationState')]).toEqual([
    'milk\nсүт',
    'en\nkk',
    'checked\ndraft',
  ])
  expect(cell('translation', { ...excerpt, translations: [] })).toBeNull()
})
