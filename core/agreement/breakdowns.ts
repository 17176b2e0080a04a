import { type Answered, type Asked, answered } from './asked'
import type { Material, MaterialInterview } from './material'

/** A part of the material under a name: a pair's two coders, an interview's id, a variable's value. */
export type Slice = { readonly key: readonly string[]; readonly material: Material }

/** The same material with some of its interviews. */
export function onlyInterviews(material: Material, keep: (interview: MaterialInterview) => boolean): Material {
  const interviews = material.interviews.filter(keep)
  const ids = new Set(interviews.map(({ id }) => id))
  return { ...material, interviews, codings: material.codings.filter(({ interview }) => ids.has(interview)) }
}

/** The same material with some of its coders; interviews that fewer than two of them coded stay, and add nothing. */
export function onlyCoders(material: Material, coders: readonly string[]): Material {
  const kept = new Set(coders)
  return {
    ...material,
    interviews: material.interviews.map((interview) => ({
      ...interview,
      coders: interview.coders.filter((coder) => kept.has(coder)),
    })),
    codings: material.codings.filter(({ coder }) => kept.has(coder)),
  }
}

function codersOf(material: Material): string[] {
  return [...new Set(material.interviews.flatMap(({ coders }) => coders))]
}

/** One slice for every pair of coders who share an interview, `consensus` not being one of them. */
export function byPair(material: Material, consensus: string | null = null): Slice[] {
  const coders = codersOf(material).filter((coder) => coder !== consensus)
  return coders.flatMap((a, index) =>
    coders.slice(index + 1).flatMap((b) => {
      const shared = material.interviews.some(
        (interview) => interview.coders.includes(a) && interview.coders.includes(b),
      )
      return shared ? [{ key: [a, b], material: onlyCoders(material, [a, b]) }] : []
    }),
  )
}

/** One slice for every coder against the consensus. */
export function againstConsensus(material: Material, consensus: string): Slice[] {
  return codersOf(material)
    .filter((coder) => coder !== consensus)
    .map((coder) => ({ key: [coder, consensus], material: onlyCoders(material, [coder, consensus]) }))
}

/** One slice for every interview that two coders and more worked on. */
export function byInterview(material: Material): Slice[] {
  return material.interviews
    .filter(({ coders }) => coders.length > 1)
    .map(({ id }) => ({ key: [id], material: onlyInterviews(material, (interview) => interview.id === id) }))
}

/** One slice for every value of a variable (a section, a type of respondent), interviews without a value under ''. */
export function byVariable(material: Material, variable: string): Slice[] {
  const values = [...new Set(material.interviews.map((interview) => interview.values[variable] ?? ''))].sort()
  return values.map((value) => ({
    key: [value],
    material: onlyInterviews(material, (interview) => (interview.values[variable] ?? '') === value),
  }))
}

/** A row of a breakdown: the slice's key and its figure. */
export type BreakdownRow = { readonly key: readonly string[] } & Answered

/** The same figure for every slice. Per code or per group is the same with a question each: see `perQuestion`. */
export function perSlice(slices: readonly Slice[], asked: Asked): BreakdownRow[] {
  return slices.map(({ key, material }) => ({ key, ...answered(material, asked) }))
}

/** The same figure for every question, keyed by the codes it is about. */
export function perQuestion(
  material: Material,
  questions: readonly Asked['question'][],
  asked: Omit<Asked, 'question'>,
): BreakdownRow[] {
  return questions.map((question) => ({
    key: question.about === 'code' ? [question.code] : question.codes,
    ...answered(material, { ...asked, question }),
  }))
}
