/**
 * A place of a code in an interview: [from, to) in the unit that is compared (UTF-16 offsets, words, turns, whole interviews), [start, end) the UTF-16
 * offsets at which it is shown.
 */
export type Place = { readonly from: number; readonly to: number; readonly start: number; readonly end: number }

/** Joins places that overlap, of whomever they are, to stretches that do not; `places` in the order of their beginnings. */
export function stretches(places: readonly Place[]): readonly Place[] {
  const joined: { from: number; to: number; start: number; end: number }[] = []
  for (const { from, to, start, end } of places) {
    const last = joined.at(-1)
    if (last && (from < last.to || from === last.from)) {
      last.to = Math.max(last.to, to)
      last.end = Math.max(last.end, end)
    } else joined.push({ from, to, start, end })
  }
  return joined
}

/**
 * Pairs places of two codes that are at most `apart` units from each other (-1: share one), each place in one pair at most, and as many pairs as there
 * can be. Both lists are in order and neither has places that overlap among themselves.
 */
export function paired(a: readonly Place[], b: readonly Place[], apart: number): readonly (readonly [Place, Place])[] {
  const pairs: (readonly [Place, Place])[] = []
  each(a, b, apart, (one, other) => pairs.push([one, other]))
  return pairs
}

/** How many such pairs there are. */
export function pairs(a: readonly Place[], b: readonly Place[], apart: number): number {
  let count = 0
  each(a, b, apart, () => count++)
  return count
}

// Taking the first two that fit is best: both lists run forwards, so whoever ends first can fit nothing that the other one's followers fit better.
function each(
  a: readonly Place[],
  b: readonly Place[],
  apart: number,
  take: (one: Place, other: Place) => unknown,
): void {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const one = a[i]
    const other = b[j]
    if (!one || !other) return
    if (Math.max(one.from, other.from) - Math.min(one.to, other.to) <= apart) {
      take(one, other)
      i++
      j++
    } else if (one.from < other.from) i++
    else j++
  }
}
