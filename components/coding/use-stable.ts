import { useMemo, useRef } from 'react'
import type { Doing } from './doing'
import type { Command } from './keys'
import type { Change, Mark } from './marks'
import type { Selected } from './transcript-view'

type Around = {
  readonly act: Doing
  readonly run: (command: Command) => boolean
  readonly openPalette: (first: string, targets: readonly string[]) => void
  readonly range: Selected
  readonly chosen: Mark | null
  readonly takePen: (codeId: string) => void
  readonly toText: () => void
  readonly setTab: (tab: 'text') => void
}

/** What the panes may ask for, as functions that stay the same, so that a pane is rendered only when what it shows has changed. */
export function useStable(around: Around) {
  const latest = useRef(around)
  latest.current = around
  return useMemo(() => {
    const at = () => latest.current
    return {
      /** A click on a code: with nothing selected it becomes the pen. */
      apply: (codeId: string) => {
        const { act, range, chosen, takePen, toText, setTab } = at()
        if (!chosen && range.start === range.end) takePen(codeId)
        else act.apply(codeId)
        setTab('text')
        toText()
      },
      change: (id: string, to: Change) => at().act.change(id, to),
      remove: (id: string) => at().act.removeAll([id]),
      replace: (id: string, codeId: string) => at().act.recodeAll([id], codeId),
      /** A coding, or the selected passage, dropped on a code. */
      droppedOn: (codeId: string, coding: string | null) => {
        if (coding) at().act.recodeAll([coding], codeId)
        else at().act.apply(codeId)
        at().toText()
      },
      recode: () => at().run({ do: 'recode' }),
      split: () => at().act.split(),
      merge: () => at().act.merge(),
      inVivo: () => at().act.inVivo(),
      openCodes: () => at().openPalette('', []),
      mayChange: (mark: Mark) => at().act.mayChange(mark),
      joined: (mark: Mark) => at().act.joined(mark),
    }
  }, [])
}
