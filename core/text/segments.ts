/** A range [start, end) of UTF-16 offsets that somebody named. */
export type Span = { readonly id: string; readonly start: number; readonly end: number }

/** A range [start, end) throughout which the same spans lie; `ids` from the outermost to the innermost, never empty. */
export type Segment = { readonly start: number; readonly end: number; readonly ids: readonly string[] }

/**
 * Cuts overlapping spans into disjoint segments in ascending order, each as long as the set of spans over it stays the same. Only what lies
 * in [from, to) is returned, cut at its ends. Spans without extent have no segment. Throws RangeError for a span that ends before it starts.
 */
export function segments(spans: readonly Span[], from = 0, to = Number.POSITIVE_INFINITY): Segment[] {
  const inside: Span[] = []
  for (const span of spans) {
    if (span.end < span.start) throw new RangeError(`span ${span.id} ends before it starts`)
    if (span.end > span.start && span.start < to && span.end > from) inside.push(span)
  }
  inside.sort(outerFirst)
  const cuts = cutsOf(inside, from, to)
  const found: Segment[] = []
  let open: Span[] = []
  let next = 0
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i] ?? 0
    const end = cuts[i + 1] ?? 0
    open = open.filter((span) => span.end > start)
    for (let span = inside[next]; span && span.start <= start; span = inside[++next]) open.push(span)
    if (open.length) found.push({ start, end, ids: open.map((span) => span.id) })
  }
  return found
}

/** The order in which spans contain each other: earlier start first, then the longer one, then by id. */
export function outerFirst(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

function cutsOf(spans: readonly Span[], from: number, to: number): number[] {
  const cuts = new Set<number>()
  for (const span of spans) {
    cuts.add(Math.max(span.start, from))
    cuts.add(Math.min(span.end, to))
  }
  return [...cuts].sort((a, b) => a - b)
}
