import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderings, type TranslationState } from './translation'

const part = (start: number, end: number, text: string, state: TranslationState = 'checked', language = 'en') => ({
  ...{ start, end, text, state, language },
})

test('the translation of exactly the passage wins over those that only overlap it', () => {
  expect(renderings([part(0, 20, 'all'), part(5, 9, 'this')], 5, 9)).toEqual([
    { language: 'en', text: 'this', state: 'checked' },
  ])
})

test('overlapping translations are joined in order of place, and one draft makes a draft', () => {
  expect(renderings([part(10, 20, 'second', 'draft'), part(0, 10, 'first'), part(20, 30, 'far')], 5, 15)).toEqual([
    { language: 'en', text: 'first […] second', state: 'draft' },
  ])
})

test('each language is one rendering, and touching is not overlapping', () => {
  const parts = [part(0, 5, 'three', 'checked', 'kk'), part(0, 5, 'one'), part(5, 9, 'two')]
  expect(renderings(parts, 0, 5).map((one) => [one.language, one.text])).toEqual([
    ['en', 'one'],
    ['kk', 'three'],
  ])
})

test('a language has a rendering exactly when one of its translations shares a character with the passage', () => {
  const range = fc
    .tuple(fc.nat(20), fc.integer({ min: 1, max: 9 }))
    .map(([start, length]) => [start, start + length] as const)
  fc.assert(
    fc.property(fc.array(fc.tuple(range, fc.constantFrom('en', 'kk'))), range, (parts, [start, end]) => {
      const found = renderings(
        parts.map(([[from, to], language]) => part(from, to, 'x', 'checked', language)),
        start,
        end,
      )
      const shared = (language: string) =>
        parts.some(([[from, to], own]) => own === language && Math.max(from, start) < Math.min(to, end))
      expect(found.map((one) => one.language)).toEqual(['en', 'kk'].filter(shared))
    }),
  )
})
