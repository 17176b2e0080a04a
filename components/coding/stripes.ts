import { stacked } from '@/core/text/lanes'
import { linesIn } from './geometry'
import { inOrder, type Mark } from './marks'
import type { TranscriptView } from './transcript-view'

/** A coding in the margin, in pixels from the top of the sheet; `label` is where its name stands, null where it does not begin in sight. */
export type Stripe = {
  readonly mark: Mark
  readonly lane: number
  readonly top: number
  readonly height: number
  readonly label: number | null
}

/** The width of a lane of stripes, and the height of a name, in pixels. */
export const LANE = 7
export const LABEL = 17
/** The lanes that are told apart; what lies over more is drawn in one lane more. */
export const MOST_LANES = 12
const BEYOND = 400

/** The initials of a name. */
export function initials(name: string): string {
  return Array.from(name.matchAll(/(?:^|\s)(\p{L})/gu), (match) => match[1]).join('')
}

/** The stripes of the codings in sight and a little beyond, their names one under another. */
export function stripesOf(
  view: TranscriptView,
  scroller: HTMLElement,
  sheet: HTMLElement,
  marks: readonly Mark[],
  laneOf: (id: string) => number,
): readonly Stripe[] {
  const { first, last } = linesIn(view, scroller, BEYOND)
  const from = view.lines[first]
  const to = view.lines[last]
  if (!from || !to) return []
  const zero = sheet.getBoundingClientRect().top
  const seen = inOrder(marks.filter((mark) => mark.start < to.end && mark.end > from.start))
  const placed = seen.map((mark) => {
    const begins = mark.start >= from.start
    const top = view.box(begins ? mark.start : from.start).top - zero + 3
    const bottom = view.box(Math.min(mark.end, to.end), -1).bottom - zero - 3
    return { mark, lane: laneOf(mark.id), top, height: Math.max(8, bottom - top), begins }
  })
  const tops = stacked(
    placed.filter((stripe) => stripe.begins).map((stripe) => stripe.top),
    LABEL,
  )
  let next = 0
  return placed.map(({ begins, ...stripe }) => ({ ...stripe, label: begins ? (tops[next++] ?? null) : null }))
}
