import { looks } from '../kind'
import { type Reading, refuse } from '../reading'
import { type TranscriptImporter, transcriptOf } from '../transcript'
import { looksLikeZip, readZip } from '../zip/read'
import { zipRefusal } from '../zip/refusal'
import { readWord, type WordText } from './read'

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

function opened(name: string, bytes: Uint8Array): Reading<WordText> {
  try {
    const value = readWord(readZip(bytes))
    return value === null ? refuse('docxNoWord', name) : { value, notes: value.notes }
  } catch (error) {
    return zipRefusal(name, error, 'docxDamaged')
  }
}
