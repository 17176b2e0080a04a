import { limits } from './limits'
import { type Reading, refuse } from './reading'
import { looksLikeZip, readZip, ZipError } from './zip/read'

/** The files of a zip: `path` is a name for people and never a place on a disk. */
export type Batch = { readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[] }

/** Endings of zips that are a batch of files; .docx and others are zips too but one file each. */
export const batchExtensions = ['zip'] as const

/** Whether a file is a batch by its name. */
export function isBatch(name: string): boolean {
  return /\.zip$/iu.test(name)
}

/**
 * Takes the files out of a zip, in the order of their paths. Folders, what systems leave behind, and empty names are passed over; a file that cannot be
 * unpacked refuses the whole, for a zip with one broken part is a broken zip. Zips within are files like others, and no transcript.
 */
export async function readBatch(name: string, bytes: Uint8Array): Promise<Reading<Batch>> {
  if (bytes.length === 0) return refuse('fileEmpty', name)
  if (bytes.length > limits.file) return refuse('fileTooLarge', name, { limit: limits.file / 2 ** 20 })
  if (!looksLikeZip(bytes)) return refuse('batchDamaged', name)
  try {
    const zip = readZip(bytes)
    const files = zip.paths
      .filter((path) => !path.endsWith('/') && !isLeftover(path))
      .map((path) => ({ path: shownPath(path), bytes: zip.part(path) ?? new Uint8Array() }))
      .filter(({ path }) => path !== '')
      .sort((a, b) => (a.path < b.path ? -1 : 1))
    return files.length === 0 ? refuse('batchEmpty', name) : { value: { files }, notes: [] }
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    if (error.fault === 'encrypted') return refuse('zipEncrypted', name)
    return refuse(error.fault === 'too-large' ? 'zipTooLarge' : 'batchDamaged', name)
  }
}

/** A path as it is shown: no steps upwards, no drive, no control characters or marks of direction, no more than 400 characters. */
export function shownPath(path: string): string {
  return path
    .replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .split(/[\\/]/u)
    .filter((step) => step.trim() !== '' && !/^\.{1,2}$|^[A-Za-z]:$/u.test(step.trim()))
    .join('/')
    .slice(-400)
}

function isLeftover(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/iu.test(path.replace(/(?:^|\/)\.\.?(?=\/)/gu, ''))
}
