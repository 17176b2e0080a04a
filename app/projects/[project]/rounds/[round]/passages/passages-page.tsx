'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps } from 'react'
import { PassageQueue } from '@/components/rounds/passage-queue'
import { addReason, decide, sayOfPassage, takeOver, undecide } from './actions'

/** Gives the queue its URLs and actions. */
export function PassagesPage({
  project,
  round,
  ...props
}: Omit<ComponentProps<typeof PassageQueue>, 'actions' | 'change' | 'refresh'> & { project: string; round: string }) {
  const router = useRouter()
  return (
    <PassageQueue
      {...props}
      refresh={router.refresh}
      change={(show, code) => router.replace(`?show=${show}${code ? `&code=${code}` : ''}`)}
      actions={{
        decide: (given) => decide({ project, round, ...given }),
        undo: (given) => undecide({ project, round, ...given }),
        takeOver: (enough) => takeOver({ project, round, enough }),
        say: (key, text) => sayOfPassage({ project, round, key, text }),
        addReason: (name) => addReason({ project, name }),
      }}
    />
  )
}
