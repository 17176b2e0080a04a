/*
 * A project as it travels between programs: what REFI-QDA (urn:QDA-XML:project:1.0) can say and we can keep. Ids are GUIDs in lower case without
 * braces; times are milliseconds since 1970; offsets are UTF-16 and half-open, into the text as we store it (NFC, \n).
 */

/** A person who coded or wrote. `email` is '' when it is not told. */
export type ExchangeUser = { readonly id: string; readonly name: string; readonly email: string }

/** A code with those under it. `codable` is false for a mere folder; `colour` is #rrggbb or null. */
export type ExchangeCode = {
  readonly id: string
  readonly name: string
  readonly codable: boolean
  readonly colour: string | null
  readonly description: string
  readonly noteIds: readonly string[]
  readonly codes: readonly ExchangeCode[]
}

/** A code given to a selection or to a whole source by a user, null when nobody says by whom. */
export type ExchangeCoding = {
  readonly id: string
  readonly codeId: string
  readonly userId: string | null
  readonly at: number | null
  readonly noteIds: readonly string[]
}

/** A passage [start, end) of a source with its codings; without any it is a remark. `comment` is what is said about the passage, '' for nothing. */
export type ExchangeSelection = {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly comment: string
  readonly userId: string | null
  readonly at: number | null
  readonly codings: readonly ExchangeCoding[]
  readonly noteIds: readonly string[]
}

/** What a variable can hold. */
export const exchangeTypes = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'] as const
/** One of `exchangeTypes`. */
export type ExchangeType = (typeof exchangeTypes)[number]

/** A variable of sources and cases. */
export type ExchangeVariable = {
  readonly id: string
  readonly name: string
  readonly type: ExchangeType
  readonly description: string
}

/** A value of a variable as text: numbers in JavaScript's notation, dates YYYY-MM-DD. */
export type ExchangeValue = { readonly variableId: string; readonly value: string }

/** A text with what was said about its passages. `codings` are of the source as a whole. */
export type ExchangeSource = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly text: string
  readonly userId: string | null
  readonly at: number | null
  readonly selections: readonly ExchangeSelection[]
  readonly codings: readonly ExchangeCoding[]
  readonly noteIds: readonly string[]
  readonly values: readonly ExchangeValue[]
}

/** A case: who or what the sources are about. */
export type ExchangeCase = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly values: readonly ExchangeValue[]
  readonly sourceIds: readonly string[]
}

/** A memo; whatever refers to it has its id among its `noteIds`. */
export type ExchangeNote = {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly userId: string | null
  readonly at: number | null
}

/** A named group of codes, sources and notes. */
export type ExchangeSet = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly codeIds: readonly string[]
  readonly sourceIds: readonly string[]
  readonly noteIds: readonly string[]
}

/** A whole project. `origin` names the program that wrote it, '' when it does not say. */
export type ExchangeProject = {
  readonly name: string
  readonly origin: string
  readonly description: string
  readonly users: readonly ExchangeUser[]
  readonly codes: readonly ExchangeCode[]
  readonly variables: readonly ExchangeVariable[]
  readonly cases: readonly ExchangeCase[]
  readonly sources: readonly ExchangeSource[]
  readonly notes: readonly ExchangeNote[]
  readonly noteIds: readonly string[]
  readonly sets: readonly ExchangeSet[]
}

/** A codebook as it travels: codes and sets of codes. */
export type ExchangeCodebook = Pick<ExchangeProject, 'origin' | 'codes' | 'sets'>

/** The codes of a tree in its order, parents before children, each with its parent. */
export function flatCodes(
  codes: readonly ExchangeCode[],
  parent: ExchangeCode | null = null,
): readonly { readonly code: ExchangeCode; readonly parent: ExchangeCode | null }[] {
  return codes.flatMap((code) => [{ code, parent }, ...flatCodes(code.codes, code)])
}

/** How many codings a source has, of passages and of the whole. */
export function codingCount(source: Pick<ExchangeSource, 'selections' | 'codings'>): number {
  return source.selections.reduce((sum, { codings }) => sum + codings.length, source.codings.length)
}
