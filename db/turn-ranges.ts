import { and, eq } from 'drizzle-orm'
import type { Access } from './access'
import { interviews, type StoredTurn, speakers, transcripts } from './schema'

type Read = { readonly turns: readonly StoredTurn[] }
const kept = new WeakMap<object, Map<string, Read>>()

/**
 * The turns of the project's current transcripts by interview id, as flat half-open UTF-16 ranges in order; without those of interviewers unless asked
 * for. The turns of a transcript never change under its id and are read once; who is an interviewer may change and is asked every time.
 */
export function turnRanges(access: Access, withInterviewers: boolean): (interviewId: string) => readonly number[] {
  const current = and(eq(interviews.projectId, access.projectId), eq(transcripts.current, true))
  const ids = access.db
    .select({ id: transcripts.id, interviewId: transcripts.interviewId })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(current)
    .all()
  const known = kept.get(access.db.$client) ?? new Map<string, Read>()
  kept.set(access.db.$client, known)
  if (ids.some(({ id }) => !known.has(id)))
    for (const { id, turns } of access.db
      .select({ id: transcripts.id, turns: transcripts.turns })
      .from(transcripts)
      .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
      .where(current)
      .all())
      known.set(id, { turns })
  const asking = new Set(
    withInterviewers
      ? []
      : access.db
          .select({ id: speakers.id })
          .from(speakers)
          .innerJoin(interviews, eq(interviews.id, speakers.interviewId))
          .where(and(eq(interviews.projectId, access.projectId), eq(speakers.role, 'interviewer')))
          .all()
          .map(({ id }) => id),
  )
  const byInterview = new Map(ids.map(({ id, interviewId }) => [interviewId, id]))
  return (interviewId) =>
    (known.get(byInterview.get(interviewId) ?? '')?.turns ?? []).flatMap((turn) =>
      turn.speaker !== null && asking.has(turn.speaker) ? [] : [turn.start, turn.end],
    )
}
