import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import type { SearchParams } from '@/app/search-params'
import { FeedbackList } from '@/components/rounds/feedback-list'
import { LinkButton } from '@/components/shell/link-button'
import { PageHeader } from '@/components/shell/page-header'
import * as decisions from '@/db/decisions'
import { feedback } from '@/db/feedback'
import * as projects from '@/db/projects'
import { comparedOr404 } from '../seen'

const Shown = z.object({ coder: z.uuid().nullable().catch(null) })

export default async function Feedback({
  params,
  searchParams,
}: {
  params: Promise<{ project: string; round: string }>
  searchParams: Promise<SearchParams>
}) {
  const { project, round: id } = await params
  const access = await requireAccess(project)
  const { round, snapshot } = comparedOr404(access, id)
  const asked = Shown.parse(await searchParams).coder
  const leads = access.role === 'owner' || access.role === 'supervisor'
  const coder = leads ? (asked ?? Object.keys(snapshot.names.coders)[0] ?? access.userId) : access.userId
  const t = await getTranslations('rounds')
  const { consensusId } = projects.get(access)
  const base = `/projects/${project}/rounds`
  const own = `${base}/${id}/feedback`
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('title'), href: base },
          { label: round.name, href: `${base}/${id}` },
          { label: t('feedback') },
        ]}
        actions={
          leads
            ? Object.entries(snapshot.names.coders).map(([one, name]) => (
                <LinkButton key={one} variant={one === coder ? 'filled' : 'default'} href={`${own}?coder=${one}`}>
                  {name}
                </LinkButton>
              ))
            : null
        }
      />
      <FeedbackList
        coder={coder}
        consensus={consensusId}
        overruled={feedback(access, id, coder)}
        reasons={decisions.reasonList(access)}
        names={{ ...snapshot.names, coders: { ...snapshot.names.coders, [consensusId]: t('consensus') } }}
      />
    </>
  )
}
