import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { SearchRange } from '@/core/search/page'
import { type Access, mustCode } from './access'
import { put } from './codings'
import { record } from './events'
import { Conflict } from './refusal'
import { codings, events, interviews, transcripts, users } from './schema'

/**
 * Puts a code on many passages at once, as one step that can be taken back: `id` is the step's, made by the client, so that a repeat is the same step.
 * Passages that the person coded so already stay as they are. Answers how many codings were made. Throws as `codings.add`, and then nothing is coded.
 */
export function autocode(access: Access, id: string, codeId: string, ranges: readonly SearchRange[]): number {
  mustCode(access)
  return access.db.transaction(() => {
    if (done(access, id)) return 0
    const made = ranges.flatMap((range) => put(access, { id: crypto.randomUUID(), codeId, ...range }).made?.id ?? [])
    if (made.length > 0) record(access, 'coding.many', id, null, { codeId, codings: made })
    return made.length
  })
}

function done(access: Access, id: string): boolean {
  const row = access.db
    .select({ seq: events.seq })
    .from(events)
    .where(and(eq(events.projectId, access.projectId), eq(events.subject, id), eq(events.kind, 'coding.many')))
    .get()
  return row !== undefined
}

/** Takes the codings of such a step away. Those taken away since stay away. Throws Conflict `builtOn` when one of them was changed since, naming who did. */
export function takeBack(access: Access, ids: readonly string[]): void {
  mustCode(access)
  const list = sql`(select value from json_each(${JSON.stringify(ids)}))`
  const changed = access.db
    .select({ name: users.name })
    .from(events)
    .leftJoin(users, eq(users.id, events.userId))
    .where(
      and(
        eq(events.projectId, access.projectId),
        eq(events.kind, 'coding.change'),
        sql`${events.subject} in ${list}`,
        gt(events.seq, 0),
        isNull(events.undoneBy),
      ),
    )
    .get()
  if (changed) throw new Conflict('builtOn', { name: changed.name ?? '?' })
  const here = access.db
    .select({ id: transcripts.id })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(eq(interviews.projectId, access.projectId))
  access.db
    .delete(codings)
    .where(and(sql`${codings.id} in ${list}`, eq(codings.coderId, access.userId), inArray(codings.transcriptId, here)))
    .run()
}
