import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import { ExportList } from '@/components/exchange/export-list'
import { PageHeader } from '@/components/shell/page-header'

export default async function ExportPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params
  const access = await requireAccess(project)
  const t = await getTranslations('exchange')
  const base = `/projects/${project}/export/file`
  const kinds = [
    'qdpx',
    'nvivo',
    'qdc',
    'tables',
    'docx',
    'html',
    ...(access.role === 'owner' ? ['archive' as const] : []),
  ] as const
  const files = kinds.map((id) => ({
    id,
    href: `${base}?${id === 'nvivo' ? 'format=qdpx&variant=nvivo' : `format=${id}`}`,
  }))
  return (
    <>
      <PageHeader crumbs={[{ label: t('title') }]} />
      <ExportList files={files} />
    </>
  )
}
