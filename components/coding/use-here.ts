import { useMemo } from 'react'
import type { Mark } from './marks'
import type { Selected } from './transcript-view'

/** The codings of a place, and which codes of them are this person's. */
export function useHere(shown: readonly Mark[], place: Selected, me: string) {
  const { start, end } = place
  const here = useMemo(
    () =>
      shown.filter((mark) =>
        start === end ? mark.start <= start && mark.end >= end : mark.start < end && mark.end > start,
      ),
    [shown, start, end],
  )
  const on = useMemo(() => new Set(here.filter((mark) => mark.coderId === me).map((mark) => mark.codeId)), [here, me])
  return { here, on }
}
