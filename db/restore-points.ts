import { and, desc, eq, sql } from 'drizzle-orm'
import { deflateSync, inflateSync } from 'fflate'
import type { RestorePoint } from '@/core/history'
import { tidy } from '@/core/text/fold'
import { type Access, mustOwn } from './access'
import { archive, putBack } from './archive'
import { record } from './events'
import { Conflict, NotFound } from './refusal'
import { events, users } from './schema'
import { restorePoints } from './schema-codebook'

/** The points that the project can return to, the newest first. Throws Forbidden unless the person owns the project. */
export function list(access: Access): readonly RestorePoint[] {
  mustOwn(access)
  return access.db
    .select({
      ...{ id: restorePoints.id, name: restorePoints.name, at: restorePoints.at, by: users.name },
      bytes: sql<number>`length(${restorePoints.archive})`,
    })
    .from(restorePoints)
    .leftJoin(users, eq(users.id, restorePoints.createdBy))
    .where(eq(restorePoints.projectId, access.projectId))
    .orderBy(desc(restorePoints.at))
    .all()
    .map((row) => ({ ...row, by: row.by ?? '' }))
}

/** Keeps the whole project as it is now under a name. Answers the point's id. Throws Forbidden unless the person owns the project, Conflict `nameEmpty`. */
export function keepPoint(access: Access, name: string): string {
  const given = tidy(name)
  if (given === '') throw new Conflict('nameEmpty')
  const kept = deflateSync(new TextEncoder().encode(JSON.stringify(archive(access))))
  const id = crypto.randomUUID()
  access.db
    .insert(restorePoints)
    .values({
      ...{ id, projectId: access.projectId, name: given, at: Date.now(), createdBy: access.userId },
      archive: Buffer.from(kept),
    })
    .run()
  return id
}

/**
 * Makes the project's research material what it was at a point: interviews, codebook, codings, memos, rounds and all that hangs on them. Members, the history
 * and the versions of the codebook go on. What is there now becomes a point of its own first, named `before`; the answer is its id. One transaction. Throws Forbidden
 * unless the person owns the project, NotFound `gone`.
 */
export function returnTo(access: Access, id: string, before: string): string {
  mustOwn(access)
  return access.db.transaction(() => {
    const row = stored(access, id)
    const now = keepPoint(access, before)
    putBack(access, JSON.parse(new TextDecoder().decode(inflateSync(row.archive))))
    record(access, 'project.return', access.projectId, { point: now, name: before }, { point: id, name: row.name })
    return now
  })
}

/** Takes a point away; the project stays as it is. Throws Forbidden unless the person owns the project, NotFound `gone`. */
export function removePoint(access: Access, id: string): void {
  mustOwn(access)
  stored(access, id)
  access.db.delete(restorePoints).where(eq(restorePoints.id, id)).run()
}

function stored(access: Access, id: string) {
  const row = access.db
    .select()
    .from(restorePoints)
    .where(and(eq(restorePoints.projectId, access.projectId), eq(restorePoints.id, id)))
    .get()
  if (!row) throw new NotFound('gone')
  return row
}

/** The number of the event with which the project last returned to a point, 0 for never: what was done before it cannot be undone one by one. */
export function lastReturn(access: Access): number {
  const row = access.db
    .select({ seq: events.seq })
    .from(events)
    .where(and(eq(events.projectId, access.projectId), eq(events.kind, 'project.return')))
    .orderBy(desc(events.seq))
    .limit(1)
    .get()
  return row?.seq ?? 0
}
