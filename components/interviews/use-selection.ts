'use client'

import { useRef, useState } from 'react'
import type { Interview } from '@/core/interviews/interview'

/** Which of the rows shown are selected; rows that a filter hides are not. */
export function useSelection(rows: readonly Interview[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const anchor = useRef<number | null>(null)
  const between = (a: number, b: number) =>
    rows.slice(Math.min(a, b), Math.max(a, b) + 1).map((interview) => interview.id)
  return {
    ids: new Set(rows.filter((row) => chosen.has(row.id)).map((row) => row.id)),
    /** Turns one row; with `range` everything from the row last turned joins. */
    toggle: (index: number, range: boolean) => {
      const id = rows[index]?.id
      if (id === undefined) return
      const next = new Set(chosen)
      if (range && anchor.current !== null) for (const one of between(anchor.current, index)) next.add(one)
      else if (!next.delete(id)) next.add(id)
      anchor.current = index
      setChosen(next)
    },
    /** Selects from where the selection began (else `from`) to a row, and nothing else. */
    to: (index: number, from: number) => {
      if (anchor.current === null || chosen.size === 0) anchor.current = Math.max(0, from)
      setChosen(new Set(between(anchor.current, index)))
    },
    all: () => setChosen(new Set(rows.map((row) => row.id))),
    clear: () => {
      anchor.current = null
      setChosen(new Set())
    },
  }
}

/** The selected rows, and how to change which they are. */
export type Selection = ReturnType<typeof useSelection>
