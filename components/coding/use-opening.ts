import { type RefObject, useEffect, useRef } from 'react'
import type { CodingScreenProps } from './coding-screen-props'
import type { TranscriptView } from './transcript-view'
import type { Desk } from './use-desk'
import { usePlace } from './use-place'

/** Opens the text where the address says, else where this person stopped; what is chosen later does not move it. */
export function useOpening(
  view: TranscriptView | null,
  host: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  props: CodingScreenProps,
  desk: Desk,
  choose: (id: string) => void,
): void {
  const jump = useRef(props.jump)
  const target = jump.current.coding === null ? undefined : desk.marks.get(jump.current.coding)
  usePlace(view, scroller, {
    owner: `${props.me.id}.${props.interview.id}`,
    place: props.place,
    jump: target?.start ?? jump.current.at,
    save: props.savePlace,
  })
  const latest = useRef(choose)
  latest.current = choose
  useEffect(() => {
    if (!view) return
    // Who has clicked into the text already keeps the caret where it is.
    if (!host.current?.contains(document.activeElement)) view.focus()
    const to = jump.current
    if (to.coding !== null) latest.current(to.coding)
    else if (to.at !== null) view.select({ start: to.at, end: to.at })
    jump.current = { at: null, coding: null }
  }, [view, host])
}
