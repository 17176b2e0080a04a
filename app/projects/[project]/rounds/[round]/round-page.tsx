'use client'

import { useRouter } from 'next/navigation'
import { type ComponentProps, useEffect } from 'react'
import { RoundScreen } from '@/components/rounds/round-screen'
import { assignRound, bringOpinions, closeRound, reopenRound, withdrawRound } from '../actions'

const EVERY = 10_000
const actions = {
  assign: assignRound,
  withdraw: withdrawRound,
  close: closeRound,
  reopen: reopenRound,
  bring: bringOpinions,
}

/** Gives a round its actions, and reads it again while it is open and looked at. */
export function RoundPage(props: Omit<ComponentProps<typeof RoundScreen>, 'actions'>) {
  const { refresh } = useRouter()
  const open = props.round.state === 'open'
  useEffect(() => {
    if (!open) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') refresh()
    }, EVERY)
    return () => clearInterval(timer)
  }, [open, refresh])
  return <RoundScreen {...props} actions={actions} />
}
