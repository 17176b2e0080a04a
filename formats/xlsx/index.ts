import { zipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import { looks } from '../kind'
import { type Reading, refuse } from '../reading'
import { firstSheetOnly, type Sheet, type SheetImporter, sheetOf } from '../sheet'
import { looksLikeZip, readZip, ZipError } from '../zip/read'

/** Excel's files since 2007; the first sheet that has something in it. */
export const xlsx: SheetImporter = {
  id: 'xlsx',
  name: 'Excel',
  extensions: ['xlsx', 'xlsm'],
  sniff: (bytes) => looksLikeZip(bytes) && Buffer.from(bytes.subarray(-65_536)).includes('xl/'),
  read: async (name, bytes) => {
    if (bytes.length === 0) return refuse('fileEmpty', name)
    if (!looksLikeZip(bytes)) return refuse('xlsxNoZip', name, { kind: looks(bytes) })
    try {
      return await read(name, plainZip(bytes))
    } catch (error) {
      const fault = error instanceof ZipError ? error.fault : 'damaged'
      return refuse(
        fault === 'too-large' ? 'zipTooLarge' : fault === 'encrypted' ? 'zipEncrypted' : 'xlsxDamaged',
        name,
      )
    }
  },
}

/** The same workbook without compression, so that the library that reads it cannot unpack more than we have seen and measured. */
function plainZip(bytes: Uint8Array): Uint8Array {
  const zip = readZip(bytes)
  const parts: Record<string, Uint8Array> = {}
  for (const path of zip.paths) {
    if (!/\.(?:xml|rels)$/u.test(path)) continue
    const part = zip.part(path)
    if (part === null) continue
    if (Buffer.from(part.subarray(0, 4096)).includes('<!DOCTYPE')) throw new ZipError('damaged')
    parts[path] = part
  }
  return zipSync(parts, { level: 0 })
}

async function read(name: string, bytes: Uint8Array): Promise<Reading<Sheet>> {
  const sheets = await readXlsxFile(Buffer.from(bytes))
  const filled = sheets.filter(({ data }) => data.length > 0)
  const [first] = filled
  if (first === undefined) return refuse('sheetEmpty', name)
  const cells = first.data.map((row) => row.map(textOf))
  return sheetOf(name, cells, filled.length === 1 ? [] : [firstSheetOnly(first.sheet, filled.length)])
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell)
}
