import 'server-only'
import { createHash } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { nameOfFile, type Opening, type Preview } from '@/core/interviews/preview'
import type { LabelStyle } from '@/core/text/labels/style'
import type { TranscriptText } from '@/core/text/turn'
import type { Access } from '@/db/access'
import { likenesses } from '@/db/interviews'
import type { Note } from '@/formats/reading'
import { readSheet, readTranscript } from '@/formats/worker'
import type { Staged } from './staging'

const openingTurns = 4
const openingLength = 240

/** What a file would become, said in the reader's language. */
export async function previewed(access: Access, file: Staged, labels: LabelStyle): Promise<Preview> {
  const t = await getTranslations('note')
  const say = (note: Note) => t(note.key, note.values)
  if (isSheet(file.name)) {
    const reading = await readSheet(file.name, file.bytes)
    if ('refused' in reading) return { kind: 'refused', reason: say(reading.refused) }
    return { kind: 'sheet', ...reading.value, notes: reading.notes.map(say) }
  }
  const reading = await readTranscript(file.name, file.bytes, { labels })
  if ('refused' in reading) return { kind: 'refused', reason: say(reading.refused) }
  const read = reading.value
  const [like] = likenesses(access, [{ name: nameOfFile(file.name), text: read.text }])
  return {
    kind: 'transcript',
    encoding: read.encoding,
    language: read.language,
    labels: typeof read.labels === 'string' ? read.labels : 'listed',
    speakers: read.speakers.map((speaker, at) => ({
      ...speaker,
      turns: read.turns.filter((turn) => turn.speaker === at).length,
    })),
    turns: read.turns.length,
    words: read.words,
    characters: read.text.length,
    opening: openingOf(read),
    notes: reading.notes.map(say),
    sameName: like?.sameName ?? null,
    sameText: like?.sameText ?? null,
    fingerprint: createHash('sha256').update(read.text).digest('base64url'),
  }
}

/** Whether a file is a sheet with values rather than a transcript. */
export function isSheet(name: string): boolean {
  return /\.(csv|tsv|tab|xlsx|xlsm)$/iu.test(name)
}

function openingOf(read: TranscriptText): Opening {
  return read.turns.slice(0, openingTurns).map((turn) => {
    const said = read.text.slice(turn.said, Math.min(turn.end, turn.said + openingLength))
    const cut = turn.end > turn.said + openingLength
    return {
      speaker: turn.speaker === null ? '' : (read.speakers[turn.speaker]?.name ?? ''),
      text: cut ? `${said.replace(/[\uD800-\uDBFF]$/u, '').trimEnd()} …` : said.trim(),
    }
  })
}
