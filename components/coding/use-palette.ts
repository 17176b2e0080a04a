import { type CSSProperties, type RefObject, useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import { besideRange } from './geometry'
import type { Selected, TranscriptView } from './transcript-view'

/** The palette as it stands open: with a first letter, for new codings or in place of the codes of `targets`. */
export type OpenPalette = {
  readonly first: string
  readonly targets: readonly string[]
  readonly style: CSSProperties
  readonly key: number
}

const WIDTH = 340

/** Opens the palette beside a passage, at once, so that the letters typed next are the palette's. */
export function usePalette(
  view: TranscriptView | null,
  scroller: RefObject<HTMLElement | null>,
  sheet: RefObject<HTMLElement | null>,
  opening: () => void,
) {
  const [palette, setPalette] = useState<OpenPalette | null>(null)
  const open = (first: string, targets: readonly string[], at: Selected): void => {
    if (!view || !scroller.current || !sheet.current) return
    const phone = window.matchMedia('(max-width: 700px)').matches
    const style = phone
      ? awayFrom(view, scroller.current, at)
      : besideRange(view, scroller.current, sheet.current, at, WIDTH)
    flushSync(() => {
      opening()
      setPalette({ first, targets, style, key: Date.now() })
    })
  }
  const back = useCallback(() => {
    setPalette(null)
    view?.focus()
  }, [view])
  return { palette, open, back }
}

// A phone's palette stands at the foot of the text, or at its head when the passage is at the foot.
function awayFrom(view: TranscriptView, scroller: HTMLElement, at: Selected): CSSProperties {
  const { top, height } = scroller.getBoundingClientRect()
  const middle = (view.box(at.start).top + view.box(at.end, -1).bottom) / 2
  return middle > top + height / 2 ? { insetBlock: `${top + 4}px auto` } : {}
}
