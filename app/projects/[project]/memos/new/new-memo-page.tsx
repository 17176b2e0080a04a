'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { NewMemo } from '@/components/memos/new-memo'
import { emptyText } from '@/core/notes/rich-text'
import { addMemo } from '../actions'

/** Makes the memo and leads to it. */
export function NewMemoPage(props: Omit<ComponentProps<typeof NewMemo>, 'create'>) {
  const router = useRouter()
  const t = useTranslations('questions')
  const project = props.projectId
  return (
    <NewMemo
      {...props}
      create={async (subject) => {
        const id = crypto.randomUUID()
        const answer = await addMemo({ project, id, subject, title: '', body: emptyText }).catch(() => null)
        if (answer === null) return t('failed')
        if ('error' in answer) return answer.error
        router.replace(`/projects/${project}/memos/${id}`)
        return null
      }}
    />
  )
}
