import { and, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Passage } from '@/core/notes/question'
import { wordOffsets } from '@/core/text/words'
import type { Access } from './access'
import type { Db } from './open'
import { Conflict, NotFound, Refusal } from './refusal'
import { interviews, transcripts } from './schema'

/** A transcript's text with its words, as `wordOffsets` gives them; `current` is false for an older version. */
export type StoredText = { readonly text: string; readonly words: Uint32Array; readonly current: boolean }

// The text of a transcript never changes (a correction is a new version), and finding the words of a long one takes longer than storing a coding.
const KEPT = 16
const kept = new WeakMap<Db, Map<string, { text: string; words: Uint32Array }>>()

/** The text of a transcript of the project, words found once per process for the texts in use. Throws NotFound. */
export function textOf(access: Access, transcriptId: string): StoredText {
  const row = access.db
    .select({ current: transcripts.current })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(eq(interviews.projectId, access.projectId), eq(transcripts.id, transcriptId)))
    .get()
  if (!row) throw new NotFound()
  const known = kept.get(access.db) ?? new Map()
  kept.set(access.db, known)
  const found = known.get(transcriptId) ?? readText(access, transcriptId)
  known.delete(transcriptId)
  known.set(transcriptId, found)
  for (const oldest of known.keys()) if (known.size > KEPT) known.delete(oldest)
  return { ...found, current: row.current }
}

/**
 * The words of a passage that is to be written on. Throws NotFound (transcript), Conflict `changedSince` for an older version, Refusal `outsideText`.
 */
export function mustBeIn(access: Access, { transcriptId, start, end }: Passage): string {
  const { text, current } = textOf(access, transcriptId)
  if (!current) throw new Conflict('changedSince')
  if (!(start >= 0 && start < end && end <= text.length)) throw new Refusal('outsideText')
  return text.slice(start, end)
}

/** The current text of the interview that a transcript, current or older, belongs to. Throws NotFound. */
export function currentOf(access: Access, transcriptId: string): StoredText & { readonly id: string } {
  const older = alias(transcripts, 'older')
  const row = access.db
    .select({ id: transcripts.id })
    .from(transcripts)
    .innerJoin(older, eq(older.interviewId, transcripts.interviewId))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(eq(interviews.projectId, access.projectId), eq(older.id, transcriptId), eq(transcripts.current, true)))
    .get()
  if (!row) throw new NotFound()
  return { ...textOf(access, row.id), id: row.id }
}

function readText(access: Access, transcriptId: string): { text: string; words: Uint32Array } {
  const row = access.db
    .select({ text: transcripts.text })
    .from(transcripts)
    .where(eq(transcripts.id, transcriptId))
    .get()
  if (!row) throw new NotFound()
  return { text: row.text, words: wordOffsets(row.text) }
}
