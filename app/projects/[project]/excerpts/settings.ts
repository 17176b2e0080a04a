import { z } from 'zod'
import { many, type SearchParams } from '@/app/search-params'
import { type Grouping, type Sort, sorts } from '@/core/excerpts/order'
import type { Query } from '@/core/excerpts/query'
import { usualReference } from '@/core/excerpts/reference'
import { type SpeakerRole, speakerRoles } from '@/core/text/turn'
import type { Variable } from '@/core/variable'
import { valueOfParam } from './value-param'

/** What the page of excerpts shows, as its URL says it. `group` is none, code, interview, coder, or a variable's id; `page` counts from 1. */
export type ExcerptSettings = {
  readonly any: readonly string[]
  readonly all: readonly string[]
  readonly none: readonly string[]
  readonly subCodes: boolean
  /** As `valueParam` writes them. */
  readonly values: readonly string[]
  readonly speakers: readonly SpeakerRole[]
  readonly coders: readonly string[]
  readonly text: string
  readonly group: string
  readonly sort: Sort
  readonly around: number
  readonly reference: string
  readonly page: number
  /** A version of the codebook; null = today's. */
  readonly version: number | null
}

const Given = z.object({
  any: many,
  all: many,
  none: many,
  sub: z.enum(['0', '1']).catch('1'),
  v: many,
  speaker: many,
  coder: many,
  text: z.string().max(500).catch(''),
  group: z.string().catch('code'),
  sort: z.enum(sorts).catch('place'),
  around: z.coerce.number().int().min(0).max(5).catch(0),
  ref: z.string().max(500).catch(usualReference),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  version: z.coerce.number().int().min(1).nullable().catch(null),
})

type Known = {
  readonly variables: readonly Variable[]
  readonly codes: ReadonlySet<string>
  readonly coders: ReadonlySet<string>
  readonly versions: readonly number[]
}

/** Reads the URL's search params; what is not understood, or names what is there no more, is left out. */
export function settingsOf(params: SearchParams, known: Known): ExcerptSettings {
  const given = Given.parse(params)
  const code = (id: string) => known.codes.has(id)
  const group = ['none', 'code', 'interview', 'coder', ...known.variables.map((one) => one.id)]
  return {
    any: given.any.filter(code),
    all: given.all.filter(code),
    none: given.none.filter(code),
    subCodes: given.sub === '1',
    values: given.v.filter((param) => known.variables.some((one) => one.id === valueOfParam(param)?.variable)),
    speakers: speakerRoles.filter((role) => given.speaker.includes(role)),
    coders: given.coder.filter((id) => known.coders.has(id)),
    text: given.text,
    group: group.includes(given.group) ? given.group : 'code',
    sort: given.sort,
    around: given.around,
    reference: given.ref,
    page: given.page,
    version: versionOf(params, known.versions),
  }
}

/** The version of the codebook that the URL asks for, null for today's or one that is not there. */
export function versionOf(params: SearchParams, versions: readonly number[]): number | null {
  const { version } = Given.parse(params)
  return versions.includes(version ?? 0) ? version : null
}

/** The search params that say these settings. */
export function searchOf(settings: ExcerptSettings): string {
  const search = new URLSearchParams()
  const each = (name: string, values: readonly string[]) => {
    for (const value of values) search.append(name, value)
  }
  each('any', settings.any)
  each('all', settings.all)
  each('none', settings.none)
  if (!settings.subCodes) search.set('sub', '0')
  each('v', settings.values)
  each('speaker', settings.speakers)
  each('coder', settings.coders)
  if (settings.text.trim() !== '') search.set('text', settings.text)
  if (settings.group !== 'code') search.set('group', settings.group)
  if (settings.sort !== 'place') search.set('sort', settings.sort)
  if (settings.around > 0) search.set('around', String(settings.around))
  if (settings.reference !== usualReference) search.set('ref', settings.reference)
  if (settings.version !== null) search.set('version', String(settings.version))
  if (settings.page > 1) search.set('page', String(settings.page))
  return search.toString()
}

/** The same, as excerpts are asked for. */
export function queryOf(settings: ExcerptSettings, variables: readonly Variable[]): Query {
  const asked = settings.values.flatMap((param) => valueOfParam(param) ?? [])
  return {
    ...settings,
    values: variables.flatMap((variable) => {
      const values = asked.filter((one) => one.variable === variable.id).map((one) => one.value)
      return values.length > 0 ? { variable, values } : []
    }),
  }
}

/** The headings under which they stand. */
export function groupingOf({ group }: ExcerptSettings, variables: readonly Variable[]): Grouping {
  const variable = variables.find((one) => one.id === group)
  if (variable) return { by: 'variable', variable }
  return { by: group === 'code' || group === 'interview' || group === 'coder' ? group : 'none' }
}
