import type { TranscriptView } from './transcript-view'

/** The lines [first, last] that can be seen in a window on the text, some way above and below it included. Tops are known without laying out what is not seen. */
export function linesIn(view: TranscriptView, scroller: HTMLElement, beyond: number): { first: number; last: number } {
  const { top, bottom } = scroller.getBoundingClientRect()
  const edge = (limit: number): number => {
    let low = 0
    let high = view.lines.length
    while (low < high) {
      const middle = (low + high) >> 1
      const box = view.element(middle)?.getBoundingClientRect()
      if (box && box.bottom < limit) low = middle + 1
      else high = middle
    }
    return low
  }
  const last = Math.max(0, view.lines.length - 1)
  return { first: Math.min(edge(top - beyond), last), last: Math.min(edge(bottom + beyond), last) }
}

/** Scrolls so that an offset stands at a share of the window's height from its top. */
export function scrollTo(view: TranscriptView, scroller: HTMLElement, offset: number, share: number): void {
  // Twice: what comes into sight takes its true height only then.
  for (let pass = 0; pass < 2; pass++) {
    const window = scroller.getBoundingClientRect()
    scroller.scrollTop += view.box(offset).top - window.top - window.height * share
  }
}

/** Scrolls only when an offset is out of sight. */
export function reveal(view: TranscriptView, scroller: HTMLElement, offset: number): void {
  const window = scroller.getBoundingClientRect()
  const box = view.box(offset)
  if (box.top < window.top + 8 || box.bottom > window.bottom - 8) scrollTo(view, scroller, offset, 0.3)
}

/** Where a floating box may stand so that it does not cover a range: under it, above it, or beside it when neither has room. */
export function besideRange(
  view: TranscriptView,
  scroller: HTMLElement,
  sheet: HTMLElement,
  range: { readonly start: number; readonly end: number },
  width: number,
): { top?: number; bottom?: number; left: number; maxHeight: number } {
  const window = scroller.getBoundingClientRect()
  const paper = sheet.getBoundingClientRect()
  const first = view.box(range.start)
  const last = view.box(range.end, -1)
  const below = window.bottom - last.bottom - 12
  const above = first.top - window.top - 12
  const left = Math.min(Math.max(8, last.left - paper.left - 60), paper.width - width - 12)
  if (below >= 380 || (below >= 220 && below >= above))
    return { top: last.bottom - paper.top + 6, left, maxHeight: below }
  if (above >= 220) return { bottom: paper.bottom - first.top + 6, left, maxHeight: above }
  return { top: window.top - paper.top + 8, left: paper.width - width - 12, maxHeight: window.height - 16 }
}
