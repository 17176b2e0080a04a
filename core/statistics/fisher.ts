import { logGamma } from './chi-square'

/** More tables than this are not gone through. */
const MOST = 2_000_000

/**
 * The exact two-sided p of a 2 x k table after Fisher, Freeman and Halton: the probability, all margins given, of all tables that are no more probable than the
 * one that was found (Freeman and Halton 1951, Biometrika 38; as R's fisher.test, with its relative tolerance 1e-7). `yes` are the counts of the first row, `of` the columns' totals. Null
 * where there are more than two million tables. Throws RangeError where a count is larger than its column.
 */
export function fisherExact(yes: readonly number[], of: readonly number[]): number | null {
  if (yes.length !== of.length || yes.some((n, c) => n < 0 || n > (of[c] ?? 0)))
    throw new RangeError('a count is larger than its column')
  const row = yes.reduce((a, b) => a + b, 0)
  const all = of.reduce((a, b) => a + b, 0)
  const factorials = Float64Array.from({ length: all + 1 }, (_, n) => logGamma(n + 1))
  const choose = (n: number, k: number) => (factorials[n] ?? 0) - (factorials[k] ?? 0) - (factorials[n - k] ?? 0)
  const whole = choose(all, row)
  const found = yes.reduce((sum, n, c) => sum + choose(of[c] ?? 0, n), 0) - whole
  const limit = found + Math.log(1 + 1e-7)
  // What the columns from c on hold together.
  const behind = of.map((_, c) => of.slice(c).reduce((a, b) => a + b, 0))
  let tables = 0
  let p = 0
  const walk = (c: number, left: number, log: number): boolean => {
    if (c === of.length) {
      tables++
      if (log <= limit) p += Math.exp(log)
      return tables <= MOST
    }
    const size = of[c] ?? 0
    const rest = (behind[c] ?? 0) - size
    for (let n = Math.max(0, left - rest); n <= Math.min(size, left); n++)
      if (!walk(c + 1, left - n, log + choose(size, n))) return false
    return true
  }
  return walk(0, row, -whole) ? Math.min(1, p) : null
}
