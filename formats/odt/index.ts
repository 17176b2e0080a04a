import { looks } from '../kind'
import { refuse } from '../reading'
import { type TranscriptImporter, transcriptOf } from '../transcript'
import { looksLikeZip, readZip } from '../zip/read'
import { zipRefusal } from '../zip/refusal'
import { readOdt } from './read'

/** Texts of LibreOffice and others in OpenDocument (ISO/IEC 26300). What is left out is said in notes. */
export const odt: TranscriptImporter = {
  id: 'odt',
  name: 'OpenDocument',
  extensions: ['odt', 'ott'],
  sniff: (bytes) =>
    looksLikeZip(bytes) && Buffer.from(bytes.subarray(0, 200)).includes('application/vnd.oasis.opendocument.text'),
  read: async (name, bytes, options) => {
    if (bytes.length === 0) return refuse('fileEmpty', name)
    if (!looksLikeZip(bytes)) return refuse('odtNoZip', name, { kind: looks(bytes) })
    try {
      const text = readOdt(readZip(bytes))
      if (text === 'encrypted') return refuse('zipEncrypted', name)
      return text === null ? refuse('odtNoText', name) : transcriptOf(name, { ...text, encoding: 'UTF-8' }, options)
    } catch (error) {
      return zipRefusal(name, error, 'odtDamaged')
    }
  },
}
