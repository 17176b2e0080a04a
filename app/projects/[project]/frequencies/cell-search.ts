import type { Column } from '@/core/frequencies/crosstab'
import { valueParam } from '../excerpts/value-param'
import type { FrequencySettings } from './settings'

/** The search params of the excerpts that a cell counts: a code (null: any) under a heading (null: all). */
export function cellSearch(settings: FrequencySettings, code: string | null, column: Column | null): string {
  const search = new URLSearchParams()
  if (code !== null) search.set('any', code)
  if (!settings.rollUp) search.set('sub', '0')
  for (const [i, value] of (column?.values ?? []).entries()) {
    const variable = settings.by[i]
    if (variable !== undefined) search.append('v', valueParam(variable, value))
  }
  if (!settings.interviewers) for (const role of ['respondent', 'other']) search.append('speaker', role)
  for (const id of settings.coders) search.append('coder', id)
  if (settings.version !== null) search.set('version', String(settings.version))
  return search.toString()
}
