import { and, asc, desc, eq, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Code } from '@/core/codebook/code'
import type { CodeQueue, CodeWording } from '@/core/codebook/queue'
import { type Access, mustCode, mustLead } from './access'
import { get } from './code-rows'
import { look, unlook } from './coding-looks'
import { visibleTo } from './codings'
import { Forbidden, NotFound } from './refusal'
import { codes, codings, interviews, transcripts, users } from './schema'
import { codeQueues, codingLooks } from './schema-codebook'

const wordingOf = ({ definition, include, exclude }: CodeWording): CodeWording => ({ definition, include, exclude })
const same = (a: CodeWording, b: CodeWording) => JSON.stringify(wordingOf(a)) === JSON.stringify(wordingOf(b))

/**
 * Called when a code was described anew: what was coded with it becomes a queue to look at again, or, when the words are those of before once more, the queue
 * goes. Nothing happens while nothing is coded with it or no wording was there.
 */
export function reworded(access: Access, before: Code, after: Code): void {
  if (same(before, after)) return
  const [open] = access.db
    .select()
    .from(codeQueues)
    .where(openOn(access, after.id, 'wording'))
    .all()
  const since = Date.now()
  if (open) {
    const here = eq(codeQueues.id, open.id)
    if (open.wording && same(open.wording, after)) access.db.delete(codeQueues).where(here).run()
    else access.db.update(codeQueues).set({ since }).where(here).run()
    return
  }
  if (before.definition + before.include + before.exclude === '') return
  const used = access.db.select({ id: codings.id }).from(codings).where(eq(codings.codeId, after.id)).limit(1).get()
  if (!used) return
  insert(access, { codeId: after.id, kind: 'wording', targets: [], wording: wordingOf(before), since })
}

/**
 * Opens a queue in which the passages of a code are divided among others; the same code's open one gets these targets. Answers its id. Throws Forbidden
 * unless the person leads, NotFound `gone` for a code that is not there.
 */
export function openSplit(access: Access, codeId: string, targets: readonly string[]): string {
  mustLead(access)
  return access.db.transaction(() => {
    for (const id of [codeId, ...targets]) get(access, id, 'gone')
    const [open] = access.db
      .select()
      .from(codeQueues)
      .where(openOn(access, codeId, 'split'))
      .all()
    if (!open) return insert(access, { codeId, kind: 'split', targets, wording: null, since: Date.now() })
    access.db.update(codeQueues).set({ targets }).where(eq(codeQueues.id, open.id)).run()
    return open.id
  })
}

function insert(
  access: Access,
  row: Pick<typeof codeQueues.$inferInsert, 'codeId' | 'kind' | 'targets' | 'wording' | 'since'>,
): string {
  const id = crypto.randomUUID()
  access.db
    .insert(codeQueues)
    .values({ ...row, id, projectId: access.projectId, openedBy: access.userId })
    .run()
  return id
}

function openOn(access: Access, codeId: string, kind: CodeQueue['kind']) {
  return and(
    eq(codeQueues.projectId, access.projectId),
    eq(codeQueues.codeId, codeId),
    eq(codeQueues.kind, kind),
    isNull(codeQueues.closedAt),
  )
}

/** The open queues, with how far each is for the person who asks: of what they may change. The newest first. */
export function list(access: Access): readonly CodeQueue[] {
  return read(access, isNull(codeQueues.closedAt))
}

/** One queue, whether it is open or was ended. Throws NotFound. */
export function one(access: Access, id: string): CodeQueue {
  const [found] = read(access, eq(codeQueues.id, id))
  if (!found) throw new NotFound()
  return found
}

function read(access: Access, which: SQL): readonly CodeQueue[] {
  return access.db
    .select({ queue: codeQueues, by: users.name })
    .from(codeQueues)
    .leftJoin(users, eq(users.id, codeQueues.openedBy))
    .where(and(eq(codeQueues.projectId, access.projectId), which))
    .orderBy(desc(codeQueues.since))
    .all()
    .map(({ queue, by }) => ({
      ...{ id: queue.id, codeId: queue.codeId, kind: queue.kind, since: queue.since, targets: queue.targets },
      ...{ wording: queue.wording, by: by ?? '', open: queue.closedAt === null },
      ...{ left: waiting(access, queue).length, done: looked(access, queue.id) },
    }))
}

