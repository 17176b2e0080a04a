import { type Span, unionOf } from './units'

/**
 * A text with stretches taken out and the rest laid end to end. `length` is what remains; `to` maps a position of the text
 * into it (positions inside a stretch to where it was taken out); `back` maps a span of what remains to the text, from the
 * first remaining character to behind the last.
 */
export type Cut = {
  readonly length: number
  readonly to: (position: number) => number
  readonly back: (span: Span) => Span
}

/** The text of `length` characters without `out`. */
export function cutOf(length: number, out: readonly Span[]): Cut {
  const spans = unionOf(out.flatMap(({ start, end }) => (end > start ? [{ start, end }] : [])))
  const gone = new Float64Array(spans.length + 1)
  spans.forEach(({ start, end }, i) => {
    gone[i + 1] = (gone[i] ?? 0) + (end - start)
  })
  /** How many stretches satisfy `before`, which holds for the first ones only. */
  const count = (before: (span: Span, index: number) => boolean) => {
    let [low, high] = [0, spans.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const span = spans[middle]
      if (span && before(span, middle)) low = middle + 1
      else high = middle
    }
    return low
  }
  const to = (position: number) => {
    const rank = count((span) => span.start < position)
    const last = spans[rank - 1]
    const inside = last && position < last.end ? last.end - position : 0
    return position - (gone[rank] ?? 0) + inside
  }
  return {
    length: length - (gone[spans.length] ?? 0),
    to,
    back: ({ start, end }) => ({
      start: start + (gone[count((span, i) => span.start - (gone[i] ?? 0) <= start)] ?? 0),
      end: end + (gone[count((span, i) => span.start - (gone[i] ?? 0) < end)] ?? 0),
    }),
  }
}
