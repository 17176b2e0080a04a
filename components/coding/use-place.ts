import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { linesIn, scrollTo } from './geometry'
import type { TranscriptView } from './transcript-view'

type Place = { readonly offset: number; readonly at: number }

const PAUSE = 1200

/** Opens the text at `jump`, else where this person stopped; remembers the place while reading, in the browser at once and on the server at rest. */
export function usePlace(
  view: TranscriptView | null,
  scroller: RefObject<HTMLElement | null>,
  props: {
    readonly owner: string
    readonly place: Place | null
    readonly jump: number | null
    readonly save: (offset: number) => void
  },
): void {
  const name = `interlinear.place.${props.owner}`
  const latest = useRef(props)
  latest.current = props

  useLayoutEffect(() => {
    const box = scroller.current
    if (!view || !box) return
    const { place, jump } = latest.current
    const kept = read(name)
    const newest = kept && (!place || kept.at > place.at) ? kept : place
    if (jump !== null) scrollTo(view, box, jump, 0.3)
    else if (newest && newest.offset > 0) scrollTo(view, box, newest.offset, 0.02)
  }, [view, scroller, name])

  useEffect(() => {
    const box = scroller.current
    if (!view || !box) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let saved = -1
    const here = () => view.lines[linesIn(view, box, -8).first]?.start ?? 0
    const save = () => {
      clearTimeout(timer)
      timer = undefined
      const offset = here()
      if (offset === saved) return
      saved = offset
      try {
        localStorage.setItem(name, JSON.stringify({ offset, at: Date.now() }))
      } catch {
        // The server remembers it too.
      }
      latest.current.save(offset)
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(save, PAUSE)
    }
    const leaving = () => timer !== undefined && save()
    box.addEventListener('scroll', later, { passive: true })
    document.addEventListener('visibilitychange', leaving)
    return () => {
      leaving()
      box.removeEventListener('scroll', later)
      document.removeEventListener('visibilitychange', leaving)
    }
  }, [view, scroller, name])
}

function read(name: string): Place | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('offset' in kept) || !('at' in kept)) return null
    return typeof kept.offset === 'number' && typeof kept.at === 'number' ? { offset: kept.offset, at: kept.at } : null
  } catch {
    return null
  }
}
