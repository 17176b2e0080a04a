import { parse } from 'csv-parse/sync'
import type { RefusedOpinion, SecondOpinion } from '@/core/rounds/second-opinion'
import { decode } from '../encoding/decode'
import { looks } from '../kind'
import { limits } from '../limits'
import { note, type Reading, refuse } from '../reading'

const columns = ['interview', 'start', 'end', 'code', 'coder'] as const

/** The rows of a file of second opinions, and those that say nothing that could be looked up. */
export type SecondOpinions = { readonly rows: readonly SecondOpinion[]; readonly refused: readonly RefusedOpinion[] }

/**
 * Reads codings that were made elsewhere from a table with the columns interview, start, end, code and coder, in any order, other columns being left
 * alone: comma, semicolon or tab between them, any encoding that `decode` knows. Offsets are code points, ends not included. Refused when it is no such
 * table; a row without a name or with offsets that are none is told with its line.
 */
export function readSecondOpinions(file: string, bytes: Uint8Array): Reading<SecondOpinions> {
  if (bytes.length === 0) return refuse('fileEmpty', file)
  const decoded = looks(bytes) === 'other' ? decode(bytes) : null
  if (decoded === null) return refuse('sheetBinary', file, { kind: looks(bytes) })
  const lines = linesOf(decoded.text.replace(/\r\n?/gu, '\n'))
  if (lines === null) return refuse('csvDamaged', file)
  const [head, ...body] = lines
  if (head === undefined || body.length === 0) return refuse('sheetEmpty', file)
  if (body.length > limits.rows) return refuse('sheetTooLarge', file, { rows: limits.rows, columns: limits.columns })
  const names = head.cells.map((cell) => cell.toLowerCase())
  const missing = columns.find((column) => !names.includes(column))
  if (missing !== undefined) return refuse('opinionsColumn', file, { column: missing })
  const rows: SecondOpinion[] = []
  const refused: RefusedOpinion[] = []
  for (const { line, cells } of body) {
    const cell = (column: (typeof columns)[number]) => cells[names.indexOf(column)] ?? ''
    const empty = columns.find((column) => cell(column) === '')
    const [start, end] = [whole(cell('start')), whole(cell('end'))]
    if (empty !== undefined) refused.push({ line, fault: 'empty', value: empty })
    else if (start === null || end === null || end <= start)
      refused.push({ line, fault: 'offsets', value: `${cell('start')}–${cell('end')}` })
    else rows.push({ line, interview: cell('interview'), code: cell('code'), coder: cell('coder'), start, end })
  }
  const broken =
    decoded.broken === 0 ? [] : [note('brokenCharacters', { count: decoded.broken, encoding: decoded.encoding })]
  return { value: { rows, refused }, notes: broken }
}

function whole(text: string): number | null {
  return /^\d{1,9}$/u.test(text) ? Number(text) : null
}

type Line = { readonly line: number; readonly cells: readonly string[] }

/** The rows that are not empty with the lines they begin on; null when quotes are never closed. */
function linesOf(text: string): readonly Line[] | null {
  const head = /^\n*([^\n]{0,20000})/u.exec(text)?.[1] ?? ''
  const times = (sign: string) => head.split(sign).length
  const delimiter = [',', ';', '\t'].reduce((best, sign) => (times(sign) > times(best) ? sign : best))
  const lines: Line[] = []
  let from = 1
  try {
    parse(text, {
      ...{ delimiter, relax_column_count: true, relax_quotes: true, max_record_size: 1_000_000 },
      on_record: (cells: readonly string[], { lines: to }) => {
        const trimmed = cells.map((cell) => cell.normalize('NFC').trim())
        if (trimmed.some((cell) => cell !== '')) lines.push({ line: from, cells: trimmed })
        from = to + 1
        return null
      },
    })
    return lines
  } catch {
    return null
  }
}
