import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { docx } from '../docx'
import { html } from '../html'
import { looks } from '../kind'
import { refuse } from '../reading'
import { rtf } from '../rtf'
import type { TranscriptImporter } from '../transcript'

/** How long LibreOffice may take, in milliseconds: less than a conversion may. */
const PATIENCE = 25_000

/**
 * Word's files before 2007, by way of LibreOffice where it is installed (as `soffice` or `libreoffice`; another place is said by INTERLINEAR_SOFFICE). What only has the ending is
 * read as what it is: many programs write RTF or web pages as .doc.
 */
export const doc: TranscriptImporter = {
  id: 'doc',
  name: 'Word 97–2003',
  extensions: ['doc', 'dot'],
  sniff: (bytes) => looks(bytes) === 'doc',
  read: async (name, bytes, options) => {
    if (bytes.length === 0) return refuse('fileEmpty', name)
    const kind = looks(bytes)
    if (kind === 'rtf') return rtf.read(name, bytes, options)
    if (kind === 'html') return html.read(name, bytes, options)
    if (kind === 'word') return docx.read(name, bytes, options)
    if (kind !== 'doc') return refuse('textBinary', name, { kind })
    const made = await converted(bytes)
    if (made === null) return refuse('docNeedsOffice', name)
    return made === 'failed' ? refuse('docFailed', name) : docx.read(name, made, options)
  },
}

async function converted(bytes: Uint8Array): Promise<Uint8Array | 'failed' | null> {
  const folder = await mkdtemp(join(tmpdir(), 'interlinear-doc-'))
  try {
    await writeFile(join(folder, 'in.doc'), bytes, { mode: 0o600 })
    const where = [process.env.INTERLINEAR_SOFFICE ?? '', 'soffice', 'libreoffice'].filter((name) => name !== '')
    for (const program of where) {
      try {
        await promisify(execFile)(
          program,
          [
            `-env:UserInstallation=file://${folder}/profile`,
            '--headless',
            '--norestore',
            '--convert-to',
            'docx',
            '--outdir',
            folder,
            join(folder, 'in.doc'),
          ],
          { timeout: PATIENCE, killSignal: 'SIGKILL' },
        )
        return await readFile(join(folder, 'in.docx'))
      } catch (error) {
        // What is not installed says so by this code; whatever else goes wrong goes wrong with the file.
        if (
          !(
            error instanceof Error &&
            'code' in error &&
            error.code === 'ENOENT' &&
            'syscall' in error &&
            String(error.syscall).startsWith('spawn')
          )
        )
          return 'failed'
      }
    }
    return null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
