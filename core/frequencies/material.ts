import type { Coder } from '@/core/project'
import type { Values } from '@/core/variable'
import type { OutlineRow } from './outline'

/** An interview as it is counted: its current transcript's words, and the half-open word ranges [from, to, from, to ...] of interviewers. */
export type CountedInterview = {
  readonly id: string
  readonly name: string
  readonly values: Values
  readonly words: number
  readonly interviewerWords: readonly number[]
}

/**
 * Codings as columns of numbers, one entry a coding: indices into the material's interviews, codes and coders; the half-open range of words
 * [from, to) and of UTF-16 offsets [start, end); `key` is the number by which whoever made the material finds the coding again.
 */
export type Passages = {
  readonly length: number
  readonly interview: Int32Array
  readonly code: Int32Array
  readonly coder: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
  readonly key: Float64Array
}

/** Everything that is counted and quoted in a project, as one person may see it. Only interviews that have a transcript are in it. */
export type Material = {
  readonly interviews: readonly CountedInterview[]
  readonly codes: readonly OutlineRow[]
  readonly coders: readonly Coder[]
  readonly passages: Passages
}
