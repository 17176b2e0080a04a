import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutOf } from './cut'

it('lays what remains end to end, and maps positions there and spans back', () => {
  const cut = cutOf(30, [
    { start: 0, end: 5 },
    { start: 10, end: 20 },
  ])
  expect(cut.length).toBe(15)
  expect([0, 5, 7, 10, 15, 20, 25, 30].map(cut.to)).toEqual([0, 0, 2, 5, 5, 5, 10, 15])
  expect(cut.back({ start: 0, end: 5 })).toEqual({ start: 5, end: 10 })
  expect(cut.back({ start: 5, end: 15 })).toEqual({ start: 20, end: 30 })
  expect(cut.back({ start: 2, end: 8 })).toEqual({ start: 7, end: 23 })
})

it('maps every remaining character to its own place and back, whatever is taken out', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 9 }))
    .map(([start, n]) => ({ start, end: Math.min(40, start + n) }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), (out) => {
      const cut = cutOf(40, out)
      const kept = Array.from({ length: 40 }, (_, i) => i).filter(
        (i) => !out.some(({ start, end }) => start <= i && i < end),
      )
      expect(cut.length).toBe(kept.length)
      expect(kept.map(cut.to)).toEqual(kept.map((_, i) => i))
      kept.forEach((position, i) => {
        expect(cut.back({ start: i, end: i + 1 })).toEqual({ start: position, end: position + 1 })
      })
    }),
  )
})
