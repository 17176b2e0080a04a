import type { TranscriptText } from '@/core/text/turn'
import type { Values } from '@/core/variable'

/** An interview as the table of interviews shows it. `codings` counts those of persons, not the consensus; `coders` are in order of name. */
export type Interview = {
  readonly id: string
  readonly name: string
  /** BCP 47, '' when unknown. */
  readonly language: string
  /** The file it came from, '' when it came from none. */
  readonly file: string
  readonly values: Values
  readonly words: number
  readonly turns: number
  readonly codings: number
  /** Passages with a translation. */
  readonly translations: number
  readonly coders: readonly string[]
}

/** A transcript with the language it is in, as an importer reads it. */
export type ReadText = TranscriptText & { readonly language: string }

/** One cell of the table of interviews: a value of a variable, null for none. */
export type Cell = { readonly interviewId: string; readonly variableId: string; readonly value: string | null }
