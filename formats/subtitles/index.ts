import { cueTurns } from '@/core/text/cue-turns'
import { decode } from '../encoding/decode'
import { looks } from '../kind'
import { note, refuse } from '../reading'
import { stored, type TranscriptImporter, transcriptOf } from '../transcript'
import { cuesOf } from './cues'

/** Subtitles: SubRip and WebVTT, as recorders, Zoom, Teams and YouTube write them. Every cue is a turn and keeps its time. */
export const subtitles: TranscriptImporter = {
  id: 'subtitles',
  name: 'SRT, WebVTT',
  extensions: ['srt', 'vtt'],
  sniff: (bytes) => looks(bytes) === 'other' && /^(?:\u00EF\u00BB\u00BF)?WEBVTT/u.test(head(bytes)),
  read: async (name, bytes, options) => {
    if (bytes.length === 0) return refuse('fileEmpty', name)
    const decoded = looks(bytes) === 'other' ? decode(bytes) : null
    if (decoded === null) return refuse('textBinary', name, { kind: looks(bytes) })
    const { before, cues } = cuesOf(stored(decoded.text))
    if (cues.length === 0) return refuse('subtitlesNone', name)
    const laid = cueTurns(before, cues, options.labels ?? 'auto')
    const broken =
      decoded.broken === 0 ? [] : [note('brokenCharacters', { count: decoded.broken, encoding: decoded.encoding })]
    const raw = { text: laid.text, body: laid.text.length, encoding: decoded.encoding, notes: broken }
    return transcriptOf(name, { ...raw, found: laid }, options)
  },
}

function head(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 16)).toString('latin1')
}
