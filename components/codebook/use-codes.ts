'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Code } from '@/core/codebook/code'
import type { Answer, CodebookActions, Removed } from './answer'
import { inverse, settled, type Write, written } from './writes'

/** What came of a write: what went with a removed code, how many codings could not be brought back. */
export type Done = { readonly removed?: Removed; readonly lost?: number }

/** One thing done, and how it is taken back. */
type Step = { readonly did: Write; readonly back: Write }

type Pending = { readonly n: number; readonly write: Write }

async function sent(
  project: string,
  actions: CodebookActions,
  write: Write,
): Promise<Answer<Done & { codes: readonly Code[] }>> {
  switch (write.kind) {
    case 'add': {
      const { id, parentId, position, name, colour } = write.code
      const answer = await actions.add({ project, id, parentId, position, name, colour })
      return 'ok' in answer ? { ok: { codes: [answer.ok] } } : answer
    }
    case 'change': {
      const answer = await actions.change({ project, id: write.id, to: write.to, seen: write.seen })
      return 'ok' in answer ? { ok: { codes: [answer.ok] } } : answer
    }
    case 'move': {
      const answer = await actions.move({ project, id: write.id, to: write.to })
      return 'ok' in answer ? { ok: { codes: answer.ok } } : answer
    }
    case 'remove': {
      const answer = await actions.remove({ project, id: write.id, ...(write.only ? { only: write.only } : {}) })
      return 'ok' in answer ? { ok: { codes: [], removed: answer.ok } } : answer
    }
    case 'restore': {
      const answer = await actions.restore({ project, id: write.id })
      return 'ok' in answer ? { ok: { codes: answer.ok.codes, lost: answer.ok.lost } } : answer
    }
  }
}

/** The codes with what the person just did to them: shown at once, stored behind in order, taken back when storing fails, and undone on demand. */
export function useCodes(project: string, given: readonly Code[], actions: CodebookActions) {
  const t = useTranslations('codebook')
  const [seed, setSeed] = useState(given)
  const [base, setBase] = useState(given)
  const [pending, setPending] = useState<readonly Pending[]>([])
  const [past, setPast] = useState<readonly Step[]>([])
  const [future, setFuture] = useState<readonly Step[]>([])
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const count = useRef(0)
  if (seed !== given) {
    setSeed(given)
    setBase(given)
  }
  const codes = useMemo(() => pending.reduce((now, { write }) => written(now, write), base), [base, pending])

  const unreachable = t('unreachable')
  const store = useCallback(
    (write: Write): Promise<Answer<Done>> => {
      count.current += 1
      const n = count.current
      setPending((all) => [...all, { n, write }])
      const answered = line.current.then(async () => {
        const answer = await sent(project, actions, write).catch(
          (): Answer<Done & { codes: readonly Code[] }> => ({ error: unreachable, reason: 'unreachable' }),
        )
        if ('ok' in answer) setBase((now) => settled(written(now, write), answer.ok.codes))
        setPending((all) => all.filter((one) => one.n !== n))
        return answer
      })
      line.current = answered
      return answered
    },
    [project, actions, unreachable],
  )

  /** Does something that can be undone. */
  const perform = useCallback(
    async (write: Write): Promise<Answer<Done>> => {
      const back = inverse(codes, write)
      const step = back && { did: write, back }
      if (step) setPast((all) => [...all.slice(-99), step])
      setFuture([])
      const answer = await store(write)
      if (step && 'error' in answer) setPast((all) => all.filter((one) => one !== step))
      return answer
    },
    [codes, store],
  )

  /** Takes back the last thing done, or the one on the code that is named; null when there is none. */
  const undo = useCallback(
    async (removedId?: string): Promise<Answer<Done> | null> => {
      const step = past.findLast(
        ({ did }) => removedId === undefined || (did.kind === 'remove' && did.id === removedId),
      )
      if (!step) return null
      setPast((all) => all.filter((one) => one !== step))
      setFuture((all) => [...all, step])
      const answer = await store(step.back)
      if ('error' in answer) {
        setFuture((all) => all.filter((one) => one !== step))
        // Somebody took its name: once that is free, it can be undone still.
        if (answer.reason !== 'gone' && answer.reason !== 'changedSince') setPast((all) => [...all, step])
      }
      return answer
    },
    [past, store],
  )

  const redo = useCallback(async (): Promise<Answer<Done> | null> => {
    const step = future.at(-1)
    if (!step) return null
    setFuture((all) => all.slice(0, -1))
    setPast((all) => [...all, step])
    const again: Write =
      step.did.kind === 'add' ? { kind: 'restore', id: step.did.code.id, codes: [step.did.code] } : step.did
    const answer = await store(again)
    if ('error' in answer) setPast((all) => all.filter((one) => one !== step))
    return answer
  }, [future, store])

  return { codes, perform, undo, redo, canUndo: past.length > 0, canRedo: future.length > 0, busy: pending.length > 0 }
}
