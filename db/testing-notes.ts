import { eq } from 'drizzle-orm'
import type { Access } from './access'
import * as interviews from './interviews'
import { transcripts } from './schema'

/** An interview with a text that nobody speaks in turn, made by who leads: its id and that of its transcript. */
export function interviewOf(access: Access, name: string, text: string): { id: string; transcriptId: string } {
  const read = {
    ...{ text, language: 'ru', speakers: [] },
    turns: [{ start: 0, end: text.length, said: 0, speaker: null, time: null }],
  }
  const { id } = interviews.add(access, { name, file: '', read })
  const row = access.db.select({ id: transcripts.id }).from(transcripts).where(eq(transcripts.interviewId, id)).get()
  if (!row) throw new Error('an interview without a transcript')
  return { id, transcriptId: row.id }
}
