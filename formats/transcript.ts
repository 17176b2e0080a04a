import type { FoundStyle, LabelStyle } from '@/core/text/labels/style'
import { languageOf } from '@/core/text/language'
import type { TranscriptText } from '@/core/text/turn'
import { type FoundTurns, findTurns } from '@/core/text/turns'
import { wordCount } from '@/core/text/words'
import { limits } from './limits'
import { type Importer, type Note, note, type Reading, refuse } from './reading'

/**
 * A transcript as it was read: the stored text with its turns and speakers, the encoding that the file was in, the language (ISO 639-1, '' when it cannot be
 * told), how its speakers are marked, and how many words it has.
 */
export type ReadTranscript = TranscriptText & {
  readonly encoding: string
  readonly language: string
  readonly labels: FoundStyle | { readonly labels: readonly string[] }
  readonly words: number
}

/** What may be said about a transcript before it is read. */
export type TranscriptOptions = { readonly labels?: LabelStyle }

/** A kind of file that transcripts come in. */
export type TranscriptImporter = Importer<ReadTranscript, TranscriptOptions>

/** What a format took out of a file; everything from `body` on was said by nobody (footnotes). `found` are its turns where the format itself marks them. */
export type RawText = {
  readonly found?: FoundTurns
  readonly text: string
  readonly body: number
  readonly encoding: string
  readonly notes: readonly Note[]
}

/** A text as it is stored: NFC, every line ended by \n. */
export function stored(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n').normalize('NFC')
}

/** Makes a transcript of a stored text; an empty one and one beyond `limits.characters` are refused. */
export function transcriptOf(file: string, raw: RawText, options: TranscriptOptions): Reading<ReadTranscript> {
  if (!/\S/u.test(raw.text)) return refuse('fileEmpty', file)
  if (raw.text.length > limits.characters) return refuse('textTooLong', file, { limit: limits.characters })
  const asked = options.labels ?? 'auto'
  const found = raw.found ?? findTurns(raw.text, asked, raw.body)
  const value: ReadTranscript = {
    text: found.text,
    turns: found.turns,
    speakers: found.speakers,
    encoding: raw.encoding,
    language: languageOf(raw.text),
    labels: typeof asked === 'object' ? asked : found.labels,
    words: wordCount(raw.text),
  }
  const unnamed = note(raw.found === undefined ? 'noSpeakers' : 'cuesWithoutSpeakers')
  return { value, notes: found.speakers.length === 0 ? [...raw.notes, unnamed] : raw.notes }
}
