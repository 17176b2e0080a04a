import { looks } from '../kind'
import { type Note, type Reading, refuse } from '../reading'
import { type TranscriptImporter, transcriptOf } from '../transcript'
import { looksLikeZip, readZip, ZipError, type ZipFault } from '../zip/read'
import { readWord, type WordText } from './read'
import { XmlError } from './xml'

/** Word's files since 2007. What is left out of the text (comments, deletions, pictures ...) is said in notes. */
export const docx: TranscriptImporter = {
  id: 'docx',
  name: 'Word',
  extensions: ['docx', 'docm'],
  sniff: (bytes) => looks(bytes) === 'word',
  read: async (name, bytes, options) => {
    if (bytes.length === 0) return refuse('fileEmpty', name)
    if (!looksLikeZip(bytes)) return refuse('docxNoZip', name, { kind: looks(bytes) })
    const word = opened(name, bytes)
    return 'refused' in word ? word : transcriptOf(name, { ...word.value, encoding: 'UTF-8' }, options)
  },
}

const FAULTS = {
  'no-zip': 'docxDamaged',
  damaged: 'docxDamaged',
  encrypted: 'zipEncrypted',
  'too-large': 'zipTooLarge',
} as const satisfies Record<ZipFault, string>

/** What a broken zip or broken XML means for the person who brought the file; other errors are the programmer's. */
function zipRefusal(name: string, error: unknown): { readonly refused: Note } {
  if (error instanceof ZipError) return refuse(FAULTS[error.fault], name)
  if (error instanceof XmlError) return refuse('docxDamaged', name)
  throw error
}

function opened(name: string, bytes: Uint8Array): Reading<WordText> {
  try {
    const value = readWord(readZip(bytes))
    return value === null ? refuse('docxNoWord', name) : { value, notes: value.notes }
  } catch (error) {
    return zipRefusal(name, error)
  }
}
