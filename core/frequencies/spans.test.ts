import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saidOutside, unionOutside, wordsOutside } from './spans'

const holes = fc
  .uniqueArray(fc.nat(60), { maxLength: 12 })
  .map((marks) => marks.toSorted((a, b) => a - b).slice(0, marks.length - (marks.length % 2)))
const span = fc.tuple(fc.nat(60), fc.nat(20)).map(([from, long]) => [from, from + long])

/** The same by looking at every word. */
function byWord(spans: readonly number[], gaps: readonly number[]): number {
  const within = (flat: readonly number[], word: number) =>
    flat.some((from, i) => i % 2 === 0 && from <= word && word < (flat[i + 1] ?? 0))
  return Array.from({ length: 100 }, (_, word) => word).filter((word) => within(spans, word) && !within(gaps, word))
    .length
}

test('the union of spans outside the holes is what counting word by word finds', () => {
  fc.assert(
    fc.property(fc.array(span, { minLength: 1 }), holes, (unordered, gaps) => {
      const spans = unordered.toSorted(([a = 0], [b = 0]) => a - b)
      expect(unionOutside(spans.flat(), gaps)).toBe(byWord(spans.flat(), gaps))
    }),
  )
})
test('a span ends not before it begins', () => {
  expect(() => wordsOutside(3, 2, [])).toThrow(RangeError)
})
test('a passage without words belongs to those within whose words it stands', () => {
  expect(saidOutside(5, 5, [0, 10])).toBe(false)
  expect(saidOutside(10, 10, [0, 10])).toBe(true)
  expect(saidOutside(0, 0, [0, 10])).toBe(true)
})
test('a passage that reaches one word beyond the interviewer is said outside', () => {
  expect(saidOutside(5, 10, [0, 10])).toBe(false)
  expect(saidOutside(5, 11, [0, 10])).toBe(true)
})
