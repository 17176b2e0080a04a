import type { IncomingCode } from '@/core/codebook/incoming'
import { tidy } from '@/core/text/fold'
import { type Note, note, type Reading, refuse } from '../reading'
import type { Sheet } from '../sheet'
import { type CodebookField, fieldOf, levelOf } from './columns'

type Row = { readonly at: number; readonly cell: (field: CodebookField) => string }

/**
 * The codes of a table with one row for each: by a column of paths, by names with the code above, by names alone, or by a column for each level. Refuses a table that has
 * no such column, and a row whose code stands under itself.
 */
export function codesOfSheet(
  file: string,
  sheet: Sheet,
  notes: readonly Note[] = [],
): Reading<readonly IncomingCode[]> {
  const fields = sheet.columns.map(fieldOf)
  const levels = sheet.columns.flatMap((column, at) => {
    const level = levelOf(column)
    return level === null ? [] : [{ level, at }]
  })
  const has = (field: CodebookField) => fields.includes(field)
  // One column `Code 1` alone is a name; two make a tree.
  const leveled = levels.length > 1
  if (!has('path') && !has('name') && levels.length === 0)
    return refuse('codebookNoNames', file, { columns: sheet.columns.join(', ') })
  const rows = sheet.rows.map(
    (cells, i): Row => ({
      at: i + 2,
      // Two columns of one meaning are read one after the other.
      cell: (field) =>
        cells.filter((text, column) => fields[column] === field && text !== '').join('\n') ||
        (field === 'name' && levels.length === 1 ? (cells[levels[0]?.at ?? 0] ?? '') : ''),
    }),
  )
  const paths = leveled
    ? byLevels(
        sheet,
        [...levels].sort((a, b) => a.level - b.level).map(({ at }) => at),
      )
    : has('path')
      ? byPaths(rows, has('name'))
      : byParents(rows)
  const circle = paths.indexOf('circle')
  if (circle >= 0) return refuse('codebookCircle', file, { row: circle + 2 })

  const codes: IncomingCode[] = []
  let left = 0
  rows.forEach((row, i) => {
    const path = paths[i]
    if (!Array.isArray(path) || path.length === 0) {
      left++
      return
    }
    codes.push({
      path,
      ...{ definition: row.cell('definition'), include: row.cell('include'), exclude: row.cell('exclude') },
      ...{ example: row.cell('example'), aliases: aliasesIn(row.cell('aliases')) },
    })
  })
  const unknown = sheet.columns.filter((column, at) => fields[at] === null && levelOf(column) === null)
  const said = [
    ...notes,
    ...(unknown.length === 0 ? [] : [note('codebookColumnsLeft', { columns: unknown.join(', ') })]),
    ...(left === 0 ? [] : [note('codebookRowsLeft', { count: left })]),
  ]
  return { value: codes, notes: said }
}

/** Other words of a code as one cell has them: with semicolons or lines between, or, where there are none, commas. */
export function aliasesIn(text: string): readonly string[] {
  return text
    .split(/[;\n]/u.test(text) ? /[;\n]/u : /,/u)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '')
}

type Path = readonly string[] | 'circle'

/** A path that ends in the row's name is cut there, for a name may have a slash of its own; what is before it is looked up among the rows. */
function byPaths(rows: readonly Row[], named: boolean): readonly Path[] {
  const known = new Map<string, readonly string[]>()
  return rows.map((row) => {
    const whole = row.cell('path')
    const name = row.cell('name')
    if (whole === '' || (named && name === '')) return []
    const above = ['/', '\\', ' > '].map((sign) => `${sign}${name}`).find((end) => whole.endsWith(end))
    const head = above === undefined ? '' : whole.slice(0, -above.length)
    const path = !named
      ? steps(whole)
      : whole === name
        ? [tidy(name)]
        : above === undefined
          ? steps(whole)
          : [...(known.get(head) ?? steps(head)), tidy(name)]
    known.set(whole, path)
    return path
  })
}

function byParents(rows: readonly Row[]): readonly Path[] {
  const byName = new Map<string, Row>()
  for (const row of rows) if (!byName.has(row.cell('name'))) byName.set(row.cell('name'), row)
  const pathOf = (row: Row, below: ReadonlySet<Row>): Path => {
    const name = tidy(row.cell('name'))
    const parent = row.cell('parent')
    if (name === '') return []
    if (parent === '') return [name]
    const above = byName.get(parent)
    if (!above) return [...steps(parent), name]
    if (above === row || below.has(above)) return 'circle'
    const path = pathOf(above, new Set([...below, row]))
    return path === 'circle' ? path : [...path, name]
  }
  return rows.map((row) => pathOf(row, new Set()))
}

/** A row's code is its last filled level; levels before it that are empty go on from the row above. */
function byLevels(sheet: Sheet, columns: readonly number[]): readonly Path[] {
  let before: readonly string[] = []
  return sheet.rows.map((cells) => {
    const names = columns.map((at) => tidy(cells[at] ?? ''))
    const last = names.findLastIndex((name) => name !== '')
    const first = names.findIndex((name) => name !== '')
    if (last < 0) return []
    const path = names.slice(0, last + 1).map((name, i) => (i < first ? (before[i] ?? '') : name))
    before = path
    return path.filter((name) => name !== '')
  })
}

/** The names of a path as other programs write it too: `trade/milk wars`, `Codes\\trade\\milk wars`, `trade > milk wars`. */
function steps(path: string): readonly string[] {
  const sign = path.includes('\\') ? '\\' : path.includes(' > ') ? ' > ' : '/'
  return path
    .split(sign)
    .map(tidy)
    .filter((name) => name !== '')
}
