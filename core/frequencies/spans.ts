/**
 * How many of the words [from, to) lie outside the half-open ranges of `holes` (flat, in order, not overlapping).
 * Throws RangeError when `to` is before `from`.
 */
export function wordsOutside(from: number, to: number, holes: readonly number[]): number {
  if (to < from) throw new RangeError(`a span ends before it begins: [${from}, ${to})`)
  let inside = 0
  for (let i = firstHole(holes, from); i < holes.length; i += 2) {
    const holeFrom = holes[i] ?? 0
    if (holeFrom >= to) break
    inside += Math.max(0, Math.min(to, holes[i + 1] ?? 0) - Math.max(from, holeFrom))
  }
  return to - from - inside
}

/**
 * Whether something is said in [from, to) outside the interviewer's ranges. A passage without a word (dots, a dash) counts as said by the
 * one within whose words it stands.
 */
export function saidOutside(from: number, to: number, holes: readonly number[]): boolean {
  if (to > from) return wordsOutside(from, to, holes) > 0
  const i = firstHole(holes, from)
  return !(i < holes.length && (holes[i] ?? 0) < from && from < (holes[i + 1] ?? 0))
}

/** How many words the union of half-open spans covers outside `holes`. `spans` is flat, in the order of their beginnings. */
export function unionOutside(spans: readonly number[], holes: readonly number[]): number {
  let words = 0
  let from = 0
  let to = 0
  for (let i = 0; i < spans.length; i += 2) {
    const nextFrom = spans[i] ?? 0
    const nextTo = spans[i + 1] ?? 0
    if (nextFrom > to) {
      words += wordsOutside(from, to, holes)
      from = nextFrom
      to = nextTo
    } else if (nextTo > to) to = nextTo
  }
  return words + wordsOutside(from, to, holes)
}

function firstHole(holes: readonly number[], from: number): number {
  let low = 0
  let high = holes.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((holes[middle * 2 + 1] ?? 0) <= from) low = middle + 1
    else high = middle
  }
  return low * 2
}
