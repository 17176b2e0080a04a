import iconv from 'iconv-lite'
import { type Decoded, decode } from '../encoding/decode'
import { looks } from '../kind'
import { note, refuse } from '../reading'
import { stored, type TranscriptImporter, transcriptOf } from '../transcript'
import { readHtml } from './read'

/** Web pages, as saved from a browser or written by a program. Only text is taken: scripts, styles and forms of it never reach anything. */
export const html: TranscriptImporter = {
  id: 'html',
  name: 'HTML',
  extensions: ['html', 'htm', 'xhtml'],
  sniff: (bytes) => looks(bytes) === 'html',
  read: async (name, bytes, options) => {
    if (bytes.length === 0) return refuse('fileEmpty', name)
    const kind = looks(bytes)
    const decoded = kind === 'html' || kind === 'other' || kind === 'sound' ? declared(bytes) : null
    if (decoded === null) return refuse('textBinary', name, { kind })
    const read = readHtml(decoded.text)
    if (read === null) return refuse('tooDeep', name)
    const text = stored(read.lines.join('\n'))
    const broken =
      decoded.broken === 0 ? [] : [note('brokenCharacters', { count: decoded.broken, encoding: decoded.encoding })]
    const raw = { text, body: text.length, encoding: decoded.encoding, notes: [...read.notes, ...broken] }
    return transcriptOf(name, raw, options)
  },
}

/** A page says its encoding in its head; a byte order mark is believed more, and UTF-8 is only believed when it is. */
function declared(bytes: Uint8Array): Decoded | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const said = /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w:.-]{2,40})/iu.exec(head)?.[1]
  const marked = bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe
  if (said === undefined || marked || /^utf/iu.test(said) || !iconv.encodingExists(said) || bytes.includes(0))
    return decode(bytes)
  const text = iconv.decode(Buffer.from(bytes), said)
  return { text, encoding: said.toLowerCase(), broken: text.split('\uFFFD').length - 1 }
}
