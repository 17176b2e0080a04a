import type { Crosstab, Row } from './crosstab'

/** Whether a cell is not to be published: `column` is an index, null the row's total. */
export type Hidden = (row: Row, column: number | null) => boolean

/**
 * Which cells of a table are withheld so that nobody can be told by a small number: counts from 1 to `least` - 1, and where just one cell of a row is withheld the next smallest
 * that is not 0 with it, since else it would follow from the total. A row of one column has its total withheld with it. `least` below 2 withholds nothing.
 */
export function smallCells(table: Crosstab, least: number): Hidden {
  const hidden = new Map<Row, ReadonlySet<number | null>>()
  if (least >= 2) for (const row of [...table.rows, table.any]) hidden.set(row, withheld(row, least))
  return (row, column) => hidden.get(row)?.has(column) ?? false
}

function withheld(row: Row, least: number): ReadonlySet<number | null> {
  const small = row.cells.flatMap((n, c) => (n > 0 && n < least ? [c] : []))
  const found = new Set<number | null>(small)
  if (row.total > 0 && row.total < least) found.add(null)
  if (small.length !== 1 || found.has(null)) return found
  const [next] = row.cells.flatMap((n, c) => (n > 0 && !found.has(c) ? [{ n, c }] : [])).sort((a, b) => a.n - b.n)
  return found.add(next ? next.c : null)
}
