import { getTranslations } from 'next-intl/server'
import { type SearchParams, searchParamsOf } from '@/app/search-params'
import type { Analysis } from './analyses'
import { AnalysisPage } from './analysis-page'
import { fileOf } from './files'
import { type Opened, opened } from './opened'
import type { View } from './view'

/** What Next hands to the page of an analysis. */
export type PageProps = { readonly params: Promise<{ project: string }>; readonly searchParams: Promise<SearchParams> }

/** The page of an analysis. */
export async function shown(analysis: Analysis, view: (at: Opened) => View, { params, searchParams }: PageProps) {
  const at = await opened((await params).project, await searchParams, false)
  const { sheet: _, figures, ...seen } = view(at)
  return (
    <AnalysisPage
      base={at.base}
      analysis={analysis}
      settings={at.settings}
      choices={at.choices}
      {...seen}
      figures={figures.map(({ id, label, alt }) => ({ id, label, alt }))}
    />
  )
}

/** The title of an analysis' page. */
export async function titled(analysis: Analysis) {
  return { title: (await getTranslations('analysis'))(`tab.${analysis}`) }
}

/** The download route of an analysis: its data, or the figure that `figure` names (the first, where it names none). */
export async function taken(
  analysis: Analysis,
  view: (at: Opened) => View,
  request: Request,
  { params }: { readonly params: Promise<{ project: string }> },
): Promise<Response> {
  const search = searchParamsOf(request)
  const at = await opened((await params).project, search, true)
  const { sheet, figures } = view(at)
  const figure = figures.find((one) => one.id === search.figure) ?? figures[0]
  return fileOf(at.access, search, at.t(`tab.${analysis}`), {
    table: sheet,
    figure: (document, note) => figure?.draw(document, note) ?? '',
  })
}
