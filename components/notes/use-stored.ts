import { useMemo, useState } from 'react'
import { problem } from '../shell/undoable'
import type { Answer } from './answer'

/** Things that are stored: seeded by the page, replaced by what actions answer. `ask` says a refusal and answers null for it. */
export function useStored<T extends { readonly id: string }>(seed: readonly T[], unreachable: string) {
  const [held, setHeld] = useState({ seed, all: seed })
  const all = held.seed === seed ? held.all : seed
  const acts = useMemo(() => {
    const change = (to: (all: readonly T[]) => readonly T[]) =>
      setHeld((now) => ({ seed, all: to(now.seed === seed ? now.all : seed) }))
    return {
      put: (one: T) =>
        change((list) =>
          list.some(({ id }) => id === one.id) ? list.map((old) => (old.id === one.id ? one : old)) : [...list, one],
        ),
      drop: (id: string) => change((list) => list.filter((one) => one.id !== id)),
    }
  }, [seed])
  const ask = async <A>(answering: Promise<Answer<A>>): Promise<{ readonly value: A } | null> => {
    const answer = await answering.catch(() => ({ error: unreachable }))
    if ('ok' in answer) return { value: answer.ok }
    problem(answer.error)
    return null
  }
  return { all, ...acts, ask }
}
