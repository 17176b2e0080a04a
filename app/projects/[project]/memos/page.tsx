import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import type { SearchParams } from '@/app/search-params'
import { LinkButton } from '@/components/shell/link-button'
import { PageHeader } from '@/components/shell/page-header'
import { memoKinds, memoSorts } from '@/core/notes/memo'
import * as memos from '@/db/memos'
import { MemoListPage } from './memo-list-page'

const Settings = z.object({
  text: z.string().max(500).catch(''),
  kind: z.enum(memoKinds).nullable().catch(null),
  author: z.uuid().nullable().catch(null),
  sort: z.enum(memoSorts).catch('changed'),
})

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('memos'))('title') }
}

export default async function Memos({
  params,
  searchParams,
}: {
  params: Promise<{ project: string }>
  searchParams: Promise<SearchParams>
}) {
  const { project } = await params
  const access = await requireAccess(project)
  const t = await getTranslations('memos')
  const settings = Settings.parse(await searchParams)
  const writes = access.role !== 'viewer'
  const base = `/projects/${project}`
  const authors = memos.authors(access)
  const found = memos.list(access, { ...settings, authorId: settings.author })
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title') }]}
        actions={writes ? <LinkButton href={`${base}/memos/new`}>{t('new')}</LinkButton> : null}
      />
      {authors.length === 0 ? (
        <p style={{ padding: '8px 16px', maxWidth: '64ch' }}>{t(writes ? 'empty' : 'emptyRead')}</p>
      ) : (
        <MemoListPage base={base} settings={settings} authors={authors} memos={found} />
      )}
    </>
  )
}
