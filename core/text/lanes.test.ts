import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lanes, stacked } from './lanes'

describe('lanes', () => {
  it('never hold two spans over one place, and are no more than the fullest place needs', () => {
    const spans = fc
      .array(fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 20 })), { maxLength: 25 })
      .map((pairs) => pairs.map(([start, length], i) => ({ id: `s${i}`, start, end: start + length })))
    fc.assert(
      fc.property(spans, (all) => {
        const lane = lanes(all)
        let fullest = 0
        for (let at = 0; at < 75; at++) {
          const here = all.filter((span) => span.start <= at && at < span.end).map((span) => lane.get(span.id))
          expect(new Set(here).size).toBe(here.length)
          fullest = Math.max(fullest, here.length)
        }
        expect(new Set(lane.values()).size).toBe(fullest)
      }),
    )
  })
})

describe('stacked labels', () => {
  it('stand where they want when there is room and below each other where there is none', () => {
    expect(stacked([0, 0, 5, 100], 16)).toEqual([0, 16, 32, 100])
  })
})
