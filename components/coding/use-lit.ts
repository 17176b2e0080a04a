import { useLayoutEffect } from 'react'
import type { Mark } from './marks'
import type { TranscriptView } from './transcript-view'

/** Lights up the words of one coding, or of none. */
export function useLit(view: TranscriptView | null, lit: Mark | null): void {
  useLayoutEffect(() => view?.choose(lit), [view, lit])
}
