import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bestAlignment } from './alignment'
import { cheapestAssignment } from './assignment'
import { dissimilarity, type GammaWeights } from './disorder'
import type { Segment } from './study'

const unit = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 2 }))
  .map(([start, length, value]): Segment => ({ start, end: start + length, value }))
const weights = fc.constantFrom<GammaWeights>(
  { alpha: 1, beta: 1, deltaEmpty: 1 },
  { alpha: 3, beta: 2, deltaEmpty: 1 },
)

/** The least disorder by trying every partition of the units. */
function leastDisorder(coders: readonly (readonly Segment[])[], weights: GammaWeights): number {
  const m = coders.length
  const pairs = (m * (m - 1)) / 2
  const all = coders.flatMap((own, coder) => own.map((unit) => ({ coder, unit })))
  const costOf = (members: typeof all) => {
    let sum = 0
    members.forEach((a, i) => {
      for (const b of members.slice(i + 1)) sum += dissimilarity(a.unit, b.unit, weights)
    })
    return (sum + (pairs - (members.length * (members.length - 1)) / 2) * weights.deltaEmpty) / pairs
  }
  const place = (rest: typeof all, groups: (typeof all)[]): number => {
    const [next, ...later] = rest
    if (!next) return groups.reduce((sum, members) => sum + costOf(members), 0)
    let least = place(later, [...groups, [next]])
    groups.forEach((members, i) => {
      if (members.some(({ coder }) => coder === next.coder)) return
      least = Math.min(least, place(later, groups.with(i, [...members, next])))
    })
    return least
  }
  return place(all, [])
}

it('finds the least disorder there is, and every unit is in exactly one unitary alignment', () => {
  const coders = fc
    .integer({ min: 2, max: 4 })
    .chain((m) => fc.array(fc.array(unit, { maxLength: m > 2 ? 2 : 3 }), { minLength: m, maxLength: m }))
  fc.assert(
    fc.property(coders, weights, (some, how) => {
      const best = bestAlignment(some, how)
      expect(best.exact).toBe(true)
      expect(best.disorder).toBeCloseTo(leastDisorder(some, how), 9)
      const aligned = best.unitary
        .flat()
        .map(({ coder, unit }) => JSON.stringify([coder, unit]))
        .sort()
      expect(aligned).toEqual(some.flatMap((own, coder) => own.map((one) => JSON.stringify([coder, one]))).sort())
    }),
    { numRuns: 60 },
  )
})

it('the cheapest assignment is as cheap as any other', () => {
  const square = fc.integer({ min: 1, max: 4 }).chain((n) => {
    const row = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n })
    return fc.array(row, { minLength: n, maxLength: n })
  })
  fc.assert(
    fc.property(square, (costs) => {
      const at = (row: number, column: number) => costs[row]?.[column] ?? 0
      const found = [...cheapestAssignment(costs.length, costs.length, at)]
      expect(new Set(found).size).toBe(costs.length)
      const orders = (rest: readonly number[]): number[][] =>
        rest.length === 0
          ? [[]]
          : rest.flatMap((x) => orders(rest.filter((y) => y !== x)).map((order) => [x, ...order]))
      const costOf = (order: readonly number[]) => order.reduce((sum, column, row) => sum + at(row, column), 0)
      expect(costOf(found)).toBe(Math.min(...orders([...costs.keys()]).map(costOf)))
    }),
  )
})
