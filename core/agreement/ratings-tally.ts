import type { Ratings } from './study'

/**
 * Where the sums of a ratings tally lie, for q categories and m coders. With n_uk the coders who gave unit u category k and
 * r_u their number (measures.md, section 0): `pairable` units with r_u >= 2, `agreement` the sum over them of
 * P_u = sum_k n_uk (n_uk - 1) / (r_u (r_u - 1)), `unanimous` those where all agree, `valued` units with r_u >= 1;
 * from `shares` n_uk / r_u by category over valued units; from `matches` sum n_uk (n_uk - 1) / (r_u - 1) and from `totals`
 * sum n_uk by category over pairable units; from `byCoder` the values each coder gave, coder after coder; from `pairs`, for
 * each pair of coders, units both valued, units where they agree, and the two margins over those units.
 */
export type RatingsLayout = {
  readonly q: number
  readonly m: number
  readonly shares: number
  readonly matches: number
  readonly totals: number
  readonly byCoder: number
  readonly pairs: number
  readonly pairSize: number
  readonly size: number
}

/** Index of the number of pairable units in a ratings tally. */
export const PAIRABLE = 0
/** Index of the sum of P_u in a ratings tally. */
export const AGREEMENT = 1
/** Index of the number of unanimous pairable units in a ratings tally. */
export const UNANIMOUS = 2
/** Index of the number of units with at least one value in a ratings tally. */
export const VALUED = 3

/** The layout of the tallies of a study. An anonymous study has no sums by coder or pair. */
export function ratingsLayout(study: Ratings): RatingsLayout {
  const q = study.categories.length
  const m = study.coders.length
  const named = study.anonymous ? 0 : 1
  const byCoder = 4 + 3 * q
  const pairs = byCoder + named * m * q
  const pairSize = 2 + 2 * q
  return {
    q,
    m,
    shares: 4,
    matches: 4 + q,
    totals: 4 + 2 * q,
    byCoder,
    pairs,
    pairSize,
    size: pairs + ((named * m * (m - 1)) / 2) * pairSize,
  }
}

const cache = new WeakMap<Ratings, readonly Float64Array[]>()

/** One tally for each interview of the study, in its order. The sum of tallies is the tally of the sum of the interviews. */
export function ratingsTallies(study: Ratings): readonly Float64Array[] {
  const known = cache.get(study)
  if (known) return known
  const layout = ratingsLayout(study)
  const tallies = study.interviews.map(() => new Float64Array(layout.size))
  const present = new Int32Array(layout.m)
  const counts = new Int32Array(layout.q)
  for (let row = 0; row < study.weights.length; row++) {
    const tally = tallies[study.interviewOf[row] ?? 0]
    if (tally) addRow(tally, study, layout, row, present, counts)
  }
  cache.set(study, tallies)
  return tallies
}

function addRow(
  tally: Float64Array,
  study: Ratings,
  layout: RatingsLayout,
  row: number,
  present: Int32Array,
  counts: Int32Array,
) {
  const { values } = study
  const { q, m } = layout
  const weight = study.weights[row] ?? 0
  const base = row * m
  let r = 0
  for (let coder = 0; coder < m; coder++) {
    const value = values[base + coder] ?? -1
    if (value < 0) continue
    counts[value] = (counts[value] ?? 0) + 1
    present[r++] = coder
  }
  if (r === 0) return
  add(tally, VALUED, weight)
  let matches = 0
  for (let i = 0; i < r; i++) {
    const value = values[base + (present[i] ?? 0)] ?? 0
    const n = counts[value] ?? 0
    matches += n - 1
    add(tally, layout.shares + value, weight / r)
    if (r > 1) {
      add(tally, layout.totals + value, weight)
      add(tally, layout.matches + value, (weight * (n - 1)) / (r - 1))
    }
  }
  if (r > 1) {
    add(tally, PAIRABLE, weight)
    add(tally, AGREEMENT, (weight * matches) / (r * (r - 1)))
    if (matches === r * (r - 1)) add(tally, UNANIMOUS, weight)
  }
  if (!study.anonymous) {
    for (let i = 0; i < r; i++) {
      const a = present[i] ?? 0
      const valueA = values[base + a] ?? 0
      add(tally, layout.byCoder + a * q + valueA, weight)
      for (let j = i + 1; j < r; j++) {
        const b = present[j] ?? 0
        const valueB = values[base + b] ?? 0
        const at = layout.pairs + pairIndex(a, b, m) * layout.pairSize
        add(tally, at, weight)
        if (valueA === valueB) add(tally, at + 1, weight)
        add(tally, at + 2 + valueA, weight)
        add(tally, at + 2 + q + valueB, weight)
      }
    }
  }
  for (let i = 0; i < r; i++) counts[values[base + (present[i] ?? 0)] ?? 0] = 0
}

function add(tally: Float64Array, index: number, amount: number) {
  tally[index] = (tally[index] ?? 0) + amount
}

/** The rank of the pair of coders (a, b), a < b, among the pairs of m coders in the order (0,1), (0,2), ..., (1,2), ... */
export function pairIndex(a: number, b: number, m: number): number {
  return a * m - (a * (a + 1)) / 2 + (b - a - 1)
}

/** The element-wise sum of tallies; `times` says how often each is taken (once when absent). */
export function summed(tallies: readonly Float64Array[], times: Int32Array | null = null): Float64Array {
  const sum = new Float64Array(tallies[0]?.length ?? 0)
  tallies.forEach((tally, index) => {
    const factor = times ? (times[index] ?? 0) : 1
    if (factor === 0) return
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + factor * (tally[i] ?? 0)
  })
  return sum
}

/** The part of a tally that begins at `start` and is `length` long, as a view. */
export function part(tally: Float64Array, start: number, length: number): Float64Array {
  return tally.subarray(start, start + length)
}

/** The sum of the numbers. */
export function total(numbers: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < numbers.length; i++) sum += numbers[i] ?? 0
  return sum
}

/** The number at an index of a tally; 0 beyond its end. */
export function at(tally: ArrayLike<number>, index: number): number {
  return tally[index] ?? 0
}

/** pi_k: the mean over units with a value of the share of their values that are k (Gwet 2014, for missing values). */
export function prevalences(tally: Float64Array, study: Ratings): Float64Array {
  const { q, shares } = ratingsLayout(study)
  return part(tally, shares, q).map((sum) => sum / at(tally, VALUED))
}
