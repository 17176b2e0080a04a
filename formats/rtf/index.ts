import { looks } from '../kind'
import { refuse } from '../reading'
import { stored, type TranscriptImporter, transcriptOf } from '../transcript'
import { readRtf } from './read'

/** Rich Text Format, as Word, LibreOffice, TextEdit and MAXQDA write it. What is left out is said in notes. */
export const rtf: TranscriptImporter = {
  id: 'rtf',
  name: 'RTF',
  extensions: ['rtf'],
  sniff: (bytes) => looks(bytes) === 'rtf',
  read: async (name, bytes, options) => {
    if (bytes.length === 0) return refuse('fileEmpty', name)
    const start = Buffer.from(bytes.subarray(0, 64))
      .toString('latin1')
      .search(/\{\\rtf/u)
    if (start < 0) return refuse('rtfNone', name, { kind: looks(bytes) })
    const read = readRtf(bytes.subarray(start))
    if (read === null) return refuse('tooDeep', name)
    const text = stored(read.text)
    const body = stored(read.text.slice(0, read.body)).length
    return transcriptOf(name, { text, body, encoding: read.encoding, notes: read.notes }, options)
  },
}
