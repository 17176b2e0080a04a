import type { Code } from './codebook/code'
import type { Coding } from './coding'

/** A coding as a screen that has the text needs it. */
export type SeenCoding = Omit<Coding, 'quote'>

/** What is new in an interview for one person. */
export type News = {
  /** Whether `codings` are all that there are; what is not among them is gone. */
  readonly all: boolean
  readonly codings: readonly SeenCoding[]
  /** Ids of codings that are not there, or not to be seen, any more. */
  readonly gone: readonly string[]
  /** The whole codebook when it has changed, else null. */
  readonly codes: readonly Code[] | null
  /** The text was corrected: codings are places of another text than the one watched, and none are told any more. */
  readonly corrected: boolean
  /** Where to go on after a break. Null while anything of the project is kept from the person: numbers would tell that something happened. */
  readonly cursor: number | null
}

/** Somebody who has an interview open. */
export type Present = { readonly id: string; readonly name: string }
