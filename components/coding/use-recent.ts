import { useCallback, useEffect, useState } from 'react'

const KEPT = 30

/** The codes this person used last, newest first, kept in the browser per project; `seed` stands in on a first visit. */
export function useRecent(
  owner: string,
  seed: readonly string[],
): readonly [readonly string[], (codeId: string) => void] {
  const name = `interlinear.recent.${owner}`
  const [recent, setRecent] = useState(seed)
  useEffect(() => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
      if (Array.isArray(kept)) setRecent(kept.filter((id) => typeof id === 'string'))
    } catch {
      // Without storage the codings of this interview stand in.
    }
  }, [name])
  const used = useCallback(
    (codeId: string) =>
      setRecent((before) => {
        const next = [codeId, ...before.filter((id) => id !== codeId)].slice(0, KEPT)
        try {
          localStorage.setItem(name, JSON.stringify(next))
        } catch {
          // As above.
        }
        return next
      }),
    [name],
  )
  return [recent, used]
}
