import { csv } from './csv'
import { doc } from './doc'
import { docx } from './docx'
import { html } from './html'
import { limits } from './limits'
import { markdown } from './markdown'
import { odt } from './odt'
import { pdf } from './pdf'
import { type Importer, type Reading, refuse } from './reading'
import { rtf } from './rtf'
import type { Sheet, SheetImporter } from './sheet'
import { subtitles } from './subtitles'
import type { ReadTranscript, TranscriptImporter, TranscriptOptions } from './transcript'
import { txt } from './txt'
import { xlsx } from './xlsx'

export { readBatch } from './batch'

/** The kinds of file that transcripts are read from. */
export const transcriptImporters: readonly TranscriptImporter[] = [
  docx,
  odt,
  rtf,
  pdf,
  html,
  markdown,
  subtitles,
  doc,
  txt,
]

/** The kinds of file that sheets of interviews are read from. */
export const sheetImporters: readonly SheetImporter[] = [xlsx, csv]

/** The endings of all files that an import takes as transcripts, in lower case without a full stop. */
export const transcriptExtensions: readonly string[] = transcriptImporters.flatMap(({ extensions }) => extensions)

/** The endings of all files that an import takes as sheets. */
export const sheetExtensions: readonly string[] = sheetImporters.flatMap(({ extensions }) => extensions)

/**
 * Reads a transcript; `name` is the file's name, whose ending chooses the format (without a known ending the content does). Refuses what is empty, too
 * large, damaged or of another kind, with a note that names the file; never throws because of the file.
 */
export async function readTranscript(
  name: string,
  bytes: Uint8Array,
  options: TranscriptOptions = {},
): Promise<Reading<ReadTranscript>> {
  const importer = importerFor(transcriptImporters, name, bytes)
  if (bytes.length > limits.file) return refuse('fileTooLarge', name, { limit: limits.file / 2 ** 20 })
  return importer === null
    ? refuse('transcriptKind', name, { kinds: endings(transcriptImporters) })
    : importer.read(name, bytes, options)
}

/** Reads a sheet with one row per interview, as `readTranscript` reads transcripts. */
export async function readSheet(name: string, bytes: Uint8Array): Promise<Reading<Sheet>> {
  const importer = importerFor(sheetImporters, name, bytes)
  if (bytes.length > limits.file) return refuse('fileTooLarge', name, { limit: limits.file / 2 ** 20 })
  return importer === null
    ? refuse('sheetKind', name, { kinds: endings(sheetImporters) })
    : importer.read(name, bytes, undefined)
}

function importerFor<T, Options>(
  importers: readonly Importer<T, Options>[],
  name: string,
  bytes: Uint8Array,
): Importer<T, Options> | null {
  const extension = /\.([^./\\]{1,8})$/u.exec(name)?.[1]?.toLowerCase()
  const named = importers.find(({ extensions }) => extension !== undefined && extensions.includes(extension))
  if (named !== undefined) return named
  return extension === undefined ? (importers.find(({ sniff }) => sniff(bytes)) ?? null) : null
}

function endings(importers: readonly { readonly extensions: readonly string[] }[]): string {
  return importers.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`)).join(', ')
}
