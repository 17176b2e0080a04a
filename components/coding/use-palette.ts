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
    const style = phone ? {} : besideRange(view, scroller.current, sheet.current, at, WIDTH)
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