/** Ids of the codings that wait in a queue for the person who asks, interview by interview. Throws NotFound. */
export function waitingIn(access: Access, id: string): readonly string[] {
  return waiting(access, stored(access, id))
}

type Stored = typeof codeQueues.$inferSelect

function stored(access: Access, id: string): Stored {
  const row = access.db
    .select()
    .from(codeQueues)
    .where(and(eq(codeQueues.projectId, access.projectId), eq(codeQueues.id, id)))
    .get()
  if (!row) throw new NotFound('gone')
  return row
}

function changeable(access: Access) {
  const leads = access.role === 'owner' || access.role === 'supervisor'
  return and(visibleTo(access), leads ? undefined : eq(codings.coderId, access.userId))
}

function waiting(access: Access, { codeId, since }: Pick<Stored, 'codeId' | 'since'>): readonly string[] {
  if (access.role === 'viewer') return []
  return access.db
    .select({ id: codings.id })
    .from(codings)
    .innerJoin(transcripts, and(eq(transcripts.id, codings.transcriptId), eq(transcripts.current, true)))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .leftJoin(codingLooks, eq(codingLooks.codingId, codings.id))
    .where(
      and(
        changeable(access),
        eq(codings.codeId, codeId),
        lte(codings.createdAt, since),
        or(isNull(codingLooks.at), sql`${codingLooks.at} < ${since}`),
      ),
    )
    .orderBy(asc(interviews.createdAt), asc(interviews.nameKey), asc(codings.start), asc(codings.end), asc(codings.id))
    .all()
    .map((row) => row.id)
}

function looked(access: Access, queueId: string): number {
  const row = access.db
    .select({ n: sql<number>`count(*)` })
    .from(codingLooks)
    .innerJoin(codings, eq(codings.id, codingLooks.codingId))
    .innerJoin(transcripts, eq(transcripts.id, codings.transcriptId))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(changeable(access), eq(codingLooks.queueId, queueId)))
    .get()
  return row?.n ?? 0
}

/** Says of a coding in a queue that it was looked at, whether it stays or got another code. Throws Forbidden, NotFound `gone`. */
export function keep(access: Access, queueId: string, codingId: string): void {
  mustMine(access, queueId, codingId)
  look(access, codingId, queueId)
}

/** Puts a coding back into its queue. Throws Forbidden, NotFound `gone`. */
export function unkeep(access: Access, queueId: string, codingId: string): void {
  mustMine(access, queueId, codingId)
  unlook(access, codingId)
}

function mustMine(access: Access, queueId: string, codingId: string): void {
  mustCode(access)
  stored(access, queueId)
  const row = access.db
    .select({ coderId: codings.coderId })
    .from(codings)
    .innerJoin(transcripts, eq(transcripts.id, codings.transcriptId))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(visibleTo(access), eq(codings.id, codingId)))
    .get()
  if (!row) throw new NotFound('gone')
  const leads = access.role === 'owner' || access.role === 'supervisor'
  if (row.coderId !== access.userId && !leads) throw new Forbidden()
}

/** Ends a queue: what is left in it stays as it is. Throws NotFound `gone`, Forbidden unless the person leads. */
export function close(access: Access, id: string): void {
  mustLead(access)
  stored(access, id)
  access.db.update(codeQueues).set({ closedAt: Date.now() }).where(eq(codeQueues.id, id)).run()
}

/** Opens a queue again that was ended. Throws as `close`. */
export function reopen(access: Access, id: string): void {
  mustLead(access)
  stored(access, id)
  access.db.update(codeQueues).set({ closedAt: null }).where(eq(codeQueues.id, id)).run()
}

/** The names of the codes that a queue divides among, in their order; one that was removed since is left out. */
export function targetsOf(access: Access, queue: Pick<CodeQueue, 'targets'>): readonly Pick<Code, 'id' | 'name'>[] {
  const byId = new Map(
    access.db
      .select({ id: codes.id, name: codes.name })
      .from(codes)
      .where(eq(codes.projectId, access.projectId))
      .all()
      .map((code) => [code.id, code]),
  )
  return queue.targets.flatMap((id) => byId.get(id) ?? [])
}
