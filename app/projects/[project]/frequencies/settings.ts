import { z } from 'zod'
import { many, type SearchParams } from '@/app/search-params'
import { type Countable, type CrosstabSettings, countables } from '@/core/frequencies/crosstab'
import { canShow, type Show, shows } from '@/core/frequencies/express'
import type { Coder } from '@/core/project'
import { type Correction, corrections } from '@/core/statistics/adjust'
import type { Variable } from '@/core/variable'

/** What the page of frequencies shows, as its URL says it. `levels`: how many levels of codes have rows, 0 = all. */
export type FrequencySettings = {
  readonly by: readonly string[]
  readonly count: Countable
  readonly show: Show
  readonly rollUp: boolean
  readonly interviewers: boolean
  readonly coders: readonly string[]
  readonly levels: number
  /** A version of the codebook; null = today's. */
  readonly version: number | null
  /** How tests of association are corrected for many codes; null = no tests. */
  readonly tests: Correction | null
  /** Counts below it are withheld; 0 = none. */
  readonly least: number
}

const Given = z.object({
  by: many,
  count: z.enum(countables).catch('interviews'),
  show: z.enum(shows).catch('count'),
  sub: z.enum(['0', '1']).catch('1'),
  interviewers: z.enum(['0', '1']).catch('0'),
  coder: many,
  levels: z.coerce.number().int().min(0).max(99).catch(0),
  tests: z.enum(corrections).nullable().catch(null),
  least: z.coerce.number().int().min(2).max(50).catch(0),
  version: z.coerce.number().int().min(1).nullable().catch(null),
})

/** Reads the URL's search params; what is not understood, or names what is there no more, is left out. */
export function settingsOf(
  params: SearchParams,
  variables: readonly Variable[],
  coders: readonly Coder[],
  versions: readonly number[],
): FrequencySettings {
  const given = Given.parse(params)
  const asked = [...new Set(given.by)].filter((id) => variables.some((variable) => variable.id === id)).slice(0, 2)
  const usual = variables.filter((variable) => variable.kind === 'category').slice(0, 2)
  return {
    by: asked.length > 0 || given.by.includes('none') ? asked : usual.map((variable) => variable.id),
    count: given.count,
    show: canShow(given.count, given.show) ? given.show : 'count',
    rollUp: given.sub === '1',
    interviewers: given.interviewers === '1',
    coders: given.coder.filter((id) => coders.some((coder) => coder.id === id)),
    levels: given.levels,
    tests: given.tests,
    least: given.least,
    version: versions.includes(given.version ?? 0) ? given.version : null,
  }
}

/** The search params that say these settings. */
export function searchOf(settings: FrequencySettings): string {
  const search = new URLSearchParams()
  for (const id of settings.by.length > 0 ? settings.by : ['none']) search.append('by', id)
  if (settings.count !== 'interviews') search.set('count', settings.count)
  if (settings.show !== 'count') search.set('show', settings.show)
  if (!settings.rollUp) search.set('sub', '0')
  if (settings.interviewers) search.set('interviewers', '1')
  for (const id of settings.coders) search.append('coder', id)
  if (settings.levels > 0) search.set('levels', String(settings.levels))
  if (settings.tests !== null) search.set('tests', settings.tests)
  if (settings.least > 0) search.set('least', String(settings.least))
  if (settings.version !== null) search.set('version', String(settings.version))
  return search.toString()
}

/** The same, as the table is counted. */
export function crosstabSettings(settings: FrequencySettings, variables: readonly Variable[]): CrosstabSettings {
  return {
    by: settings.by.flatMap((id) => variables.filter((variable) => variable.id === id)),
    count: settings.count,
    rollUp: settings.rollUp,
    interviewers: settings.interviewers,
    coders: settings.coders.length > 0 ? new Set(settings.coders) : null,
  }
}
