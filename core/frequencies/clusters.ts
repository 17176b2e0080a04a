/** Passages of one code in one interview: [start, end) in any one unit and who marked them, by index. */
export type Marks = {
  readonly start: ArrayLike<number>
  readonly end: ArrayLike<number>
  readonly coder: ArrayLike<number>
}

/**
 * How many codings of one code in one interview there are when each coder's view of a passage counts once. Passages that overlap, directly
 * or through others, form a stretch; a stretch counts as many as the coder who marked most in it. So the same passage marked by three
 * coders is one; one coder's own two overlapping codings stay two; and the number is never below that of any coder alone nor above the sum.
 * `passages` are indices into the marks, in the order of their beginnings.
 */
export function clusters(passages: readonly number[], { start, end, coder }: Marks): number {
  let total = 0
  let reach = Number.NEGATIVE_INFINITY
  let most = 0
  let perCoder = new Map<number, number>()
  for (const p of passages) {
    if ((start[p] ?? 0) >= reach) {
      total += most
      most = 0
      perCoder = new Map()
    }
    const who = coder[p] ?? -1
    const count = (perCoder.get(who) ?? 0) + 1
    perCoder.set(who, count)
    most = Math.max(most, count)
    reach = Math.max(reach, end[p] ?? 0)
  }
  return total + most
}
