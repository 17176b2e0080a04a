import { z } from 'zod'
import type { GammaWeights } from '@/core/agreement/disorder'
import type { KappaTable } from '@/core/agreement/measures/pooled-kappa'
import type { Boundaries } from '@/core/agreement/measures/segmentation'
import { boundariesOfMasses } from '@/core/agreement/measures/segmentation'
import {
  type Mark,
  type MarkedText,
  type Ratings,
  ratingsOf,
  ratingsOfCounts,
  ratingsOfTable,
} from '@/core/agreement/study'

/** What a study file asks about, in the terms of the engine. */
export type FiledStudy =
  | { readonly kind: 'ratings'; readonly ratings: Ratings }
  | { readonly kind: 'bootstrap'; readonly ratings: Ratings }
  | { readonly kind: 'continua'; readonly texts: FiledTexts }
  | {
      readonly kind: 'boundaries'
      readonly a: Boundaries
      readonly b: Boundaries
      readonly k: number | null
      readonly nt: number
    }
  | { readonly kind: 'kappa_tables'; readonly tables: readonly KappaTable[] }

/** Marked texts with all that a file may say beside them. */
export type FiledTexts = {
  readonly texts: readonly MarkedText[]
  readonly declared: readonly string[]
  readonly groups: ReadonlyMap<string, string> | null
  readonly sideA: readonly string[] | null
  readonly sideB: readonly string[] | null
  readonly overlap: number
  readonly weights: GammaWeights
  readonly chance: readonly (readonly Mark[])[]
}

/** A file with a study and the names of the measures asked for; none means all that apply. */
export type StudyFile = { readonly measures: readonly string[]; readonly study: FiledStudy }

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()])
const name = z.union([z.string(), z.number()]).transform(String)
const names = z.array(name)
const count = z.number().nonnegative()
const sameLength = (rows: readonly (readonly unknown[])[]): boolean =>
  rows.every((row) => row.length === rows[0]?.length)
const counts = z.array(z.array(count)).refine(sameLength, { error: 'rows must be of one length' })
const table = counts.refine((rows) => rows.every((row) => row.length === rows.length), {
  error: 'a table of two coders must be as wide as it is high',
})
const distinct = (list: readonly string[]): boolean => new Set(list).size === list.length
const segment = z.looseObject({ coder: name, start: z.number(), end: z.number(), code: name })
const continuum = z.looseObject({
  id: name.optional(),
  begin: z.number().optional(),
  length: z.number().nonnegative(),
  coders: names.refine(distinct, { error: 'a coder is listed twice' }).optional(),
  segments: z.array(segment),
})
const side = z.union([name.transform((one) => [one]), names]).optional()
const marked = {
  coder_a: side,
  coder_b: side,
  overlap: z.number().optional(),
  categories: names.optional(),
  codes: names.optional(),
  code_map: z.record(z.string(), z.union([name, z.null()])).nullish(),
  gamma_parameters: z
    .looseObject({ alpha: z.number(), beta: z.number(), delta_empty: z.number() })
    .partial()
    .optional(),
  chance_segments: z.array(z.array(segment)).optional(),
}
const mask = z.string()
const masses = z.array(z.number())
const kappaTable = z.union([table, z.looseObject({ table }).transform((entry) => entry.table)])

const data = z.discriminatedUnion('kind', [
  z.looseObject({
    kind: z.enum(['ratings', 'bootstrap']),
    units: z.array(z.array(cell)),
    categories: z.array(cell).optional(),
  }),
  z.looseObject({ kind: z.literal('table'), table, categories: z.array(cell).optional() }),
  z.looseObject({ kind: z.literal('counts'), counts, categories: z.array(cell).optional() }),
  z.looseObject({ kind: z.literal('continuum'), continuum, ...marked }),
  z.looseObject({ kind: z.literal('documents'), documents: z.array(continuum), ...marked }),
  z.looseObject({
    kind: z.literal('boundaries'),
    reference: mask.optional(),
    hypothesis: mask.optional(),
    masses_a: masses.optional(),
    masses_b: masses.optional(),
    k: z.number().nullish(),
    n_t: z.number().optional(),
  }),
  z.looseObject({
    kind: z.literal('kappa_tables'),
    tables: z.union([
      z.array(kappaTable),
      z.record(z.string(), kappaTable).transform((byCode) => Object.values(byCode)),
    ]),
  }),
])

const file = z.looseObject({ measures: z.array(z.string()).default([]), data })

type Data = z.infer<typeof data>

/** Reads a study file's JSON. Throws a ZodError that says where the file is not of the shape. */
export function readStudyFile(json: unknown): StudyFile {
  const { measures, data } = file.parse(json)
  return { measures, study: studyOf(data) }
}

function studyOf(data: Data): FiledStudy {
  switch (data.kind) {
    case 'ratings':
    case 'bootstrap':
      return { kind: data.kind, ratings: ratingsOf(data.units, { categories: data.categories ?? [] }) }
    case 'table':
      return { kind: 'ratings', ratings: ratingsOfTable(data.table, data.categories ?? numbered(data.table.length)) }
    case 'counts':
      return {
        kind: 'ratings',
        ratings: ratingsOfCounts(data.counts, data.categories ?? numbered(data.counts[0]?.length ?? 0)),
      }
    case 'continuum':
      return { kind: 'continua', texts: textsOf([data.continuum], data) }
    case 'documents':
      return { kind: 'continua', texts: textsOf(data.documents, data) }
    case 'boundaries':
      return {
        kind: 'boundaries',
        a: boundariesOf(data.reference, data.masses_a),
        b: boundariesOf(data.hypothesis, data.masses_b),
        k: data.k ?? null,
        nt: data.n_t ?? 2,
      }
    case 'kappa_tables':
      return { kind: 'kappa_tables', tables: data.tables }
  }
}

function numbered(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

function boundariesOf(mask: string | undefined, masses: readonly number[] | undefined): Boundaries {
  return mask === undefined ? boundariesOfMasses(masses ?? []) : [...mask].map((place) => place === '1')
}

type FiledContinuum = z.infer<typeof continuum>

function textsOf(
  continua: readonly FiledContinuum[],
  beside: Extract<Data, { kind: 'continuum' | 'documents' }>,
): FiledTexts {
  const { gamma_parameters: gamma } = beside
  const groups = beside.code_map ? Object.entries(beside.code_map) : null
  return {
    texts: continua.map((text, index) => ({
      id: text.id ?? String(index + 1),
      length: text.length,
      coders: text.coders ?? [...new Set(text.segments.map(({ coder }) => coder))],
      marks: text.segments.map((mark) => moved(mark, -(text.begin ?? 0))),
    })),
    declared: beside.codes ?? beside.categories ?? [],
    groups: groups && new Map(groups.flatMap(([code, group]) => (group === null ? [] : [[code, group]]))),
    sideA: beside.coder_a ?? null,
    sideB: beside.coder_b ?? null,
    overlap: beside.overlap ?? 0.9,
    weights: { alpha: gamma?.alpha ?? 1, beta: gamma?.beta ?? 1, deltaEmpty: gamma?.delta_empty ?? 1 },
    chance: (beside.chance_segments ?? []).map((marks) => marks.map((mark) => moved(mark, -(continua[0]?.begin ?? 0)))),
  }
}

function moved({ coder, start, end, code }: z.infer<typeof segment>, by: number): Mark {
  return { coder, start: start + by, end: end + by, code }
}
