import { limits } from './limits'
import { type Importer, type Note, note, type Reading, refuse } from './reading'

/**
 * A sheet with one row per interview: the names of its columns and the rows under them, all as text, every row as long as the columns. Numbers are in
 * JavaScript's notation, dates YYYY-MM-DD, an empty cell is ''.
 */
export type Sheet = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** A kind of file that sheets come in. */
export type SheetImporter = Importer<Sheet>

/**
 * Makes a sheet of rows of cells: the first row that is not empty names the columns; empty rows and columns without name and value are dropped; a column
 * that has values but no name, or the same name twice, is refused.
 */
export function sheetOf(file: string, cells: readonly (readonly string[])[], notes: readonly Note[]): Reading<Sheet> {
  const filled = cells
    .map((row) => row.map((cell) => cell.normalize('NFC').trim()))
    .filter((row) => row.some((cell) => cell !== ''))
  const [head = [], ...rows] = filled
  if (rows.length === 0) return refuse('sheetEmpty', file)
  const width = filled.reduce((most, row) => Math.max(most, row.length), 0)
  if (rows.length > limits.rows || width > limits.columns)
    return refuse('sheetTooLarge', file, { rows: limits.rows, columns: limits.columns })
  const used = Array.from({ length: width }, (_, at) => at).filter((at) => filled.some((row) => (row[at] ?? '') !== ''))
  const nameless = used.find((at) => (head[at] ?? '') === '')
  if (nameless !== undefined) return refuse('sheetNameless', file, { column: nameless + 1 })
  const columns = used.map((at) => head[at] ?? '')
  const twice = columns.find(
    (column, at) => columns.findIndex((other) => other.toLowerCase() === column.toLowerCase()) < at,
  )
  if (twice !== undefined) return refuse('sheetColumnTwice', file, { column: twice })
  return { value: { columns, rows: rows.map((row) => used.map((at) => row[at] ?? '')) }, notes }
}

/** The note that says that only the first of several sheets was read. */
export function firstSheetOnly(sheet: string, count: number): Note {
  return note('firstSheetOnly', { sheet, count })
}
