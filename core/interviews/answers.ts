import { fold, tidy } from '../text/fold'
import type { Grid } from './match'

/**
 * Interviews made of the rows of a sheet: a text for each row under a name of its own, and the sheet again without the columns that became text, with a column
 * `file` that names them, so that its values are matched as any sheet's are. `empty` counts rows without an answer, which make no interview.
 */
export type Answers = {
  readonly files: readonly { readonly path: string; readonly text: string }[]
  readonly grid: Grid
  readonly empty: number
}

/** Columns by which a row is known, in the order in which they are believed. */
const NAMES = [
  'file',
  'файл',
  'interview',
  'интервью',
  'case',
  'случай',
  'name',
  'имя',
  'respondent',
  'респондент',
  'participant',
  'участник',
  'id',
  'код',
  'code',
  'номер',
  'number',
  '№',
]

/** From this average length on, in UTF-16 units of the cells that are not empty, a column is taken for answers. */
const LONG = 40

/** The columns that look like answers to open questions: long texts of several words. Where none is long, the longest with several words; [] for none. */
export function answerColumns(sheet: Grid): readonly string[] {
  const measured = sheet.columns.map((name, at) => {
    const cells = sheet.rows.map((row) => row[at] ?? '').filter((cell) => cell !== '')
    const length = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length)
    const worded = cells.filter((cell) => /\S\s+\S+\s+\S/u.test(cell)).length * 2 > cells.length
    return { name, length: worded ? length : 0 }
  })
  const long = measured.filter(({ length }) => length >= LONG)
  if (long.length > 0) return long.map(({ name }) => name)
  const longest = measured.reduce((best, one) => (one.length > best.length ? one : best), { name: '', length: 0 })
  return longest.length === 0 ? [] : [longest.name]
}

/**
 * Makes an interview of each row. The text of one column stands alone; of several, each stands under its column's name as a heading, which nobody said.
 * Rows are named by the first known column whose values are all there and differ, else by the sheet's name and their number.
 */
export function answersOf(name: string, sheet: Grid, text: readonly string[]): Answers {
  const wanted = new Set(text.map(fold))
  const texts = sheet.columns.flatMap((column, at) => (wanted.has(fold(column)) ? [at] : []))
  const rest = sheet.columns.flatMap((column, at) => (wanted.has(fold(column)) ? [] : [{ column, at }]))
  const naming = namingColumn(sheet, rest)
  const used = new Set(rest.filter(({ at }) => at !== naming).map(({ column }) => fold(column)))
  const column = ['file', 'filename', 'имя файла', 'файл'].find((one) => !used.has(one)) ?? 'file'
  const files: { path: string; text: string }[] = []
  const rows: (readonly string[])[] = []
  sheet.rows.forEach((row, index) => {
    const answers = texts.flatMap((at) => {
      const answer = row[at] ?? ''
      return answer === '' ? [] : [texts.length === 1 ? answer : `# ${tidy(sheet.columns[at] ?? '')}\n\n${answer}`]
    })
    if (answers.length === 0) return
    const label = naming === null ? `${name} ${index + 1}` : (row[naming] ?? '')
    const path = `${label.replace(/[\\/\p{Cc}]+/gu, '-').slice(0, 150)}.txt`
    files.push({ path, text: answers.join('\n\n') })
    rows.push([path, ...rest.filter(({ at }) => at !== naming).map(({ at }) => row[at] ?? '')])
  })
  const columns = [column, ...rest.filter(({ at }) => at !== naming).map((one) => one.column)]
  return { files, grid: { columns, rows }, empty: sheet.rows.length - files.length }
}

function namingColumn(sheet: Grid, rest: readonly { readonly column: string; readonly at: number }[]): number | null {
  const unique = (at: number) => {
    const cells = sheet.rows.map((row) => fold(row[at] ?? ''))
    return cells.every((cell) => cell !== '' && cell.length <= 100) && new Set(cells).size === cells.length
  }
  const known = NAMES.flatMap((name) => rest.filter(({ column }) => fold(column) === name))
  return [...known, ...rest].find(({ at }) => unique(at))?.at ?? null
}
