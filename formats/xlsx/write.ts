import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import { type Exporter, type Note, note, type Written } from '../reading'
import type { Table, TableCell } from '../table'

/** The most UTF-16 units that a cell of Excel holds. */
export const CELL_LIMIT = 32_767

/**
 * Tables as an Excel workbook, one sheet each, the first row bold and kept in view. Text is stored as text, so no cell is ever run as a formula.
 * What does not fit into a cell is cut, and a note says how often in which table.
 */
export async function writeXlsx(sheets: readonly Table[]): Promise<Written> {
  const names = sheetNames(sheets.map((sheet) => sheet.name))
  const notes: Note[] = []
  const data = sheets.map((sheet, index) => {
    const cut = sheet.rows.flat().filter((cell) => typeof cell === 'string' && cell.length > CELL_LIMIT).length
    if (cut > 0) notes.push(note('cellsCut', { table: sheet.name, count: cut, limit: CELL_LIMIT }))
    const head = sheet.columns.map((column): Cell => ({ ...textCell(column), fontWeight: 'bold' }))
    return {
      data: [head, ...sheet.rows.map((row) => row.map(cellOf))],
      sheet: names[index] ?? sheet.name,
      columns: sheet.columns.map((_, column) => ({ width: widthOf(sheet, column) })),
      stickyRowsCount: 1,
    }
  })
  const bytes = await writeXlsxFile(data).toBuffer()
  return { bytes: Uint8Array.from(bytes), notes }
}

/** An Excel workbook as a kind of file to download. */
export const xlsxExporter: Exporter<readonly Table[]> = {
  id: 'xlsx',
  name: 'Excel',
  extension: 'xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  write: writeXlsx,
}

/** Names that Excel takes for sheets: at most 31 units, none of `[]:*?/\`, no apostrophe at either end, no two alike. */
export function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const plain = name.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/\s+/gu, ' ')
    const base = plain.trim().replace(/^'+|'+$/gu, '') || 'Sheet'
    for (let number = 1; ; number++) {
      const suffix = number === 1 ? '' : ` ${number}`
      const candidate = `${base
        .slice(0, 31 - suffix.length)
        .replace(/\p{Cs}/gu, '')
        .trimEnd()}${suffix}`
      if (taken.has(candidate.toLowerCase())) continue
      taken.add(candidate.toLowerCase())
      return candidate
    }
  })
}

function cellOf(cell: TableCell): Cell {
  if (cell === null || cell === '') return null
  return typeof cell === 'number' ? { value: cell, type: Number } : textCell(cell)
}

function textCell(text: string): { value: string; type: StringConstructor; wrap: boolean } {
  return { value: storable(text), type: String, wrap: text.includes('\n') }
}

/** XML has no place for control characters, and Excel reads `_x0041_` as an escape: neither may change what is shown. */
function storable(text: string): string {
  const cut = text.length > CELL_LIMIT ? text.slice(0, CELL_LIMIT) : text
  return (
    cut
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu, '')
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
  )
}

function widthOf(sheet: Table, column: number): number {
  let width = sheet.columns[column]?.length ?? 0
  for (const row of sheet.rows.slice(0, 200)) {
    const cell = row[column]
    if (cell !== null && cell !== undefined) width = Math.max(width, String(cell).length)
  }
  return Math.min(Math.max(width + 2, 8), 60)
}
