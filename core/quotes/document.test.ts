import { expect, test } from 'vitest'
import { reference } from '@/core/excerpts/reference'
import { arranged, consentVariable, sectionOf, stepTarget } from './desk'
import { lineUnder, type Printing, quoteDocument } from './document'
import { awkward, deskOf, studyVariables, studyWords } from './testing'

const printing: Printing = {
  variables: studyVariables,
  codes: [{ path: 'identity' }, { path: 'trade' }, { path: 'trade/milk wars' }],
  cite: reference('({interview}, {section})', studyVariables).cite,
  consent: consentVariable(studyVariables),
  words: studyWords,
}
const quotesOf = (document: ReturnType<typeof quoteDocument>) =>
  document.blocks.flatMap((block) => (block.kind === 'quote' ? block : []))

test('an outline is printed in its order, shortened, with number, reference and consent under each quote', () => {
  const document = quoteDocument(deskOf(awkward), printing)
  expect(document.blocks.map((block) => (block.kind === 'heading' ? block.level : block.number))).toEqual([
    ...[1, '17:4', 2, '2:1', '17:5'],
  ])
  const [first, second] = quotesOf(document)
  expect(first?.said.text.split('\n')[0]).toBe(
    'Они [таможня_1], […], проверяют <снова> — "иначе" $5 #1 ~x^2 \\cmd | a*b `c`.',
  )
  expect(first?.translation).toEqual({ text: '[They] check *again*, only […] something else.', note: 'en, draft' })
  expect(first && lineUnder(first, studyWords)).toBe('17:4 · (rb_01 & co, RU-BY) · Consent: quotable')
  expect(second && lineUnder(second, studyWords)).toBe("2:1 · (it's kz-02, RU-KZ) · Consent: no value")
})

test('headings per code follow the codebook, a translation may stand in place of the words, or nowhere', () => {
  const perCode = quoteDocument(deskOf(awkward, { headings: 'code', translation: 'instead' }), printing)
  expect(perCode.blocks.map((block) => (block.kind === 'heading' ? block.text : block.number))).toEqual([
    ...['identity', '2:1', 'trade/milk wars', '17:4', '17:5'],
  ])
  const translated = quotesOf(perCode)[1]
  expect(translated?.said).toEqual({ text: '[They] check *again*, only […] something else.', note: 'translated: en' })
  expect(translated?.translation).toBe(null)
  expect(quotesOf(perCode)[2]?.said).toEqual({ text: 'Сыр пропал 😀, Қазақстан.', note: '' })
  expect(quotesOf(quoteDocument(deskOf(awkward, { translation: 'none' }), printing)).every((q) => !q.translation)).toBe(
    true,
  )
  expect(quotesOf(quoteDocument(deskOf(awkward, { language: 'de' }), printing)).every((q) => !q.translation)).toBe(true)
})

test('the matrix has the numbers of the quotes by code and group, the list each interview once', () => {
  const document = quoteDocument(deskOf(awkward), printing)
  expect(document.matrix.rows).toEqual([
    ['Code', 'RU-BY', 'RU-KZ', 'Total'],
    ['identity', '', '2:1', '1'],
    ['trade/milk wars', '17:4, 17:5', '', '2'],
  ])
  expect(document.interviews.rows).toEqual([
    ['No.', 'Interview', 'Section', 'Consent', 'Quotes'],
    ['2', "it's kz-02", 'RU-KZ', '', '1'],
    ['17', 'rb_01 & co', 'RU-BY', 'quotable', '2'],
  ])
  expect(quoteDocument(deskOf(awkward, { matrixBy: null }), printing).matrix.rows[0]).toEqual(['Code', 'Quotes'])
})

test('a heading takes what is under it along, a quote only itself', () => {
  expect(sectionOf(awkward, 'h1')).toEqual({ from: 0, to: 6 })
  expect(sectionOf(awkward, 'h2')).toEqual({ from: 2, to: 6 })
  expect(sectionOf(awkward, 'q1')).toEqual({ from: 1, to: 2 })
  expect(sectionOf(awkward, 'x')).toBe(null)
})

test('a step moves items past their neighbour, and no further than the ends', () => {
  const items = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
  const order = (ids: readonly string[], before: string | null) =>
    arranged(items, ids, before)
      .map((item) => item.id)
      .join('')
  expect([order(['c'], 'a'), order(['a', 'b'], null), order(['a'], 'a'), order(['b'], 'x')]).toEqual([
    ...['cab', 'cab', 'abc', 'abc'],
  ])
  const steps = (from: number, to: number) => ([1, -1] as const).map((by) => stepTarget(awkward, { from, to }, by))
  expect([steps(1, 2), steps(4, 5), steps(2, 6), steps(0, 1)]).toEqual([
    ['q2', 'h1'],
    [null, 'q2'],
    [undefined, 'q1'],
    ['h2', undefined],
  ])
})
