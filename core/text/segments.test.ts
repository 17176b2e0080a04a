import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Span, segments } from './segments'

const spans = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 25 })), { maxLength: 25 })
  .map((pairs): Span[] => pairs.map(([start, length], i) => ({ id: `s${i}`, start, end: start + length })))

const over = (all: readonly Span[], at: number) =>
  all
    .filter((span) => span.start <= at && at < span.end)
    .map((span) => span.id)
    .sort()

describe('segments', () => {
  it('names over every offset exactly the spans that lie there', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const cut = segments(all)
        for (let at = 0; at < 90; at++) {
          const here = cut.filter((segment) => segment.start <= at && at < segment.end)
          expect(here.length).toBeLessThanOrEqual(1)
          expect([...(here[0]?.ids ?? [])].sort()).toEqual(over(all, at))
        }
      }),
    )
  })

  it('are disjoint, ascending, never empty, and never cut without need', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const cut = segments(all)
        cut.forEach((segment, i) => {
          expect(segment.end).toBeGreaterThan(segment.start)
          expect(segment.ids.length).toBeGreaterThan(0)
          const before = cut[i - 1]
          if (!before) return
          expect(segment.start).toBeGreaterThanOrEqual(before.end)
          if (segment.start === before.end) expect([...segment.ids].sort()).not.toEqual([...before.ids].sort())
        })
      }),
    )
  })

  it('of a window are those of the whole, cut at its ends', () => {
    fc.assert(
      fc.property(spans, fc.nat(60), fc.nat(40), (all, from, length) => {
        const to = from + length
        const whole = segments(all)
          .filter((s) => s.start < to && s.end > from)
          .map((s) => ({ ...s, start: Math.max(s.start, from), end: Math.min(s.end, to) }))
        expect(segments(all, from, to)).toEqual(length ? whole : [])
      }),
    )
  })

  it('put the outer span before the inner one', () => {
    const cut = segments([
      { id: 'inner', start: 2, end: 4 },
      { id: 'outer', start: 0, end: 9 },
    ])
    expect(cut).toEqual([
      { start: 0, end: 2, ids: ['outer'] },
      { start: 2, end: 4, ids: ['outer', 'inner'] },
      { start: 4, end: 9, ids: ['outer'] },
    ])
  })

  it('refuse a span that ends before it starts', () => {
    expect(() => segments([{ id: 'x', start: 4, end: 3 }])).toThrow(RangeError)
  })
})
