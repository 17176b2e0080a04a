'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps } from 'react'
import { NewRoundForm } from '@/components/rounds/new-round-form'
import { addRound, distributeRound, drawRound } from '../actions'

const actions = { draw: drawRound, distribute: distributeRound, add: addRound }

/** Gives the form its actions, and shows the round that came of it. */
export function NewRoundPage(props: Omit<ComponentProps<typeof NewRoundForm>, 'actions' | 'made'>) {
  const router = useRouter()
  return (
    <NewRoundForm {...props} actions={actions} made={(id) => router.push(`/projects/${props.project}/rounds/${id}`)} />
  )
}
