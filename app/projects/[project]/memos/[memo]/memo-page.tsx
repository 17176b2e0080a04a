'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ComponentProps, useCallback } from 'react'
import type { Kept } from '@/components/memos/autosave'
import { MemoScreen } from '@/components/memos/memo-screen'
import { problem, undoable } from '@/components/shell/undoable'
import type { Memo } from '@/core/notes/memo'
import { removeMemo, restoreMemo, saveMemo } from '../actions'

/** Gives a memo its URLs and its actions. */
export function MemoPage(props: Omit<ComponentProps<typeof MemoScreen>, 'save' | 'remove'> & { project: string }) {
  const { project, ...screen } = props
  const t = useTranslations('memos')
  const router = useRouter()
  const save = useCallback((id: string, kept: Kept) => saveMemo({ project, id, ...kept }), [project])
  const remove = async (memo: Memo) => {
    const answer = await removeMemo({ project, id: memo.id })
    if ('error' in answer) return problem(answer.error)
    const title = memo.title || t('untitled')
    router.push(`${screen.base}/memos`)
    undoable({
      message: t('removed', { title }),
      undo: t('undo'),
      takeBack: async () => {
        const back = await restoreMemo({ project, id: memo.id })
        if ('error' in back) return problem(back.error)
        router.push(`${screen.base}/memos/${memo.id}`)
      },
    })
  }
  return <MemoScreen {...screen} save={save} remove={(memo) => void remove(memo)} />
}
