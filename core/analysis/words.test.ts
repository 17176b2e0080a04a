import fc from 'fast-check'
import { expect, test } from 'vitest'
import { material, node } from '@/core/frequencies/testing'
import { chosen } from './choice'
import { keyness } from './keyness'
import { isStopWord } from './stop-words'
import { everything } from './testing'
import { standings, timeline } from './timeline'
import { wordCounts } from './word-counts'

test('G2 and log ratio as calculated by hand', () => {
  // E1 = E2 = 7.5: G2 = 2 (10 ln(10/7.5) + 5 ln(5/7.5)) = 2 (2.87682 - 2.02733); 10 and 5 in as many words differ by one doubling.
  const found = keyness(10, 5, 1000, 1000)
  expect(found?.g2).toBeCloseTo(1.69899, 5)
  expect(found?.logRatio).toBe(1)
  // E1 = 100 * 12 / 400 = 3, E2 = 9: G2 = 2 (12 ln 4) = 33.27106; 12 of 100 against a half of 300 is 72 times as often.
  expect(keyness(12, 0, 100, 300)?.g2).toBeCloseTo(33.27106, 5)
  expect(keyness(12, 0, 100, 300)?.logRatio).toBeCloseTo(Math.log2(72), 12)
})
test('a word in neither group, or a group without words, has no keyness', () => {
  expect(keyness(0, 0, 10, 10)).toBeNull()
  expect(keyness(0, 1, 0, 10)).toBeNull()
  expect(() => keyness(11, 0, 10, 10)).toThrow(RangeError)
})
test('G2 is never below 0, and exchanging the groups only turns the log ratio round', () => {
  const size = fc.integer({ min: 1, max: 5000 })
  fc.assert(
    fc.property(size, size, fc.nat(5000), fc.nat(5000), (c, d, x, y) => {
      const [a, b] = [x % (c + 1), y % (d + 1)]
      const [one, other] = [keyness(a, b, c, d), keyness(b, a, d, c)]
      expect(one === null).toBe(a + b === 0)
      if (!one || !other) return
      expect(one.g2).toBeGreaterThanOrEqual(0)
      expect(one.g2).toBeCloseTo(other.g2, 6)
      expect(one.logRatio).toBeCloseTo(-other.logRatio, 9)
    }),
  )
})
test('small words, numbers and single letters are left out', () => {
  expect(['и', 'который', "don't", 'don’t', '2.5', 'я', 'x'].every(isStopWord)).toBe(true)
  expect(['граница', 'border', 'еу'].some(isStopWord)).toBe(false)
})
test('words are counted by stem under their most frequent form, only where they count, and small words are still running words', () => {
  const lexicon = { forms: ['граница', 'границы', 'и', 'молоко'], stems: [0, 0, 1, 2] }
  const texts = [
    { group: 0, words: Uint32Array.of(0, 1, 1, 2, 3), ranges: [0, 4] },
    { group: 0, words: Uint32Array.of(0, 3), ranges: [0, 1] },
    { group: 1, words: Uint32Array.of(3, 3), ranges: [0, 1, 1, 2] },
  ] as const
  expect(wordCounts(texts, lexicon, isStopWord)).toEqual({
    stems: [
      { form: 'граница', counts: [4, 0], texts: [2, 0] },
      { form: 'молоко', counts: [0, 2], texts: [0, 1] },
    ],
    words: [5, 2],
    texts: [2, 1],
  })
})
test('a timeline has a strip for each interview, with places that join what coders marked alike, and says where codes stand', () => {
  const said = [
    { interview: 0, code: 'a', coder: 'Anna', from: 20, to: 30 },
    { interview: 0, code: 'a', coder: 'Boris', from: 25, to: 40 },
    { interview: 0, code: 'b', coder: 'Anna', from: 90, to: 100 },
    { interview: 1, code: 'a', coder: 'Anna', from: 60, to: 80 },
  ]
  const of = chosen(material([node('a'), node('b', null, 1), node('c', null, 2)], [{}, {}], said), {
    ...everything,
    codes: ['a', 'b', 'c'],
  })
  const strips = timeline(of)
  expect(strips.map(({ places }) => places.map(({ row, from, to }) => [row, from, to]))).toEqual([
    [
      [0, 20, 40],
      [1, 90, 100],
    ],
    [[0, 60, 80]],
  ])
  expect(standings(strips, 3)).toEqual([
    { places: 2, mean: 0.5 },
    { places: 1, mean: 0.95 },
    { places: 0, mean: null },
  ])
})
