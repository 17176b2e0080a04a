import type { IncomingCode } from '@/core/codebook/incoming'
import { nearestSlot } from '@/core/exchange/colour'
import { codeWords } from '@/core/exchange/description'
import type { ExchangeCode } from '@/core/exchange/project'
import { tidy } from '@/core/text/fold'
import { csv } from '../csv'
import { readOutline } from '../docx/outline'
import { looks } from '../kind'
import { limits } from '../limits'
import { qdc } from '../qdc'
import { type Reading, refuse } from '../reading'
import { xlsx } from '../xlsx'
import { looksLikeZip, readZip } from '../zip/read'
import { zipRefusal } from '../zip/refusal'
import { codesOfOutline } from './document'
import { codesOfSheet } from './table'

/** The endings of the files that a codebook is read from, in lower case without a full stop. */
export const codebookExtensions: readonly string[] = ['csv', 'tsv', 'tab', 'xlsx', 'xlsm', 'docx', 'docm', 'qdc']

const LONGEST = { name: 200, text: 20_000, codes: 10_000 }

/**
 * The codes of a codebook's file: a table (CSV, XLSX), a written codebook (DOCX) or REFI-QDA (QDC), parents before what is under them. Refuses what is empty, damaged or has
 * no code, and names or texts longer than a code may have, naming the code; never throws because of the file.
 */
export async function readCodebook(name: string, bytes: Uint8Array): Promise<Reading<readonly IncomingCode[]>> {
  if (bytes.length === 0) return refuse('fileEmpty', name)
  if (bytes.length > limits.file) return refuse('fileTooLarge', name, { limit: limits.file / 2 ** 20 })
  const reading = await read(name, bytes)
  if ('refused' in reading) return reading
  const { value: codes } = reading
  if (codes.length === 0) return refuse('codebookEmpty', name)
  if (codes.length > LONGEST.codes) return refuse('codebookTooLarge', name, { limit: LONGEST.codes })
  for (const { path, definition = '', include = '', exclude = '', example = '', aliases = [] } of codes) {
    const code = (path.at(-1) ?? '').slice(0, 80)
    if ([...path, ...aliases].some((one) => one.length > LONGEST.name) || aliases.length > 100)
      return refuse('codebookNameLong', name, { code, limit: LONGEST.name })
    if ([definition, include, exclude, example].some((text) => text.length > LONGEST.text))
      return refuse('codebookTextLong', name, { code, limit: LONGEST.text })
  }
  return reading
}

async function read(name: string, bytes: Uint8Array): Promise<Reading<readonly IncomingCode[]>> {
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''
  if (ending === 'qdc' || (ending === 'xml' && qdc.sniff(bytes))) {
    const reading = await qdc.read(name, bytes, undefined)
    return 'refused' in reading ? reading : { value: flat(reading.value.codes, []), notes: reading.notes }
  }
  if (ending === 'docx' || ending === 'docm') return written(name, bytes)
  if (!codebookExtensions.includes(ending)) return refuse('codebookKind', name, { kinds: '.csv, .xlsx, .docx, .qdc' })
  const sheet = await (ending.startsWith('xls') ? xlsx : csv).read(name, bytes, undefined)
  return 'refused' in sheet ? sheet : codesOfSheet(name, sheet.value, sheet.notes)
}

function written(name: string, bytes: Uint8Array): Reading<readonly IncomingCode[]> {
  if (!looksLikeZip(bytes)) return refuse('docxNoZip', name, { kind: looks(bytes) })
  try {
    const outline = readOutline(readZip(bytes))
    return outline === null ? refuse('docxNoWord', name) : codesOfOutline(name, outline)
  } catch (error) {
    return zipRefusal(name, error, 'docxDamaged')
  }
}

function flat(codes: readonly ExchangeCode[], above: readonly string[]): readonly IncomingCode[] {
  return codes.flatMap((code) => {
    const path = [...above, tidy(code.name) || '?']
    const colour = code.colour === null ? null : nearestSlot(code.colour)
    return [{ path, ...codeWords(code.description), ...(colour === null ? {} : { colour }) }, ...flat(code.codes, path)]
  })
}
