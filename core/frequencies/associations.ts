import { adjusted, type Correction } from '../statistics/adjust'
import { type Association, association, type NoAssociation } from '../statistics/association'
import type { CodeRow, Crosstab } from './crosstab'

/** A code's test over the groups of a table: interviews that mention it against those that do not. `corrected` is its p among all codes tested, null without a test. */
export type CodeAssociation = {
  readonly row: CodeRow
  readonly result: Association | NoAssociation
  readonly corrected: number | null
}

/** Fewer interviews than this in a group are too few to compare it. */
export const FEW = 5

/**
 * Tests for each code whether it is mentioned as often in every group of interviews. Of `table.count` other than interviews there is no test, since codings of one interview are
 * not independent of each other: the answer is empty. The correction is over the codes that could be tested.
 */
export function associations(table: Crosstab, correction: Correction): readonly CodeAssociation[] {
  if (table.count !== 'interviews' || table.columns.length < 2) return []
  const of = table.columns.map((column) => column.interviews)
  const tested = table.rows.map((row) => ({ row, result: association(row.cells, of) }))
  const ps = tested.flatMap(({ result }) => (typeof result === 'string' ? [] : [result.p]))
  const corrected = adjusted(ps, correction)
  let next = 0
  return tested.map((one) => ({
    ...one,
    corrected: typeof one.result === 'string' ? null : (corrected[next++] ?? null),
  }))
}

/** The columns of a table that have fewer than `FEW` interviews, as indices. */
export function fewIn(table: Crosstab): readonly number[] {
  return table.columns.flatMap((column, c) => (column.interviews < FEW ? [c] : []))
}
