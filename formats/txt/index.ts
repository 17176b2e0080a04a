import { decode } from '../encoding/decode'
import { looks } from '../kind'
import { note, refuse } from '../reading'
import { stored, type TranscriptImporter, transcriptOf } from '../transcript'

/** Plain text in any encoding that `decode` knows; what is no text is refused. */
export const txt: TranscriptImporter = {
  id: 'txt',
  name: 'Text',
  extensions: ['txt', 'text'],
  sniff: (bytes) => looks(bytes) === 'other' && decode(bytes.subarray(0, 4096)) !== null,
  read: async (name, bytes, options) => {
    if (bytes.length === 0) return refuse('fileEmpty', name)
    const kind = looks(bytes)
    const decoded = kind === 'other' || kind === 'html' || kind === 'sound' ? decode(bytes) : null
    if (decoded === null) return refuse('textBinary', name, { kind })
    const text = stored(decoded.text)
    const broken =
      decoded.broken === 0 ? [] : [note('brokenCharacters', { count: decoded.broken, encoding: decoded.encoding })]
    return transcriptOf(name, { text, body: text.length, encoding: decoded.encoding, notes: broken }, options)
  },
}
