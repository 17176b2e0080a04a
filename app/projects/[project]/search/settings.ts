import { z } from 'zod'
import { valueOfParam } from '@/app/projects/[project]/excerpts/value-param'
import { many, type SearchParams } from '@/app/search-params'
import { type HitUnit, hitUnits } from '@/core/search/page'
import type { Variable } from '@/core/variable'
import type { Where } from '@/db/search'

/** What the page of searching shows, as its URL says it; `page` counts from 1, `coding` is the preview before hits are coded. */
export type SearchSettings = {
  readonly query: string
  /** As `valueParam` writes them. */
  readonly values: readonly string[]
  readonly interviewers: boolean
  readonly page: number
  readonly coding: boolean
  readonly unit: HitUnit
}

const Given = z.object({
  q: z.string().max(500).catch(''),
  v: many,
  i: z.enum(['0', '1']).catch('1'),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  coding: z.enum(['0', '1']).catch('0'),
  unit: z.enum(hitUnits).catch('sentence'),
})

/** Reads the URL's search params; what is not understood, or names what is there no more, is left out. */
export function settingsOf(params: SearchParams, variables: readonly Variable[]): SearchSettings {
  const given = Given.parse(params)
  return {
    query: given.q,
    values: given.v.filter((param) => variables.some((one) => one.id === valueOfParam(param)?.variable)),
    interviewers: given.i === '1',
    page: given.page,
    coding: given.coding === '1',
    unit: given.unit,
  }
}

/** The search params that say these settings. */
export function searchOf(settings: SearchSettings): string {
  const search = new URLSearchParams()
  if (settings.query.trim() !== '') search.set('q', settings.query)
  for (const value of settings.values) search.append('v', value)
  if (!settings.interviewers) search.set('i', '0')
  if (settings.page > 1) search.set('page', String(settings.page))
  if (settings.coding) search.set('coding', '1')
  if (settings.unit !== 'sentence') search.set('unit', settings.unit)
  return search.toString()
}

/** Where it is searched. */
export function whereOf(settings: SearchSettings, variables: readonly Variable[]): Where {
  const asked = settings.values.flatMap((param) => valueOfParam(param) ?? [])
  return {
    interviewers: settings.interviewers,
    values: variables.map((variable) => ({
      variable,
      values: asked.filter((one) => one.variable === variable.id).map((one) => one.value),
    })),
  }
}
