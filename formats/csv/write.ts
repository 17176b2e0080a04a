import { stringify } from 'csv-stringify/sync'
import type { Exporter, Written } from '../reading'
import type { Table, TableCell } from '../table'

/**
 * A table as comma-separated values: UTF-8 with a byte order mark (without one Excel takes Cyrillic for Latin), lines ended by CR LF as RFC 4180 has
 * it. A text that a spreadsheet would run as a formula gets an apostrophe before it; numbers, and texts that are nothing but a number, stay as they are.
 */
export function writeCsv(table: Table): Uint8Array {
  const rows = [table.columns, ...table.rows].map((row) => row.map(harmless))
  return new TextEncoder().encode(`\uFEFF${stringify(rows, { record_delimiter: 'windows' })}`)
}

/** Comma-separated values as a kind of file to download. */
export const csvExporter: Exporter<Table> = {
  id: 'csv',
  name: 'CSV',
  extension: 'csv',
  type: 'text/csv; charset=utf-8',
  write: async (table): Promise<Written> => ({ bytes: writeCsv(table), notes: [] }),
}

const FORMULA = /^[=+\-@\t\r]/u
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/u

function harmless(cell: TableCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell
}
