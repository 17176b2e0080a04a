import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lines } from '@/core/text/lines'
import { positions } from './positions'

describe('positions', () => {
  it('lead from every place in a line to the document and back', () => {
    const texts = fc.string({ unit: fc.constantFrom('а', 'b', '\n', ' ', '😀'), maxLength: 80 })
    fc.assert(
      fc.property(texts, (text) => {
        const all = lines(text, [])
        const { toPos, toOffset } = positions(all)
        let last = 0
        for (const line of all)
          for (let offset = line.start; offset <= line.end; offset++) {
            expect(toOffset(toPos(offset))).toBe(offset)
            expect(toPos(offset)).toBeGreaterThan(last)
            last = toPos(offset)
          }
      }),
    )
  })

  it('put what lies between two lines at the end of the earlier one', () => {
    const { toPos, toOffset } = positions([
      { start: 0, end: 3 },
      { start: 5, end: 8 },
    ])
    expect([0, 3, 4, 5, 8, 99].map(toPos)).toEqual([1, 4, 4, 6, 9, 9])
    expect([0, 1, 4, 5, 6].map(toOffset)).toEqual([0, 0, 3, 3, 5])
  })
})
