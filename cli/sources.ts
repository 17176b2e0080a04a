import { readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { answerColumns, answersOf } from '@/core/interviews/answers'
import type { Grid } from '@/core/interviews/match'
import { isLitter, nameOfFile } from '@/core/interviews/preview'
import { fold } from '@/core/text/fold'
import { sheetExtensions, transcriptExtensions } from '@/formats'
import { isBatch } from '@/formats/batch'
import { limits } from '@/formats/limits'
import { type Note, type Reading, refuse } from '@/formats/reading'
import type { ReadTranscript } from '@/formats/transcript'
import { readBatch, readTranscript } from '@/formats/worker'
import { Refused } from './house'

/** One transcript to come: `file` as it is spoken of, `name` its own name, `read` what reads it when its turn has come. */
export type Source = {
  readonly file: string
  readonly name: string
  readonly read: () => Promise<Reading<ReadTranscript>>
}

const endingOf = (path: string) => extname(path).slice(1).toLowerCase()

/** Whether a file is a sheet by its name. */
export function isSheetFile(path: string): boolean {
  return sheetExtensions.includes(endingOf(path))
}

/** Reads a file of the disk, which is refused unread when it is too large. Throws Refused when there is none. */
export async function opened<T>(
  path: string,
  read: (name: string, bytes: Uint8Array) => Promise<Reading<T>>,
): Promise<Reading<T>> {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) throw new Refused(`There is no file “${path}”.`)
  if (stat.size > limits.file) return refuse('fileTooLarge', basename(path), { limit: limits.file / 2 ** 20 })
  return read(basename(path), await readFile(path))
}

/** The transcripts among files, in the folders and zips among them, in order. Of a folder only what can be a transcript is taken; `refused` hears of bad zips. */
export async function sourcesOf(
  paths: readonly string[],
  refused: (file: string, why: Note) => void,
): Promise<readonly Source[]> {
  const found: Source[] = []
  for (const path of paths.flatMap(filesIn)) {
    if (!isBatch(path)) {
      found.push({ file: path, name: basename(path), read: () => opened(path, readTranscript) })
      continue
    }
    const batch = await opened(path, readBatch)
    if ('refused' in batch) refused(path, batch.refused)
    else
      for (const { path: inside, bytes } of batch.value.files)
        found.push({
          file: `${path}/${inside}`,
          name: basename(inside),
          read: () => readTranscript(basename(inside), bytes),
        })
  }
  return found
}

function filesIn(path: string): readonly string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => !isLitter(name))
    .map((name) => join(path, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true)
    .filter((file) => isBatch(file) || transcriptExtensions.includes(endingOf(file)))
    .sort((a, b) => (a < b ? -1 : 1))
}

/** The rows of a sheet of answers as transcripts, with what else is in the sheet; refused where a column is missing or none can be the text. */
export function answersIn(
  path: string,
  sheet: Grid,
  text: readonly string[],
):
  | { readonly sources: readonly Source[]; readonly files: readonly string[]; readonly grid: Grid }
  | { readonly refused: Note } {
  const file = basename(path)
  const missing = text.find((name) => !sheet.columns.some((column) => fold(column) === fold(name)))
  if (missing !== undefined)
    return refuse('answersColumnMissing', file, { column: missing, columns: sheet.columns.join(', ') })
  const columns = text.length > 0 ? text : answerColumns(sheet)
  if (columns.length === 0) return refuse('answersNoText', file)
  const { files, grid, empty } = answersOf(nameOfFile(file), sheet, columns)
  if (empty > 0) console.error(`“${file}”: ${empty} rows without an answer were left out.`)
  const sources = files.map((one) => ({
    file: one.path,
    name: one.path,
    read: () => readTranscript(one.path, new TextEncoder().encode(one.text)),
  }))
  return { sources, files: files.map((one) => one.path), grid }
}
