import type { Continua, Ratings } from './study'
import { eachPiece, unitsOf } from './units'

/** Whether a character a coder left unmarked is a decision (the value `GAP_NAME`) or no value at all. */
export type GapMeaning = 'value' | 'missing'

/** The category of unmarked characters where the gap is a value. No code can be called so: names of codes are not empty. */
export const GAP_NAME = ''

/**
 * The characters of continua as ratings, in runs: one row for each stretch on which no coder changes, weighted by its
 * length. Values must exclude each other within a coder. A coder not assigned to a text has missing values there.
 */
export function charactersAsRatings(study: Continua, gap: GapMeaning): Ratings {
  const coders = [...new Set(study.documents.flatMap((document) => document.coders))]
  const rank = new Map(coders.map((coder, i) => [coder, i]))
  const categories = gap === 'value' ? [...study.values, GAP_NAME] : [...study.values]
  const unmarked = gap === 'value' ? study.values.length : -1
  const values: number[] = []
  const weights: number[] = []
  const interviewOf: number[] = []
  study.documents.forEach((document, index) => {
    const columns = document.coders.map((coder) => rank.get(coder) ?? 0)
    eachPiece(document.length, document.segments.map(unitsOf), (start, end, given) => {
      const base = values.length
      for (let i = 0; i < coders.length; i++) values.push(-1)
      columns.forEach((column, i) => {
        const value = given[i] ?? -1
        values[base + column] = value < 0 ? unmarked : value
      })
      weights.push(end - start)
      interviewOf.push(index)
    })
  })
  return {
    kind: 'ratings',
    coders,
    anonymous: false,
    categories,
    values: Int32Array.from(values),
    weights: Float64Array.from(weights),
    interviews: study.documents.map(({ id }) => id),
    interviewOf: Int32Array.from(interviewOf),
  }
}
