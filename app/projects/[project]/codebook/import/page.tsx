import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import { PageHeader } from '@/components/shell/page-header'
import { codebookExtensions } from '@/formats/codebook'
import { Incoming } from './incoming'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('codebook'))('bringInTitle') }
}

export default async function ImportCodebookPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params
  const access = await requireAccess(project)
  if (access.role !== 'owner' && access.role !== 'supervisor') notFound()
  const t = await getTranslations('codebook')
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), href: `/projects/${project}/codebook` }, { label: t('bringInTitle') }]}
      />
      <Incoming project={project} accept={codebookExtensions.map((one) => `.${one}`).join(',')} />
    </>
  )
}
