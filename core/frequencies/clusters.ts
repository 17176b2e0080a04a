/** A passage as it is compared with others of the same code in the same interview: [start, end) in any one unit, and who marked it. */
export type Marked = { readonly start: number; readonly end: number; readonly coder: number }

/**
 * How many codings of one code in one interview there are when each coder's view of a passage counts once. Passages that overlap, directly
 * or through others, form a stretch; a stretch counts as many as the coder who marked most in it. So the same passage marked by three
 * coders is one; one coder's own two overlapping codings stay two; and the number is never below that of any coder alone nor above the sum.
 */
export function clusters(passages: readonly Marked[]): number {
  if (passages.length < 2) return passages.length
  const order = passages.toSorted((a, b) => a.start - b.start)
  let total = 0
  let reach = Number.NEGATIVE_INFINITY
  let most = 0
  let perCoder = new Map<number, number>()
  for (const passage of order) {
    if (passage.start >= reach) {
      total += most
      most = 0
      perCoder = new Map()
    }
    const count = (perCoder.get(passage.coder) ?? 0) + 1
    perCoder.set(passage.coder, count)
    most = Math.max(most, count)
    reach = Math.max(reach, passage.end)
  }
  return total + most
}
