import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adjusted } from './adjust'
import { association } from './association'
import { chiSquareTail, logGamma } from './chi-square'
import { fisherExact } from './fisher'

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))

test('the gamma function is the factorial at whole numbers and the root of pi at a half', () => {
  for (let n = 1; n < 20; n++) expect(logGamma(n + 1)).toBeCloseTo(Math.log(factorial(n)), 11)
  expect(Math.exp(logGamma(0.5)) ** 2).toBeCloseTo(Math.PI, 12)
})

describe('chi-square', () => {
  test('has the critical values of the printed tables', () => {
    for (const [value, df] of [
      [3.841458820694124, 1],
      [5.991464547107979, 2],
      [11.07049769351635, 5],
      [31.41043284423092, 20],
    ] as const)
      expect(chiSquareTail(value, df)).toBeCloseTo(0.05, 10)
    // Of two degrees of freedom it is known in full: exp(-x / 2).
    for (const x of [0.1, 1, 4, 30, 200]) expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 10)
  })
  test('of party by gender (Agresti 2007, table 2.5; R 4 chisq.test, help page) is 30.07 with p = 2.954e-07 and these residuals', () => {
    const found = association([762, 327, 468], [762 + 484, 327 + 239, 468 + 477])
    if (typeof found === 'string') throw new Error(found)
    expect(found).toMatchObject({ test: 'chiSquare', df: 2, rough: false })
    expect(found.statistic).toBeCloseTo(30.07015, 4)
    expect(found.p).toBeCloseTo(2.954e-7, 10)
    expect(found.residuals.map((one) => one.toFixed(3))).toEqual(['4.502', '0.699', '-5.316'])
    expect(found.v).toBeCloseTo(Math.sqrt(30.07015 / 2757), 6)
  })
})

describe("Fisher's exact test", () => {
  test('of the lady tasting tea and of the twins of convicts has the p of R 4 fisher.test (help page)', () => {
    expect(fisherExact([3, 1], [4, 4])).toBeCloseTo(0.4857142857, 9)
    expect(fisherExact([2, 15], [12, 18])).toBeCloseTo(0.0005367, 7)
  })
  test('is the sum over all tables that are no more probable, found by going through them', () => {
    const column = fc
      .integer({ min: 0, max: 7 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
    fc.assert(
      fc.property(fc.array(column, { minLength: 2, maxLength: 4 }), (columns) => {
        const [yes, of] = [columns.map(([n]) => n), columns.map(([, n]) => n)]
        const choose = (n: number, k: number) => factorial(n) / factorial(k) / factorial(n - k)
        const weight = (counts: readonly number[]) => counts.reduce((all, n, c) => all * choose(of[c] ?? 0, n), 1)
        const tables = of.reduce<number[][]>(
          (all, n) => all.flatMap((one) => Array.from({ length: n + 1 }, (_, k) => [...one, k])),
          [[]],
        )
        const row = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0)
        const same = tables.filter((one) => row(one) === row(yes)).map(weight)
        const whole = same.reduce((a, b) => a + b, 0)
        const extreme = same.filter((one) => one <= weight(yes) * (1 + 1e-7)).reduce((a, b) => a + b, 0)
        expect(fisherExact(yes, of)).toBeCloseTo(extreme / whole, 9)
      }),
    )
  })
  test('gives no figure when there are too many tables', () => {
    expect(fisherExact([30, 30, 30, 30, 30, 30], [60, 60, 60, 60, 60, 60])).toBeNull()
    expect(() => fisherExact([3], [2])).toThrow(RangeError)
  })
})

describe('what is tested', () => {
  test('small cells are tested exactly', () => {
    expect(association([3, 1], [4, 4])).toMatchObject({ test: 'fisher' })
  })
  test('there is no test for one group, or where all are alike, and the reason is said', () => {
    expect(association([3, 0], [4, 0])).toBe('oneGroup')
    expect(association([4, 6], [4, 6])).toBe('allAlike')
    expect(association([0, 0], [4, 6])).toBe('allAlike')
    expect(() => association([5], [4])).toThrow(RangeError)
  })
  test('the order of groups changes nothing, and of two groups the residuals are opposite and square to chi-square', () => {
    const column = fc
      .integer({ min: 1, max: 40 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
    fc.assert(
      fc.property(fc.tuple(column, column), ([a, b]) => {
        const one = association([a[0], b[0]], [a[1], b[1]])
        const other = association([b[0], a[0]], [b[1], a[1]])
        if (typeof one === 'string' || typeof other === 'string') {
          expect(one).toBe(other)
          return
        }
        expect(one.p).toBeCloseTo(other.p, 9)
        expect((one.residuals[0] ?? 0) + (one.residuals[1] ?? 0)).toBeCloseTo(0, 9)
        expect((one.residuals[0] ?? 0) ** 2).toBeCloseTo(one.statistic, 8)
      }),
    )
  })
})

test('p values of many tests are corrected as R 4 p.adjust does', () => {
  expect(adjusted([0.01, 0.02, 0.03, 0.04], 'bh')).toEqual([0.04, 0.04, 0.04, 0.04])
  expect(adjusted([0.04, 0.01, 0.03, 0.02], 'holm').map((p) => p.toFixed(2))).toEqual(['0.06', '0.04', '0.06', '0.06'])
  expect(adjusted([0.9, 0.8], 'holm')).toEqual([1, 1])
  expect(adjusted([], 'bh')).toEqual([])
})
