import fc from 'fast-check'
import { expect, test } from 'vitest'
import { offsetsOfCodePoints } from './code-points'

test('the same stretch is found by code points as by UTF-16 offsets, in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(40), fc.nat(40), (text, a, b) => {
      const points = [...text]
      const at = offsetsOfCodePoints(text)
      const [start, end] = [at(a), at(b)]
      expect(start === null).toBe(a > points.length)
      if (start === null || end === null || b < a) return
      expect(text.slice(start, end)).toBe(points.slice(a, b).join(''))
    }),
  )
})

test('a place before the text or after its end is none', () => {
  for (const text of ['milk', 'm🥛lk'])
    expect([-1, 4, 5].map(offsetsOfCodePoints(text))).toEqual([null, text.length, null])
})
