import { fold } from '../text/fold'
import type { Variable, VariableKind } from '../variable'
import { kindOf, storedValue } from './kind'

/** A sheet with one row per interview; all cells are text, '' is no value. */
export type Grid = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }

/**
 * What becomes of a column: the id of the variable that has its name, or null when there is none yet; the kind of that variable or the kind that the
 * values suggest; and the values, for a category, that it does not have yet, in order of appearance.
 */
export type ColumnUse = {
  readonly name: string
  readonly variable: string | null
  readonly kind: VariableKind
  readonly categories: readonly string[]
}

/** A row that belongs to a file: `row` is its number in the sheet, the row of names being 1; `values` by column name, as they are stored. */
export type MatchedRow = {
  readonly row: number
  readonly file: string
  readonly values: Readonly<Record<string, string>>
}

/** What does not fit between files, sheet and variables. Rows are numbered as in `MatchedRow`. */
export type Mismatch =
  | { readonly kind: 'no-file-column' }
  | { readonly kind: 'row-without-file'; readonly row: number; readonly file: string }
  | { readonly kind: 'file-without-row'; readonly file: string }
  | { readonly kind: 'two-rows'; readonly file: string; readonly first: number; readonly second: number }
  | { readonly kind: 'two-files'; readonly row: number; readonly file: string; readonly other: string }
  | { readonly kind: 'unknown-column'; readonly column: string }
  | {
      readonly kind: 'other-kind'
      readonly row: number
      readonly column: string
      readonly value: string
      readonly expected: VariableKind
    }

/** Files laid beside the rows of a sheet. A file with two rows and a row with two files have no `MatchedRow`. */
export type Match = {
  readonly fileColumn: string | null
  readonly columns: readonly ColumnUse[]
  readonly rows: readonly MatchedRow[]
  readonly mismatches: readonly Mismatch[]
}

const FILE_COLUMNS = [
  'file',
  'filename',
  'file name',
  'файл',
  'имя файла',
  'название файла',
  'interview',
  'интервью',
  'transcript',
  'стенограмма',
  'document',
  'документ',
]

/**
 * Matches files with the rows of a sheet by name: without folders, in any case and normal form, with or without the ending. The column of names is known by
 * its own name, or is the one that names the most files.
 */
export function matchFiles(files: readonly string[], sheet: Grid, variables: readonly Variable[]): Match {
  const at = fileColumn(files, sheet)
  const columns = sheet.columns.flatMap((name, index) =>
    index === at ? [] : [columnUse(name, index, sheet, variables)],
  )
  const unknown = columns.flatMap(({ name, variable }): Mismatch[] =>
    variable === null ? [{ kind: 'unknown-column', column: name }] : [],
  )
  if (at < 0) return { fileColumn: null, columns, rows: [], mismatches: [{ kind: 'no-file-column' }, ...unknown] }
  const mismatches: Mismatch[] = []
  const taken = new Map<string, number>()
  const twice = new Set<string>()
  const rows: MatchedRow[] = []
  sheet.rows.forEach((cells, index) => {
    const row = index + 2
    const named = cells[at] ?? ''
    const [file, other] = filesNamed(files, named)
    if (file === undefined) mismatches.push({ kind: 'row-without-file', row, file: named })
    else if (other !== undefined) mismatches.push({ kind: 'two-files', row, file, other })
    else if (taken.has(file)) {
      mismatches.push({ kind: 'two-rows', file, first: taken.get(file) ?? row, second: row })
      twice.add(file)
    } else {
      taken.set(file, row)
      rows.push({ row, file, values: valuesOf(cells, row, sheet.columns, columns, mismatches) })
    }
  })
  for (const file of files) if (!taken.has(file)) mismatches.push({ kind: 'file-without-row', file })
  const kept = rows.filter(({ file }) => !twice.has(file))
  return { fileColumn: sheet.columns[at] ?? null, columns, rows: kept, mismatches: [...mismatches, ...unknown] }
}

function fileColumn(files: readonly string[], sheet: Grid): number {
  const named = FILE_COLUMNS.map((name) => sheet.columns.findIndex((column) => fold(column) === name)).filter(
    (at) => at >= 0,
  )
  const all = sheet.columns.map((_, at) => at)
  const hits = (at: number) => sheet.rows.filter((row) => filesNamed(files, row[at] ?? '').length > 0).length
  const [first = -1] = named
  const best = (named.length > 0 ? named : all).reduce(
    (most, at) => (most < 0 || hits(at) > hits(most) ? at : most),
    first,
  )
  return named.length > 0 || (best >= 0 && hits(best) > 0) ? best : -1
}

/** The files that a cell names: those with the very name, else those that have it before their ending. */
function filesNamed(files: readonly string[], cell: string): readonly string[] {
  const wanted = keyOf(cell)
  if (wanted === '') return []
  const whole = files.filter((file) => keyOf(file) === wanted)
  if (whole.length > 0) return whole
  const stem = withoutEnding(wanted)
  return files.filter((file) => {
    const name = withoutEnding(keyOf(file))
    return name === wanted || (name === stem && /\.(?:docx?|txt|rtf|odt|pdf|md|html?)$/u.test(wanted))
  })
}

function keyOf(name: string): string {
  return fold(name.replace(/^.*[\\/]/u, ''))
}

function withoutEnding(key: string): string {
  return key.replace(/\.[a-z0-9]{1,5}$/u, '')
}

function columnUse(name: string, at: number, sheet: Grid, variables: readonly Variable[]): ColumnUse {
  const known = variables.find((variable) => fold(variable.name) === fold(name))
  const values = sheet.rows.map((row) => row[at] ?? '')
  const kind = known?.kind ?? kindOf(values)
  const present = new Set(known?.categories ?? [])
  const categories =
    kind === 'category' ? [...new Set(values)].filter((value) => value !== '' && !present.has(value)) : []
  return { name: known?.name ?? name, variable: known?.id ?? null, kind, categories }
}

function valuesOf(
  cells: readonly string[],
  row: number,
  names: readonly string[],
  columns: readonly ColumnUse[],
  mismatches: Mismatch[],
): Readonly<Record<string, string>> {
  const values: [string, string][] = []
  names.forEach((name, at) => {
    const value = cells[at] ?? ''
    const column = columns.find((use) => fold(use.name) === fold(name))
    if (column === undefined || value === '') return
    const stored = storedValue(value, column.kind)
    if (stored === null) mismatches.push({ kind: 'other-kind', row, column: column.name, value, expected: column.kind })
    else values.push([column.name, stored])
  })
  return Object.fromEntries(values)
}
