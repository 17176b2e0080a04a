'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps } from 'react'
import { QueueScreen } from '@/components/codebook/queue-screen'
import { closeQueue, keepInQueue, putBackInQueue, recodeInQueue, removeInQueue } from './actions'

type Given = Omit<ComponentProps<typeof QueueScreen>, 'actions' | 'place' | 'more' | 'done'>

/** Gives the queue its URLs and its actions. */
export function Queue({ base, project, ...props }: Given & { base: string; project: string }) {
  const router = useRouter()
  const queue = props.queue.id
  return (
    <QueueScreen
      {...props}
      place={(interview, coding) => `${base}/interviews/${interview}?coding=${coding}`}
      more={() => window.location.reload()}
      done={() => router.push(`${base}/codebook?code=${props.code.id}`)}
      actions={{
        keep: (coding) => keepInQueue({ project, queue, coding }),
        recode: (coding, code) => recodeInQueue({ project, queue, coding, code }),
        remove: (coding) => removeInQueue({ project, queue, coding }),
        back: (coding, how) => putBackInQueue({ project, queue, coding, code: props.code.id, how }),
        close: () => closeQueue({ project, queue }),
      }}
    />
  )
}
