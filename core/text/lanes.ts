import { outerFirst, type Span } from './segments'

/**
 * A lane from 0 for every span, so that no two spans in one lane overlap: how stripes stand beside each other in a margin. The outer span gets
 * the lower lane, and a lane is used again as soon as it is free, so there are as many lanes as spans lie over the fullest place.
 */
export function lanes(spans: readonly Span[]): ReadonlyMap<string, number> {
  const ends: number[] = []
  const found = new Map<string, number>()
  for (const span of [...spans].sort(outerFirst)) {
    const free = ends.findIndex((end) => end <= span.start)
    const lane = free < 0 ? ends.length : free
    ends[lane] = span.end
    found.set(span.id, lane)
  }
  return found
}

/**
 * Tops for labels of one height that want to stand at `wanted` (ascending): each as near below its wish as the ones above it let it, none over
 * another. In the unit of `wanted`.
 */
export function stacked(wanted: readonly number[], height: number): number[] {
  let free = Number.NEGATIVE_INFINITY
  return wanted.map((top) => {
    const at = Math.max(top, free)
    free = at + height
    return at
  })
}
