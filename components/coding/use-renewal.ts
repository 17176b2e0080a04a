import { useEffect, useRef } from 'react'

/** A person who did nothing for so long is not in the middle of something; milliseconds. */
const IDLE = 2_000

/**
 * Shows a corrected text when it is no disturbance: nothing waits to be stored (it is the server that carries what was done on the older text over), and the person has
 * done nothing for a moment. Until then work goes on with the older text.
 */
export function useRenewal(older: boolean, busy: boolean, renew: () => void): void {
  const latest = useRef({ busy, renew })
  latest.current = { busy, renew }
  useEffect(() => {
    if (!older) return
    let last = Date.now()
    const acted = () => {
      last = Date.now()
    }
    const timer = setInterval(() => {
      if (latest.current.busy || Date.now() - last < IDLE) return
      clearInterval(timer)
      latest.current.renew()
    }, 250)
    const acts = ['keydown', 'pointerdown', 'input'] as const
    for (const act of acts) document.addEventListener(act, acted, { capture: true })
    return () => {
      clearInterval(timer)
      for (const act of acts) document.removeEventListener(act, acted, { capture: true })
    }
  }, [older])
}
