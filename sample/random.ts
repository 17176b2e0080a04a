/** A source of chance that gives the same numbers for the same seed on every machine. */
export type Random = {
  /** A number in [0, 1). */
  readonly next: () => number
  /** A whole number from `from` to `to`, both included. */
  readonly int: (from: number, to: number) => number
  /** Whether something of this probability happens. */
  readonly chance: (probability: number) => boolean
  /** One of the values. Throws RangeError when there is none. */
  readonly pick: <T>(values: readonly T[]) => T
  /** The values in another order. */
  readonly shuffled: <T>(values: readonly T[]) => T[]
}

/** A source for a seed and a purpose: purposes do not disturb one another's numbers (FNV-1a, then mulberry32). */
export function random(seed: number, purpose: string): Random {
  let state = hash(`${seed}/${purpose}`)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(values: readonly T[]): T => {
    const value = values[int(0, values.length - 1)]
    if (value === undefined) throw new RangeError('Nothing to pick from')
    return value
  }
  const shuffled = <T>(values: readonly T[]): T[] =>
    values
      .map((value) => ({ value, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ value }) => value)
  return { next, int, chance: (probability) => next() < probability, pick, shuffled }
}

/**
 * `n` values in the proportions of `weights` (largest remainders; ties go to the earlier), in the order of the weights.
 * Throws RangeError when no weight is above 0.
 */
export function apportion<T>(n: number, weights: readonly (readonly [T, number])[]): T[] {
  const sum = weights.reduce((all, [, weight]) => all + weight, 0)
  if (!(sum > 0)) throw new RangeError('No weight is above 0')
  const shares = weights.map(([value, weight], place) => ({ value, place, exact: (n * weight) / sum }))
  const left = n - shares.reduce((all, share) => all + Math.floor(share.exact), 0)
  const lucky = new Set(
    [...shares]
      .sort((a, b) => (b.exact % 1) - (a.exact % 1) || a.place - b.place)
      .slice(0, left)
      .map((share) => share.place),
  )
  return shares.flatMap((share) =>
    Array.from({ length: Math.floor(share.exact) + (lucky.has(share.place) ? 1 : 0) }, () => share.value),
  )
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (const unit of text) value = Math.imul(value ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  return value | 0
}
