import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAccess } from '@/app/access'
import { PageHeader } from '@/components/shell/page-header'
import { historySubjects } from '@/core/history'
import * as history from '@/db/history'
import * as points from '@/db/restore-points'
import { History } from './history'

type Props = {
  params: Promise<{ project: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const Looking = z.object({
  by: z.uuid().optional().catch(undefined),
  subject: z.enum(historySubjects).optional().catch(undefined),
  before: z.coerce.number().int().positive().optional().catch(undefined),
})

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('history'))('title') }
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { project } = await params
  const access = await requireAccess(project)
  const looking = Looking.parse(await searchParams)
  const t = await getTranslations('history')
  return (
    <>
      <PageHeader crumbs={[{ label: t('title') }]} />
      <History
        project={project}
        looking={{ by: looking.by ?? null, subject: looking.subject ?? null, before: looking.before ?? null }}
        entries={history.list(access, looking)}
        people={history.people(access)}
        points={access.role === 'owner' ? points.list(access) : null}
      />
    </>
  )
}
