import { z } from 'zod'
import { many } from '@/app/search-params'
import type { Choice } from '@/core/analysis/choice'
import type { Choices } from '@/core/excerpts/choices'
import { valueOfParam } from '../excerpts/value-param'

/** What every analysis looks at, as its URL says it; `values` as `valueParam` writes them, `most` codes where none are named. */
export type ChoiceSettings = {
  readonly codes: readonly string[]
  readonly most: number
  readonly rollUp: boolean
  readonly interviewers: boolean
  readonly coders: readonly string[]
  readonly values: readonly string[]
  /** A version of the codebook; null = today's. */
  readonly version: number | null
}

/** More rows than this are no figure that a person reads. */
export const MOST_ROWS = 60
const USUAL = 12

/** The search params of a choice, to be spread into those of an analysis. */
export const choiceParams = {
  code: many,
  most: z.coerce.number().int().min(2).max(MOST_ROWS).catch(USUAL),
  sub: z.enum(['0', '1']).catch('0'),
  interviewers: z.enum(['0', '1']).catch('0'),
  coder: many,
  v: many,
  version: z.coerce.number().int().min(1).nullable().catch(null),
}
const Given = z.object(choiceParams)

/** Reads them; what names what is there no more is left out. */
export function choiceOf(given: z.infer<typeof Given>, known: Choices): ChoiceSettings {
  return {
    codes: given.code.filter((id) => known.codes.some((code) => code.id === id)).slice(0, MOST_ROWS),
    most: given.most,
    rollUp: given.sub === '1',
    interviewers: given.interviewers === '1',
    coders: given.coder.filter((id) => known.coders.some((coder) => coder.id === id)),
    values: given.v.filter((param) => known.variables.some((one) => one.variable.id === valueOfParam(param)?.variable)),
    version: known.versions.some(({ number }) => number === given.version) ? given.version : null,
  }
}

/** The search params that say a choice. */
export function choiceSearch(settings: ChoiceSettings): URLSearchParams {
  const search = new URLSearchParams()
  for (const id of settings.codes) search.append('code', id)
  if (settings.most !== USUAL) search.set('most', String(settings.most))
  if (settings.rollUp) search.set('sub', '1')
  if (settings.interviewers) search.set('interviewers', '1')
  for (const id of settings.coders) search.append('coder', id)
  for (const value of settings.values) search.append('v', value)
  if (settings.version !== null) search.set('version', String(settings.version))
  return search
}

/** The same, as core asks for it. */
export function choiceMade(settings: ChoiceSettings, known: Choices): Choice {
  const asked = settings.values.flatMap((param) => valueOfParam(param) ?? [])
  return {
    ...settings,
    values: known.variables.flatMap(({ variable }) => {
      const values = asked.filter((one) => one.variable === variable.id).map((one) => one.value)
      return values.length > 0 ? [{ variable, values }] : []
    }),
  }
}
