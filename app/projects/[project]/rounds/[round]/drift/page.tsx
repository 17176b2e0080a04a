import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import { DriftTables } from '@/components/rounds/drift-tables'
import { PageHeader } from '@/components/shell/page-header'
import { driftOf } from '@/db/drift'
import { comparedOr404 } from '../seen'

const asked = {
  measure: 'u_alpha_binary',
  choice: { unit: 'character', withInterviewer: false, rollUp: false, share: 0 },
} as const

export default async function DriftPage({ params }: { params: Promise<{ project: string; round: string }> }) {
  const { project, round: id } = await params
  const access = await requireAccess(project)
  const { round, snapshot } = comparedOr404(access, id)
  const t = await getTranslations('rounds')
  const base = `/projects/${project}/rounds`
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('title'), href: base },
          { label: round.name, href: `${base}/${id}` },
          { label: t('drift') },
        ]}
      />
      <DriftTables drifts={driftOf(access, id, asked)} names={snapshot.names} />
    </>
  )
}
