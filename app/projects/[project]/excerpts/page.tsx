import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import { leftOutLines } from '@/app/left-out-lines'
import type { SearchParams } from '@/app/search-params'
import { reference } from '@/core/excerpts/reference'
import * as excerpts from '@/db/excerpts'
import { leftOutAmong, masksFiles } from '@/db/exporting'
import * as quoteDesks from '@/db/quote-desks'
import { askedFor } from './asked'
import { ExcerptPage } from './excerpt-page'
import { queryOf } from './settings'

const PAGE = 50

export async function generateMetadata() {
  return { title: (await getTranslations('excerpts'))('title') }
}

export default async function Excerpts({
  params,
  searchParams,
}: {
  params: Promise<{ project: string }>
  searchParams: Promise<SearchParams>
}) {
  const { project } = await params
  const access = await requireAccess(project)
  const { known, choices, settings, view } = askedFor(access, await searchParams)
  const page = excerpts.page(access, queryOf(settings, known), view, (settings.page - 1) * PAGE, PAGE)
  const left = leftOutAmong(
    access,
    page.excerpts.map(({ id }) => id),
  )
  const { cite, unknown } = reference(settings.reference, known)
  return (
    <ExcerptPage
      project={project}
      desks={access.role === 'viewer' ? null : quoteDesks.list(access).map(({ id, name }) => ({ id, name }))}
      base={`/projects/${project}`}
      settings={settings}
      choices={choices}
      page={page}
      pageSize={PAGE}
      references={page.excerpts.map(cite)}
      mayUnmask={masksFiles(access) && (access.role === 'owner' || access.role === 'supervisor')}
      unknownSlots={unknown}
      leftOut={await leftOutLines(left)}
    />
  )
}
