import { type RefObject, useEffect, useRef } from 'react'
import type { Selected, TranscriptView } from './transcript-view'

type Heard = {
  /** What was selected by pointer, or a click on an offset (an empty range) has ended. */
  readonly released: (range: Selected) => void
  /** A double click, which browsers take to end at other places than we. */
  readonly doubled: () => void
  /** A click on the number of a line. */
  readonly numbered: (offset: number) => void
}

/** Hears what a mouse, a finger or a pen did to the text, after the text has taken it in. */
export function usePointer(view: TranscriptView | null, host: RefObject<HTMLElement | null>, heard: Heard): void {
  const latest = useRef(heard)
  latest.current = heard
  useEffect(() => {
    const box = host.current
    if (!view || !box) return
    let down = { x: 0, y: 0 }
    const pressed = (event: PointerEvent) => {
      down = { x: event.clientX, y: event.clientY }
    }
    const clicked = (event: MouseEvent) => {
      const line = event.target instanceof HTMLElement ? event.target.closest('.line') : null
      const index = line ? [...(line.parentElement?.children ?? [])].indexOf(line) : -1
      const said = view.lines[index]
      const gutter = line ? Number.parseFloat(getComputedStyle(line).paddingInlineStart) - 8 : 0
      if (line && said && event.clientX - line.getBoundingClientRect().left < gutter && event.detail === 1) {
        latest.current.numbered(said.said)
        return
      }
      if (event.detail > 1) return
      const at = view.offsetAt(event.clientX, event.clientY)
      const still = Math.hypot(event.clientX - down.x, event.clientY - down.y) < 4
      const before = view.editor.state.selection
      requestAnimationFrame(() => {
        // A click that also brings the focus back leaves the former selection standing. One that a key made since then is not the former.
        const former = view.editor.state.selection === before && !before.empty
        if (still && !event.shiftKey && at !== null && former) view.select({ start: at, end: at })
        const range = view.selected()
        latest.current.released(range.start < range.end || at === null ? range : { start: at, end: at })
      })
    }
    const doubled = () => requestAnimationFrame(() => latest.current.doubled())
    box.addEventListener('pointerdown', pressed)
    box.addEventListener('click', clicked)
    box.addEventListener('dblclick', doubled)
    return () => {
      box.removeEventListener('pointerdown', pressed)
      box.removeEventListener('click', clicked)
      box.removeEventListener('dblclick', doubled)
    }
  }, [view, host])
}
