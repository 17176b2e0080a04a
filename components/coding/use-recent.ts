import { useCallback, useEffect, useState } from 'react'

const KEPT = 30

/** The codes this person used last, newest first, and how often each was used, kept in the browser per project; `seed` stands in on a first visit. */
export function useRecent(
  owner: string,
  seed: readonly string[],
): readonly [readonly string[], (codeId: string) => void, ReadonlyMap<string, number>] {
  const name = `interlinear.recent.${owner}`
  const often = `interlinear.often.${owner}`
  const [recent, setRecent] = useState(seed)
  const [usage, setUsage] = useState<ReadonlyMap<string, number>>(new Map())
  useEffect(() => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
      if (Array.isArray(kept)) setRecent(kept.filter((id) => typeof id === 'string'))
      const counted: unknown = JSON.parse(localStorage.getItem(often) ?? '{}')
      if (typeof counted === 'object' && counted !== null)
        setUsage(new Map(Object.entries(counted).filter((one): one is [string, number] => typeof one[1] === 'number')))
    } catch {
      // Without storage the codings of this interview stand in.
    }
  }, [name, often])
  const used = useCallback(
    (codeId: string) => {
      setUsage((before) => {
        const next = new Map(before).set(codeId, (before.get(codeId) ?? 0) + 1)
        try {
          localStorage.setItem(often, JSON.stringify(Object.fromEntries(next)))
        } catch {
          // The order of this visit is kept in memory.
        }
        return next
      })
      setRecent((before) => {
        const next = [codeId, ...before.filter((id) => id !== codeId)].slice(0, KEPT)
        try {
          localStorage.setItem(name, JSON.stringify(next))
        } catch {
          // As above.
        }
        return next
      })
    },
    [name, often],
  )
  return [recent, used, usage]
}
