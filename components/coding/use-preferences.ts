import { useCallback, useRef, useState } from 'react'
import type { Panes, Preferences } from './preferences'

/** One preference and its value, as it is stored. */
export type Preferred = {
  readonly [K in keyof Preferences]: { readonly name: K; readonly value: Preferences[K] }
}[keyof Preferences]

/** What this person set, changed at once and stored behind; `failed` hears when it could not be. */
export function usePreferences(
  stored: Preferences,
  save: (preferred: Preferred) => Promise<boolean>,
  failed: () => void,
): readonly [Preferences, (preferred: Preferred) => void, (pane: keyof Panes) => void] {
  const [preferences, set] = useState(stored)
  const now = useRef(preferences)
  const ways = useRef({ save, failed })
  ways.current = { save, failed }
  const change = useCallback((preferred: Preferred) => {
    now.current = { ...now.current, [preferred.name]: preferred.value }
    set(now.current)
    ways.current.save(preferred).then(
      (done) => done || ways.current.failed(),
      () => ways.current.failed(),
    )
  }, [])
  const togglePane = useCallback(
    (pane: keyof Panes) => change({ name: 'panes', value: { ...now.current.panes, [pane]: !now.current.panes[pane] } }),
    [change],
  )
  return [preferences, change, togglePane]
}
