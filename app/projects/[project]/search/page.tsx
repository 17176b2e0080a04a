import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireAccess } from '@/app/access'
import type { SearchParams } from '@/app/search-params'
import { PageHeader } from '@/components/shell/page-header'
import { codePaths } from '@/core/codebook/path'
import { answers } from '@/core/search/find'
import type { SearchPage } from '@/core/search/page'
import { parse, type Query } from '@/core/search/query'
import type { Access } from '@/db/access'
import * as codes from '@/db/codes'
import * as excerpts from '@/db/excerpts'
import * as memos from '@/db/memos'
import { Refusal } from '@/db/refusal'
import { search, type Where } from '@/db/search'
import * as variables from '@/db/variables'
import { SearchScreenPage } from './search-page'
import { type SearchSettings, settingsOf, whereOf } from './settings'

const PAGE = 100
/** So many hits are shown at once to be ticked off before they are coded. */
const PREVIEW = 2000

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('search'))('title') }
}

export default async function Search({
  params,
  searchParams,
}: {
  params: Promise<{ project: string }>
  searchParams: Promise<SearchParams>
}) {
  const { project } = await params
  const access = await requireAccess(project)
  const t = await getTranslations('search')
  const known = variables.list(access)
  const settings = settingsOf(await searchParams, known)
  const found = await answered(access, settings, whereOf(settings, known))
  const all = codes.list(access)
  const paths = codePaths(all)
  return (
    <>
      <PageHeader crumbs={[{ label: t('title') }]} />
      <SearchScreenPage
        project={project}
        settings={settings}
        pageSize={settings.coding ? PREVIEW : PAGE}
        codes={all.map(({ id }) => ({ id, path: paths.get(id)?.join(' / ') ?? '' }))}
        writes={access.role !== 'viewer'}
        variables={excerpts.choices(access, known).variables}
        {...found}
      />
    </>
  )
}

type Answered = {
  readonly fault: string | null
  readonly page: SearchPage | null
  readonly inCodes: readonly { readonly id: string; readonly path: string }[]
  readonly inMemos: readonly { readonly id: string; readonly title: string; readonly beginning: string }[]
}

async function answered(access: Access, settings: SearchSettings, where: Where): Promise<Answered> {
  const nothing = { fault: null, page: null, inCodes: [], inMemos: [] }
  if (settings.query.trim() === '') return nothing
  const t = await getTranslations('search')
  const query = parse(settings.query)
  if ('fault' in query) return { ...nothing, fault: t(`fault.${query.fault}`, { at: query.at + 1 }) }
  const limit = settings.coding ? PREVIEW : PAGE
  const from = settings.coding ? 0 : (settings.page - 1) * limit
  try {
    const page = search(access, query, where, { from, limit, unit: settings.unit })
    return { fault: null, page, ...beside(access, query) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...nothing, fault: (await getTranslations('refusal'))(error.reason, error.values) }
  }
}

/** Codes and memos that answer the query as well. */
function beside(access: Access, query: Query): Pick<Answered, 'inCodes' | 'inMemos'> {
  const asked = answers(query)
  const all = codes.list(access)
  const paths = codePaths(all)
  return {
    inCodes: all
      .filter((code) =>
        asked([code.name, ...code.aliases, code.definition, code.include, code.exclude, code.example].join('\n')),
      )
      .map(({ id }) => ({ id, path: paths.get(id)?.join(' / ') ?? '' })),
    inMemos: memos.list(access, { answers: asked }).map(({ id, title, beginning }) => ({ id, title, beginning })),
  }
}
