import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import type { SearchParams } from '@/app/search-params'
import { PageHeader } from '@/components/shell/page-header'
import { passages } from '@/db/agreement'
import * as decisionNotes from '@/db/decision-notes'
import * as decisions from '@/db/decisions'
import { comparedOr404 } from '../seen'
import { PassagesPage } from './passages-page'

const Shown = z.object({
  code: z.uuid().nullable().catch(null),
  show: z.enum(['differing', 'agreed', 'partly', 'only', 'instead', 'undecided', 'all']).catch('differing'),
})

export default async function Passages({
  params,
  searchParams,
}: {
  params: Promise<{ project: string; round: string }>
  searchParams: Promise<SearchParams>
}) {
  const { project, round: id } = await params
  const access = await requireAccess(project)
  const { round, snapshot } = comparedOr404(access, id)
  const { code, show } = Shown.parse(await searchParams)
  const t = await getTranslations('rounds')
  const decided = decisions.ofRound(access, id)
  const all = passages(access, id, 1).filter((one) => code === null || one.code === code)
  const shown = all.filter(
    (one) =>
      show === 'all' ||
      one.standing === show ||
      (show === 'differing' && one.standing !== 'agreed') ||
      (show === 'undecided' && !decided.has(one.key)),
  )
  const base = `/projects/${project}/rounds`
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('title'), href: base },
          { label: round.name, href: `${base}/${id}` },
          { label: t('passages') },
        ]}
      />
      <PassagesPage
        // What was taken over comes with a fresh page.
        key={`${show} ${code} ${decided.size}`}
        project={project}
        round={id}
        show={show}
        code={code}
        passages={shown}
        decisions={[...decided.values()]}
        reasons={decisions.reasonList(access)}
        names={snapshot.names}
        notes={decisionNotes.list(access, id)}
        mayWrite={access.role !== 'viewer'}
        leads={access.role === 'owner' || access.role === 'supervisor'}
      />
    </>
  )
}
