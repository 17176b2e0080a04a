import { and, desc, eq, sql } from 'drizzle-orm'
import { type Access, inHouse } from './access'
import { keepVersion } from './codebook-versions'
import { asStored } from './masked-db'
import { events } from './schema'

/** What happened, in the words of the house. */
export type EventKind =
  | `coding.${'add' | 'change' | 'remove' | 'restore' | 'many'}`
  | `code.${'add' | 'change' | 'move' | 'remove' | 'restore' | 'merge' | 'archive' | 'import'}`
  | `interview.${'import' | 'change' | 'correct' | 'remove' | 'restore'}`
  | `variable.${'add' | 'change' | 'remove' | 'restore'}`
  | `member.${'add' | 'change' | 'remove' | 'correcting' | 'seesRaw'}`
  | `project.${'add' | 'change' | 'fill' | 'restore' | 'return'}`
  | `round.${'add' | 'change' | 'assign' | 'done' | 'close' | 'reopen' | 'remove' | 'opinions'}`
  | `decision.${'add' | 'change' | 'remove' | 'note'}`
  | `analysis.${'add' | 'remove' | 'restore'}`
  | 'reason.add'
  | `memo.${'add' | 'change' | 'remove' | 'restore'}`
  | `question.${'ask' | 'reply' | 'change' | 'remove' | 'restore'}`
  | `masking.${'switch' | 'consent'}`
  | `name.${'add' | 'change' | 'remove' | 'restore' | 'allow' | 'disallow'}`
  | `mark.${'add' | 'remove'}`
  | `consent.${'set' | 'unset'}`
  | `export.${'raw'}`
  | `translation.${'add' | 'change' | 'remove' | 'restore'}`
  | `desk.${'add' | 'change' | 'remove' | 'restore' | 'quote' | 'edit' | 'move' | 'drop' | 'reference'}`

/** Writes one event; call it inside the transaction that makes the change. `before` and `after` hold what undo needs. Returns its number. */
export function record(access: Access, kind: EventKind, subject: string, before: unknown, after: unknown): number {
  const row = access.db
    .insert(events)
    .values({
      projectId: access.projectId,
      userId: access.userId,
      at: Date.now(),
      kind,
      subject,
      before: asStored(access.db, before ?? null),
      after: asStored(access.db, after ?? null),
    })
    .returning({ seq: events.seq })
    .get()
  if (kind.startsWith('code.') || kind === 'project.fill' || kind === 'project.return')
    keepVersion(inHouse(access), row.seq)
  return row.seq
}

const SITTING = 10 * 60 * 1000

/**
 * Writes an event as `record` does, for what is stored many times while a person writes: if the last thing that happened to the subject was the
 * same, by the same person, less than ten minutes ago, one event stands for both, from the earlier `before` to this `after`. Returns its number.
 */
export function recordSitting(
  access: Access,
  kind: EventKind,
  subject: string,
  before: unknown,
  after: unknown,
): number {
  const last = access.db
    .select({ seq: events.seq, userId: events.userId, kind: events.kind, at: events.at, before: events.before })
    .from(events)
    .where(and(eq(events.projectId, access.projectId), eq(events.subject, subject)))
    .orderBy(desc(events.seq))
    .limit(1)
    .get()
  const same = last?.userId === access.userId && last.kind === kind && Date.now() - last.at < SITTING
  if (!same) return record(access, kind, subject, before, after)
  access.db.delete(events).where(eq(events.seq, last.seq)).run()
  return record(access, kind, subject, last.before, after)
}

/** The number of the project's newest event, 0 when nothing ever happened: what readings may be cached by. */
export function latest(access: Access): number {
  const row = access.db
    .select({ seq: sql<number>`coalesce(max(${events.seq}), 0)` })
    .from(events)
    .where(eq(events.projectId, access.projectId))
    .get()
  return row?.seq ?? 0
}

/** This person's newest event of a kind on a subject that was not undone, or null: the one that undo takes back. */
export function mine(access: Access, kind: EventKind, subject: string): { seq: number; before: unknown } | null {
  const row = access.db
    .select({ seq: events.seq, before: events.before })
    .from(events)
    .where(
      and(
        eq(events.projectId, access.projectId),
        eq(events.userId, access.userId),
        eq(events.kind, kind),
        eq(events.subject, subject),
        sql`${events.undoneBy} is null`,
      ),
    )
    .orderBy(desc(events.seq))
    .get()
  return row ?? null
}

/** Marks an event as taken back by another. */
export function takenBack(access: Access, seq: number, by: number): void {
  access.db
    .update(events)
    .set({ undoneBy: by })
    .where(and(eq(events.projectId, access.projectId), eq(events.seq, seq)))
    .run()
}
