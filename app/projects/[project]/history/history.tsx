'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps } from 'react'
import { HistoryList } from '@/components/history/history-list'
import { undoOne } from './actions'

/** Gives the history its URLs and its action. */
export function History({
  project,
  ...props
}: Pick<ComponentProps<typeof HistoryList>, 'looking' | 'entries' | 'people'> & { project: string }) {
  const router = useRouter()
  return (
    <HistoryList
      {...props}
      look={(next) => {
        const search = new URLSearchParams()
        for (const [key, value] of Object.entries(next)) if (value !== null) search.set(key, String(value))
        router.push(`/projects/${project}/history?${search}`)
      }}
      undo={async (seq) => {
        const answer = await undoOne({ project, seq })
        router.refresh()
        return answer
      }}
    />
  )
}
