import type { Range } from './sentences'

/**
 * The first of `units` (ascending, disjoint, half-open ranges of UTF-16 offsets) that begins at or behind `after` and that none of `spans`
 * overlaps; when there is none behind, the first of all such; null when every unit is overlapped.
 */
export function nextUncoded(units: readonly Range[], spans: readonly Range[], after: number): Range | null {
  const byStart = [...spans].sort((a, b) => a.start - b.start)
  let next = 0
  let covered = Number.NEGATIVE_INFINITY
  let first: Range | null = null
  for (const unit of units) {
    for (let span = byStart[next]; span && span.start < unit.end; span = byStart[++next])
      covered = Math.max(covered, span.end)
    if (covered > unit.start) continue
    if (unit.start >= after) return unit
    first ??= unit
  }
  return first
}
