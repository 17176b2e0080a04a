import { groupValue } from '@/core/frequencies/columns'
import type { Material } from '@/core/frequencies/material'
import { saidOutside } from '@/core/frequencies/spans'
import type { SpeakerRole } from '@/core/text/turn'
import type { Variable } from '@/core/variable'

/**
 * Which codings are quoted. An empty list asks for nothing.
 *
 * `any`: codings of one of these codes. `all`: passages that codings of every one of these codes overlap. `none`: passages that no coding of
 * these codes overlaps. Rows are the codings of `any`; if that is empty those of `all`; if both are, every coding. Two codings overlap when
 * they share a character in one interview; a coding overlaps itself; only codings of the chosen coders overlap.
 */
export type Query = {
  readonly any: readonly string[]
  readonly all: readonly string[]
  readonly none: readonly string[]
  /** A code stands for its sub-codes too. */
  readonly subCodes: boolean
  /** By variable: the values of which an interview has one, null = no value; a date is asked for by its year. */
  readonly values: readonly { readonly variable: Variable; readonly values: readonly (string | null)[] }[]
  /** Passages in which one of these speaks. */
  readonly speakers: readonly SpeakerRole[]
  /** Ids of coders. */
  readonly coders: readonly string[]
  /** Words that the passage holds as they stand, in any case. */
  readonly text: string
}

/** The query that every coding answers. */
export const everything: Query = {
  any: [],
  all: [],
  none: [],
  subCodes: true,
  values: [],
  speakers: [],
  coders: [],
  text: '',
}

/** What a speaker role means for figures and for excerpts: anybody but the interviewers is one rule by words, in both. */
export function anybodyButInterviewers(roles: readonly SpeakerRole[]): boolean {
  return roles.length === 2 && !roles.includes('interviewer')
}

/**
 * Indices of the passages that answer a query, in the order of the material, but for its `text` and for roles that only the turns tell:
 * `spoken` is asked for these (see `anybodyButInterviewers`) with the index of a passage.
 */
export function matches(material: Material, query: Query, spoken: (passage: number) => boolean): readonly number[] {
  const { passages, interviews } = material
  const sets = codeSets(material, query)
  const rowCodes = sets.any ?? unite(sets.all)
  const coders = material.coders.map((coder) => query.coders.length === 0 || query.coders.includes(coder.id))
  const asked = interviews.map((interview) =>
    query.values.every(
      ({ variable, values }) => values.length === 0 || values.includes(groupValue(interview.values, variable)),
    ),
  )
  const byRole = query.speakers.length > 0 && query.speakers.length < 3
  const byWords = byRole && anybodyButInterviewers(query.speakers)
  const overlaps = sets.all.length > 0 || sets.none ? overlapping(material, coders) : null
  const found: number[] = []
  for (let p = 0; p < passages.length; p++) {
    const i = passages.interview[p] ?? -1
    if (!asked[i] || !coders[passages.coder[p] ?? -1]) continue
    if (rowCodes && !rowCodes[passages.code[p] ?? -1]) continue
    if (byWords && !saidOutside(passages.from[p] ?? 0, passages.to[p] ?? 0, interviews[i]?.interviewerWords ?? []))
      continue
    if (overlaps) {
      const codes = overlaps(p)
      if (!sets.all.every((set) => codes.some((code) => set[code]))) continue
      if (sets.none && codes.some((code) => sets.none?.[code])) continue
    }
    if (byRole && !byWords && !spoken(p)) continue
    found.push(p)
  }
  return found
}

type CodeSet = readonly boolean[]

function codeSets(material: Material, query: Query): { any: CodeSet | null; all: CodeSet[]; none: CodeSet | null } {
  const set = (ids: readonly string[]): CodeSet => {
    const member = material.codes.map(() => false)
    for (const [k, row] of material.codes.entries())
      if (ids.includes(row.code.id)) member.fill(true, k, query.subCodes ? row.last : k + 1)
    return member
  }
  return {
    any: query.any.length > 0 ? set(query.any) : null,
    all: query.all.map((id) => set([id])),
    none: query.none.length > 0 ? set(query.none) : null,
  }
}

function unite(sets: readonly CodeSet[]): CodeSet | null {
  const first = sets[0]
  return first ? first.map((_, k) => sets.some((set) => set[k])) : null
}

/** For a passage, the codes of the chosen coders' passages that overlap it, its own among them. */
function overlapping({ passages, interviews }: Material, coders: readonly boolean[]): (p: number) => readonly number[] {
  const groups: number[][] = interviews.map(() => [])
  for (let p = 0; p < passages.length; p++)
    if (coders[passages.coder[p] ?? -1]) groups[passages.interview[p] ?? -1]?.push(p)
  return (p) => {
    const start = passages.start[p] ?? 0
    const end = passages.end[p] ?? 0
    return (groups[passages.interview[p] ?? -1] ?? [])
      .filter((other) => (passages.start[other] ?? 0) < end && (passages.end[other] ?? 0) > start)
      .map((other) => passages.code[other] ?? -1)
  }
}
