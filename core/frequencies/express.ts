import type { Column, Countable, Crosstab, Row } from './crosstab'

/** How a count is shown: itself, as a share of its row, of its column, or of the interviews or words under the heading. */
export const shows = ['count', 'row', 'column', 'share'] as const
/** One of `shows`. */
export type Show = (typeof shows)[number]

/** Whether a count can be shown so: codings are no part of the interviews or words of a heading, so they have no share. */
export function canShow(count: Countable, show: Show): boolean {
  return show !== 'share' || count !== 'codings'
}

/**
 * The number of a cell as it is shown: a count, or a proportion from 0 to 1. `column` is an index, or null for the total of the row.
 * null where the denominator is 0 or there is none: such a cell is empty.
 */
export function cellOf(table: Crosstab, row: Row, column: number | null, show: Show): number | null {
  const value = column === null ? row.total : row.cells[column]
  const head = column === null ? table.all : table.columns[column]
  if (value === undefined || !head) return null
  if (show === 'count') return value
  if (show === 'row') return proportion(value, row.total)
  // The row of any code counts an interview or a word once, its column's sum once per code: as a share of the sum it is the whole.
  if (show === 'column') return proportion(row === table.any ? head.mentions : value, head.mentions)
  return proportion(value, denominator(table.count, head))
}

/** What a share is a share of: the interviews or the words under a heading; null for codings, which are part of neither. */
export function denominator(count: Countable, head: Column): number | null {
  if (count === 'codings') return null
  return count === 'interviews' ? head.interviews : head.words
}

function proportion(part: number, whole: number | null): number | null {
  return whole === null || whole === 0 ? null : part / whole
}

/** The largest number that a code's cells show, 0 for none: what shading is measured by. */
export function largest(table: Crosstab, show: Show): number {
  let most = 0
  for (const row of table.rows)
    for (const column of table.columns.keys()) most = Math.max(most, cellOf(table, row, column, show) ?? 0)
  return most
}
