import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import type { SearchParams } from '@/app/search-params'
import { PageHeader } from '@/components/shell/page-header'
import * as memos from '@/db/memos'
import { NewMemoPage } from './new-memo-page'

const About = z
  .object({ about: z.enum(['interview', 'code']), id: z.uuid() })
  .nullable()
  .catch(null)

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('memos'))('new') }
}

export default async function New({
  params,
  searchParams,
}: {
  params: Promise<{ project: string }>
  searchParams: Promise<SearchParams>
}) {
  const { project } = await params
  const access = await requireAccess(project)
  if (access.role === 'viewer') notFound()
  const t = await getTranslations('memos')
  const asked = About.parse(await searchParams)
  return (
    <>
      <PageHeader crumbs={[{ label: t('title'), href: `/projects/${project}/memos` }, { label: t('new') }]} />
      <NewMemoPage
        projectId={project}
        about={asked && { kind: asked.about, id: asked.id }}
        targets={memos.targets(access)}
      />
    </>
  )
}
