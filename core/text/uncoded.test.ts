import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextUncoded } from './uncoded'

const units = [0, 10, 20, 30].map((start) => ({ start, end: start + 8 }))

describe('the next uncoded passage', () => {
  it('is the first behind the place that no coding overlaps, however slightly', () => {
    expect(nextUncoded(units, [{ start: 12, end: 13 }], 1)).toEqual({ start: 20, end: 28 })
    expect(nextUncoded(units, [{ start: 0, end: 21 }], 0)).toEqual({ start: 30, end: 38 })
  })

  it('is the first of all when none is behind, and none when all is coded', () => {
    expect(nextUncoded(units, [{ start: 30, end: 31 }], 25)).toEqual({ start: 0, end: 8 })
    expect(nextUncoded(units, [{ start: 0, end: 40 }], 0)).toBeNull()
  })

  it('agrees with looking at every pair', () => {
    const span = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 })).map(([start, n]) => ({ start, end: start + n }))
    fc.assert(
      fc.property(fc.array(span), fc.nat(40), (spans, after) => {
        const open = units.filter((unit) => spans.every((one) => one.end <= unit.start || one.start >= unit.end))
        expect(nextUncoded(units, spans, after)).toEqual(open.find((unit) => unit.start >= after) ?? open[0] ?? null)
      }),
    )
  })
})
