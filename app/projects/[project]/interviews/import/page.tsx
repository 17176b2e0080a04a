import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import { ImportPage } from '@/components/import/import-page'
import { PageHeader } from '@/components/shell/page-header'
import * as variables from '@/db/variables'
import { limits } from '@/formats/limits'
import { endBatch, importFile, prepareVariables } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('title') }
}

export default async function Import({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params
  const access = await requireAccess(project)
  if (access.role !== 'owner' && access.role !== 'supervisor') notFound()
  const t = await getTranslations('import')
  const list = await getTranslations('interviews')
  const base = `/projects/${project}/interviews`
  return (
    <>
      <PageHeader crumbs={[{ label: list('title'), href: base }, { label: t('title') }]} />
      <ImportPage
        project={project}
        filesHref={`${base}/import/files`}
        listHref={base}
        largest={limits.file}
        variables={variables.list(access)}
        actions={{ prepare: prepareVariables, importFile, end: endBatch }}
      />
    </>
  )
}
