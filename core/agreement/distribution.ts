/** Figures drawn again and again, sorted; how many draws gave none (no variation, no pairable unit). */
export type Distribution = { readonly sorted: Float64Array; readonly undefinedDraws: number }

/** The distribution of drawn figures; NaN stands for a draw without a figure. */
export function distributionOf(draws: Float64Array): Distribution {
  const sorted = draws.filter((draw) => !Number.isNaN(draw)).sort()
  return { sorted, undefinedDraws: draws.length - sorted.length }
}

/** The quantile at `p` (0 to 1) by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996); null without draws. */
export function quantile({ sorted }: Distribution, p: number): number | null {
  if (sorted.length === 0) return null
  const place = (sorted.length - 1) * p
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}

/** A percentile interval: with `level` 0.95, from the 2.5th to the 97.5th percentile. */
export type Interval = { readonly low: number; readonly high: number; readonly level: number }

/** The percentile interval of a distribution; null without draws. */
export function intervalOf(distribution: Distribution, level: number): Interval | null {
  const low = quantile(distribution, (1 - level) / 2)
  const high = quantile(distribution, (1 + level) / 2)
  return low === null || high === null ? null : { low, high, level }
}

/** The standard deviation of the draws (divisor n - 1); null with fewer than two. */
export function deviationOf({ sorted }: Distribution): number | null {
  if (sorted.length < 2) return null
  const mean = sorted.reduce((sum, draw) => sum + draw, 0) / sorted.length
  return Math.sqrt(sorted.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / (sorted.length - 1))
}

/** The share of draws below `threshold`; null without draws. */
export function probabilityBelow({ sorted }: Distribution, threshold: number): number | null {
  if (sorted.length === 0) return null
  let below = 0
  for (const draw of sorted) if (draw < threshold) below++
  return below / sorted.length
}
