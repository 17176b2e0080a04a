import { chiSquareTail } from './chi-square'
import { fisherExact } from './fisher'

/**
 * Whether something is as frequent in one group as in another. `test`: chi-square, or Fisher's exact where cells are small. `v` is Cramér's V, 0 to 1. `residuals` are adjusted
 * standardised residuals by group: beyond 1.96 in size a group differs from the others together at 5 % if it is asked alone.
 */
export type Association = {
  readonly test: 'chiSquare' | 'fisher'
  /** Pearson's chi-square without continuity correction. */
  readonly statistic: number
  readonly df: number
  readonly p: number
  readonly v: number
  readonly residuals: readonly number[]
  /** Cells are small and there were too many tables for the exact test: p is that of chi-square and rough. */
  readonly rough: boolean
}

/** Why there is no test: fewer than two groups have members, or everybody or nobody has it. */
export type NoAssociation = 'oneGroup' | 'allAlike'

/**
 * Tests the 2 x k table of those who have something (`yes` by group) and those who have not, groups of `of` members. Pearson's chi-square; where an expected count is below 5 in
 * more than a fifth of the cells, or below 1 in any (Cochran 1954, Biometrics 10), Fisher's exact test. V after Cramér (1946), here the square root of chi-square / n; residuals after Haberman
 * (1973, Biometrics 29). Groups without members are left out, with residual 0. Throws RangeError where `yes` is more than its group.
 */
export function association(yes: readonly number[], of: readonly number[]): Association | NoAssociation {
  if (yes.some((n, c) => n < 0 || n > (of[c] ?? 0))) throw new RangeError('more have it than there are')
  const used = of.flatMap((n, c) => (n > 0 ? [c] : []))
  if (used.length < 2) return 'oneGroup'
  const all = used.reduce((sum, c) => sum + (of[c] ?? 0), 0)
  const have = used.reduce((sum, c) => sum + (yes[c] ?? 0), 0)
  if (have === 0 || have === all) return 'allAlike'
  const share = have / all
  const residuals = of.map(() => 0)
  const expected: number[] = []
  let statistic = 0
  for (const c of used) {
    const n = of[c] ?? 0
    const e = n * share
    const difference = (yes[c] ?? 0) - e
    expected.push(e, n - e)
    statistic += difference ** 2 / e + difference ** 2 / (n - e)
    // One group that is everybody else's opposite: its variance is never 0, as there are two at least.
    residuals[c] = difference / Math.sqrt(e * (1 - share) * (1 - n / all))
  }
  const df = used.length - 1
  const small = expected.some((e) => e < 1) || expected.filter((e) => e < 5).length > expected.length / 5
  const exact = small
    ? fisherExact(
        used.map((c) => yes[c] ?? 0),
        used.map((c) => of[c] ?? 0),
      )
    : null
  return {
    test: exact === null ? 'chiSquare' : 'fisher',
    ...{ statistic, df, residuals, v: Math.min(1, Math.sqrt(statistic / all)) },
    p: exact ?? chiSquareTail(statistic, df),
    rough: small && exact === null,
  }
}
