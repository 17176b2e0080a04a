import { parse } from 'csv-parse/sync'
import { decode } from '../encoding/decode'
import { looks } from '../kind'
import { note, refuse } from '../reading'
import { type SheetImporter, sheetOf } from '../sheet'

/** Values with a comma, semicolon or tab between them, in any encoding that `decode` knows. */
export const csv: SheetImporter = {
  id: 'csv',
  name: 'CSV',
  extensions: ['csv', 'tsv', 'tab'],
  sniff: (bytes) => looks(bytes) === 'other' && decode(bytes.subarray(0, 4096)) !== null,
  read: async (name, bytes) => {
    if (bytes.length === 0) return refuse('fileEmpty', name)
    const decoded = looks(bytes) === 'other' ? decode(bytes) : null
    if (decoded === null) return refuse('sheetBinary', name, { kind: looks(bytes) })
    const text = decoded.text.replace(/\r\n?/gu, '\n')
    const cells = parsed(text)
    if (cells === null) return refuse('csvDamaged', name)
    const broken =
      decoded.broken === 0 ? [] : [note('brokenCharacters', { count: decoded.broken, encoding: decoded.encoding })]
    return sheetOf(name, cells, broken)
  },
}

/** The first line says which sign parts the cells: the one that comes most often outside of quotes. `sep=;`, as Excel writes it, is believed. */
function parsed(text: string): string[][] | null {
  const told = /^sep=(.)\n/u.exec(text)
  const body = told === null ? text : text.slice(told[0].length)
  const head = /^\n*([^\n]{0,20000})/u.exec(body)?.[1]?.replace(/"[^"]*"/gu, '') ?? ''
  const times = (sign: string) => head.split(sign).length
  const delimiter = told?.[1] ?? [',', ';', '\t'].reduce((best, sign) => (times(sign) > times(best) ? sign : best))
  try {
    return parse(body, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 1_000_000,
    })
  } catch {
    return null
  }
}
