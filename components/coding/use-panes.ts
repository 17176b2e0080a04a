import { useCallback, useEffect, useState } from 'react'

export type Panes = { readonly codebook: boolean; readonly side: boolean }

const NAME = 'interlinear.coding.panes'

/** Which panes stand open, remembered in the browser. */
export function usePanes(): readonly [Panes, (pane: keyof Panes) => void] {
  const [panes, setPanes] = useState<Panes>({ codebook: true, side: true })
  useEffect(() => {
    const kept = localStorage.getItem(NAME)
    if (kept) setPanes({ codebook: kept.includes('codebook'), side: kept.includes('side') })
  }, [])
  const toggle = useCallback(
    (pane: keyof Panes) =>
      setPanes((before) => {
        const next = { ...before, [pane]: !before[pane] }
        localStorage.setItem(NAME, `${next.codebook ? 'codebook ' : ''}${next.side ? 'side' : ''}-`)
        return next
      }),
    [],
  )
  return [panes, toggle]
}
