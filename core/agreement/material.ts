import { type Cut, cutOf } from './cut'
import type { Span } from './units'

/**
 * An interview as agreement sees it. `length` is that of its text, all spans are [start, end) offsets into it. `coders` are
 * those who were to code it, whether they marked anything or not: who is not listed is absent, not of the opinion that there
 * is nothing. `interviewer` is what the interviewer says, `values` the interview's variables by id.
 */
export type MaterialInterview = {
  readonly id: string
  readonly length: number
  readonly coders: readonly string[]
  readonly interviewer: readonly Span[]
  readonly sentences: readonly Span[]
  readonly turns: readonly Span[]
  readonly paragraphs: readonly Span[]
  readonly values: Readonly<Record<string, string>>
}

/** A code on a passage by a coder, [start, end) in the interview's text. */
export type MaterialCoding = {
  readonly interview: string
  readonly coder: string
  readonly code: string
  readonly start: number
  readonly end: number
}

/** A code and the code above it, if any. */
export type MaterialCode = { readonly id: string; readonly parent: string | null }

/** What there is to compare: interviews, codes, and the codings of the coders to be compared. It carries no text. */
export type Material = {
  readonly interviews: readonly MaterialInterview[]
  readonly codes: readonly MaterialCode[]
  readonly codings: readonly MaterialCoding[]
}

/** What is asked: whether one code is marked, or which of the codes of a group whose codes exclude each other. */
export type Question =
  | { readonly about: 'code'; readonly code: string }
  | { readonly about: 'group'; readonly codes: readonly string[] }

/** The units that values are compared on. A `passage` is a range that any coder drew. */
export const unitKinds = ['character', 'sentence', 'turn', 'paragraph', 'interview', 'passage'] as const
/** One of `unitKinds`. */
export type UnitKind = (typeof unitKinds)[number]

/**
 * How material becomes a study. Without the interviewer, the rest of each text is laid end to end. With `rollUp` a coding
 * counts for the nearest code above it that is asked about. `share` (0 to 1) is how much of a unit must be marked for the
 * unit to have the code, 0 meaning a single character; for passages, how much two ranges must have in common of what they
 * cover together to be the same passage.
 */
export type Choice = {
  readonly unit: UnitKind
  readonly withInterviewer: boolean
  readonly rollUp: boolean
  readonly share: number
}

/** The codes a question is about. */
export function codesOf(question: Question): readonly string[] {
  return question.about === 'code' ? [question.code] : question.codes
}

/** The code of a question that codings with `code` count for, or null. */
export function countsFor(material: Material, question: Question, rollUp: boolean): (code: string) => string | null {
  const asked = new Set(codesOf(question))
  const { parents } = indexOf(material)
  return (code) => {
    const seen = new Set<string>()
    let at: string | null = code
    while (at !== null && !seen.has(at)) {
      if (asked.has(at)) return at
      if (!rollUp) return null
      seen.add(at)
      at = parents.get(at) ?? null
    }
    return null
  }
}

type Index = {
  readonly parents: ReadonlyMap<string, string | null>
  readonly byCode: ReadonlyMap<string, readonly MaterialCoding[]>
}

const indices = new WeakMap<Material, Index>()

function indexOf(material: Material): Index {
  const known = indices.get(material)
  if (known) return known
  const index = {
    parents: new Map(material.codes.map(({ id, parent }) => [id, parent])),
    byCode: grouped(material.codings, ({ code }) => code),
  }
  indices.set(material, index)
  return index
}

/** Items by a key, in their order. */
export function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const name = key(item)
    const group = groups.get(name)
    if (group) group.push(item)
    else groups.set(name, [item])
  }
  return groups
}

/** The codings that count for a question, each with the asked code it counts for as its code, by interview. */
export function codingsFor(material: Material, question: Question, rollUp: boolean): Map<string, MaterialCoding[]> {
  const nameOf = countsFor(material, question, rollUp)
  const counted: MaterialCoding[] = []
  for (const [code, codings] of indexOf(material).byCode) {
    const name = nameOf(code)
    if (name === null) continue
    for (const coding of codings) counted.push(name === code ? coding : { ...coding, code: name })
  }
  return grouped(counted, ({ interview }) => interview)
}

const whole = new WeakMap<MaterialInterview, Cut>()
const respondent = new WeakMap<MaterialInterview, Cut>()

/** The text of an interview that a choice compares. */
export function cutFor(interview: MaterialInterview, choice: Choice): Cut {
  const cache = choice.withInterviewer ? whole : respondent
  const known = cache.get(interview)
  if (known) return known
  const cut = cutOf(interview.length, choice.withInterviewer ? [] : interview.interviewer)
  cache.set(interview, cut)
  return cut
}
