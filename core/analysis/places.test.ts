import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Place, paired, pairs, stretches } from './places'

const place = ([from, to]: readonly [number, number]): Place => ({ from, to, start: from * 5, end: to * 5 })
const places = fc
  .array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 })), { maxLength: 6 })
  .map((list) => stretches(list.map(([from, long]) => place([from, from + long])).sort((a, b) => a.from - b.from)))

test('places that overlap are one stretch, those that only touch are two', () => {
  expect(stretches([place([0, 4]), place([3, 9]), place([9, 10])])).toEqual([place([0, 9]), place([9, 10])])
})
test('a place is in one pair at most: one long passage over three short ones of another code meets it once', () => {
  expect(pairs([place([0, 30])], [place([1, 2]), place([5, 6]), place([9, 12])], -1)).toBe(1)
})
test('so many words between them are still near, one more is not', () => {
  expect(pairs([place([0, 10])], [place([15, 20])], 5)).toBe(1)
  expect(pairs([place([0, 10])], [place([15, 20])], 4)).toBe(0)
})
test('there are as many pairs as any pairing of these places has', () => {
  const most = (a: readonly Place[], b: readonly Place[], apart: number): number => {
    const [one, ...rest] = a
    if (!one) return 0
    const taken = b.flatMap((other, j) =>
      Math.max(one.from, other.from) - Math.min(one.to, other.to) <= apart
        ? [1 + most(rest, b.toSpliced(j, 1), apart)]
        : [],
    )
    return Math.max(most(rest, b, apart), ...taken)
  }
  fc.assert(
    fc.property(places, places, fc.integer({ min: -1, max: 6 }), (a, b, apart) => {
      expect(pairs(a, b, apart)).toBe(most(a, b, apart))
      expect(paired(a, b, apart)).toHaveLength(pairs(b, a, apart))
    }),
  )
})
