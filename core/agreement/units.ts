import type { Overlap } from './result'
import type { Continuum, Segment } from './study'

/** A stretch of text, `start` included, `end` not. */
export type Span = { readonly start: number; readonly end: number }

/**
 * The units of one coder: segments of the same value that share a character are one unit, those that only touch stay two.
 * The result is ordered by start.
 */
export function unitsOf(segments: readonly Segment[]): Segment[] {
  const open = new Map<number, number>()
  const units: Segment[] = []
  let ordered = true
  for (const segment of segments) {
    const last = open.get(segment.value)
    const unit = last === undefined ? undefined : units[last]
    if (unit && last !== undefined && segment.start < unit.end) {
      if (segment.end > unit.end) units[last] = { ...unit, end: segment.end }
      continue
    }
    if (segment.start < (units[units.length - 1]?.start ?? segment.start)) ordered = false
    open.set(segment.value, units.push(segment) - 1)
  }
  return ordered ? units : units.sort((a, b) => a.start - b.start)
}

/** The stretches of 0..length that the units do not cover; the units must be ordered and may not overlap. */
export function gapsOf(units: readonly Span[], length: number): Span[] {
  const gaps: Span[] = []
  let from = 0
  for (const unit of units) {
    if (unit.start > from) gaps.push({ start: from, end: unit.start })
    from = unit.end
  }
  if (length > from) gaps.push({ start: from, end: length })
  return gaps
}

/** Where one coder put two different values on the same text; empty when the values exclude each other as they should. */
export function overlapsIn(
  document: Continuum,
  values: readonly string[],
  units: readonly (readonly Segment[])[],
): Overlap[] {
  return units.flatMap((own, rank) => {
    const overlaps: Overlap[] = []
    let open: Segment[] = []
    for (const unit of own) {
      open = open.filter((other) => other.end > unit.start)
      for (const other of open) {
        overlaps.push({
          interview: document.id,
          coder: document.coders[rank] ?? '',
          start: unit.start,
          end: Math.min(unit.end, other.end),
          values: [values[other.value] ?? '', values[unit.value] ?? ''],
        })
      }
      open.push(unit)
    }
    return overlaps
  })
}

/** The length two ordered lists of spans have in common; spans of one list may not overlap each other. */
export function commonLength(a: readonly Span[], b: readonly Span[]): number {
  let [i, j, common] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const x = a[i]
    const y = b[j]
    if (!x || !y) break
    common += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))
    if (x.end < y.end) i++
    else j++
  }
  return common
}

/** The union of spans: ordered, disjoint, touching ones joined. */
export function unionOf(spans: readonly Span[]): Span[] {
  const union: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = union[union.length - 1]
    if (last && span.start <= last.end)
      union[union.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else union.push({ start: span.start, end: span.end })
  }
  return union
}

/** The length of all spans together. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0)
}

/**
 * Cuts 0..length at every boundary of any coder's units and calls `visit` with each piece and the value each coder gave it,
 * -1 for a gap. Units of one coder may not overlap. `held` is each coder's rank of the unit the piece lies in, or -1. The
 * arrays are used again: nothing of them may be kept. Costs grow with the units, not with the length.
 */
export function eachPiece(
  length: number,
  units: readonly (readonly Segment[])[],
  visit: (start: number, end: number, values: Int32Array, held: Int32Array) => void,
): void {
  const m = units.length
  const next = new Int32Array(m)
  const values = new Int32Array(m)
  const held = new Int32Array(m)
  let from = 0
  while (from < length) {
    let to = length
    for (let coder = 0; coder < m; coder++) {
      const own = units[coder]
      let rank = next[coder] ?? 0
      let unit = own?.[rank]
      if (unit && unit.end <= from) {
        rank = (next[coder] ?? 0) + 1
        next[coder] = rank
        unit = own?.[rank]
      }
      const inside = unit !== undefined && unit.start <= from
      values[coder] = inside && unit ? unit.value : -1
      held[coder] = inside ? rank : -1
      const boundary = unit === undefined ? length : inside ? unit.end : unit.start
      if (boundary < to) to = boundary
    }
    visit(from, to, values, held)
    from = to
  }
}
