import { and, eq } from 'drizzle-orm'
import type { TableTurn } from '@/core/exchange/tables'
import type { Access } from './access'
import { interviews, speakers, transcripts } from './schema'

/** The turns of all current texts, by interview. */
export function turns(access: Access): ReadonlyMap<string, readonly TableTurn[]> {
  const who = new Map(
    access.db
      .select({ id: speakers.id, name: speakers.name, role: speakers.role })
      .from(speakers)
      .innerJoin(interviews, eq(interviews.id, speakers.interviewId))
      .where(eq(interviews.projectId, access.projectId))
      .all()
      .map((speaker) => [speaker.id, speaker]),
  )
  const rows = access.db
    .select({ id: interviews.id, turns: transcripts.turns })
    .from(interviews)
    .innerJoin(transcripts, and(eq(transcripts.interviewId, interviews.id), eq(transcripts.current, true)))
    .where(eq(interviews.projectId, access.projectId))
    .all()
  return new Map(
    rows.map((row) => [
      row.id,
      row.turns.map(({ start, end, speaker, time }) => {
        const known = speaker === null ? undefined : who.get(speaker)
        return { start, end, speaker: known?.name ?? '', role: known?.role ?? '', time }
      }),
    ]),
  )
}
