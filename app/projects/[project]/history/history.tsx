'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps } from 'react'
import { HistoryList } from '@/components/history/history-list'
import { RestorePoints } from '@/components/history/restore-points'
import type { RestorePoint } from '@/core/history'
import { keepPoint, removePoint, returnToPoint, undoOne } from './actions'

/** Gives the history its URLs and its action. */
export function History({
  project,
  points,
  ...props
}: Pick<ComponentProps<typeof HistoryList>, 'looking' | 'entries' | 'people'> & {
  project: string
  points: readonly RestorePoint[] | null
}) {
  const router = useRouter()
  return (
    <>
      {points === null ? null : (
        <RestorePoints
          points={points}
          keep={(name) => keepPoint({ project, name })}
          returnTo={(id, before) => returnToPoint({ project, id, before })}
          remove={(id) => removePoint({ project, id })}
        />
      )}
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
    </>
  )
}
