import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Code } from '@/core/codebook/code'
import { withDescendants } from '@/core/codebook/path'
import type { Coder } from '@/core/project'
import type { Mark } from './marks'
import type { SlotOf } from './paint'
import type { Tint } from './preferences'
import type { TranscriptView } from './transcript-view'

/** How the codings are painted: what the tint stands for, and the one code in focus before which the rest steps back. */
export function useLook(
  view: TranscriptView | null,
  shown: readonly Mark[],
  codes: ReadonlyMap<string, Code>,
  coders: readonly Coder[],
  tint: Tint,
) {
  const [focus, setFocus] = useState<string | null>(null)
  const painted = useMemo(() => {
    if (focus === null) return shown
    const wanted = withDescendants([...codes.values()], new Set([focus]))
    return shown.filter((mark) => wanted.has(mark.codeId))
  }, [shown, codes, focus])
  // Colours do not change while the screen is open; a stable function lets a new code be painted without painting everything.
  const known = useRef(codes)
  known.current = codes
  const order = useMemo(() => new Map(coders.map((coder, i) => [coder.id, i])), [coders])
  const colourOf = useCallback(
    (mark: Mark): number =>
      tint === 'coder' ? ((order.get(mark.coderId) ?? 0) * 5) % 12 : (known.current.get(mark.codeId)?.colour ?? 0),
    [tint, order],
  )
  const slotOf = useMemo<SlotOf>(() => (tint === 'depth' ? () => null : colourOf), [tint, colourOf])
  useLayoutEffect(() => view?.paint(painted, slotOf), [view, painted, slotOf])
  const toggleFocus = useCallback((codeId: string) => setFocus((before) => (before === codeId ? null : codeId)), [])
  const faint = useCallback((mark: Mark) => focus !== null && !painted.includes(mark), [focus, painted])
  return { focus, faint, toggleFocus, endFocus: useCallback(() => setFocus(null), []), painted, colourOf }
}
