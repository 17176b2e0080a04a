'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { MemoFilters, type MemoSettings } from '@/components/memos/memo-filters'
import { MemoList } from '@/components/memos/memo-list'
import type { MemoLine, Person } from '@/core/notes/memo'

/** Gives the list of memos its URLs. */
export function MemoListPage(props: {
  base: string
  settings: MemoSettings
  authors: readonly Person[]
  memos: readonly MemoLine[]
}) {
  const { base, settings, memos } = props
  const t = useTranslations('memos')
  const router = useRouter()
  const [pending, start] = useTransition()
  const change = (part: Partial<MemoSettings>) => {
    const next = { ...settings, ...part }
    const query = new URLSearchParams()
    if (next.text !== '') query.set('text', next.text)
    if (next.kind) query.set('kind', next.kind)
    if (next.author) query.set('author', next.author)
    if (next.sort !== 'changed') query.set('sort', next.sort)
    start(() => router.replace(`${base}/memos?${query}`, { scroll: false }))
  }
  return (
    <div style={{ padding: '8px 16px 32px' }} aria-busy={pending}>
      <MemoFilters settings={settings} authors={props.authors} change={change} />
      <p role="status" style={{ margin: '12px 0 4px', fontSize: 13, color: 'var(--quiet)' }}>
        {t('found', { n: memos.length })}
      </p>
      {memos.length === 0 ? <p>{t('nothing')}</p> : <MemoList memos={memos} base={base} />}
    </div>
  )
}
