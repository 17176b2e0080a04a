import { and, asc, desc, eq, gt, gte, inArray, isNull, like } from 'drizzle-orm'
import type { Code } from '@/core/codebook/code'
import { type CodebookVersion, sameCodebook } from '@/core/codebook/versions'
import type { Access } from './access'
import { NotFound } from './refusal'
import { codes, events, users } from './schema'
import { codebookVersions } from './schema-codebook'

const SITTING = 10 * 60 * 1000

/**
 * Keeps the codebook as it is now, as the version that begins with the event `seq`, unless no name, wording or place is different from the one before. What
 * one person changes in one sitting, while nobody codes, is one version. Called where events are written, inside their transaction.
 */
export function keepVersion(access: Access, seq: number): void {
  const now = current(access)
  const [last, before] = access.db
    .select()
    .from(codebookVersions)
    .where(eq(codebookVersions.projectId, access.projectId))
    .orderBy(desc(codebookVersions.number))
    .limit(2)
    .all()
  if (last ? sameCodebook(last.codes, now) : now.length === 0) return
  const at = Date.now()
  const here = last && eq(codebookVersions.id, last.id)
  if (last && last.createdBy === access.userId && at - last.at < SITTING && !codedSince(access, last.seq)) {
    // Taken back in the same sitting: nothing happened.
    if (before && sameCodebook(before.codes, now)) access.db.delete(codebookVersions).where(here).run()
    else access.db.update(codebookVersions).set({ codes: now, at }).where(here).run()
    return
  }
  access.db
    .insert(codebookVersions)
    .values({
      ...{ id: crypto.randomUUID(), projectId: access.projectId, number: (last?.number ?? 0) + 1 },
      ...{ codes: now, seq, at, createdBy: access.userId },
    })
    .run()
}

function current(access: Access): readonly Code[] {
  return access.db
    .select(columns)
    .from(codes)
    .where(eq(codes.projectId, access.projectId))
    .orderBy(asc(codes.position), asc(codes.name))
    .all()
}

const columns = {
  ...{ id: codes.id, parentId: codes.parentId, name: codes.name, position: codes.position, colour: codes.colour },
  ...{ definition: codes.definition, include: codes.include, exclude: codes.exclude, example: codes.example },
  ...{ aliases: codes.aliases, archived: codes.archived },
}

function codedSince(access: Access, seq: number): boolean {
  const mine = and(eq(events.projectId, access.projectId), gt(events.seq, seq), like(events.kind, 'coding.%'))
  return access.db.select({ seq: events.seq }).from(events).where(mine).limit(1).get() !== undefined
}

/** The versions of the codebook, the newest first. */
export function versions(access: Access): readonly CodebookVersion[] {
  return access.db
    .select({ number: codebookVersions.number, at: codebookVersions.at, by: users.name })
    .from(codebookVersions)
    .leftJoin(users, eq(users.id, codebookVersions.createdBy))
    .where(eq(codebookVersions.projectId, access.projectId))
    .orderBy(desc(codebookVersions.number))
    .all()
    .map((row) => ({ ...row, by: row.by ?? '' }))
}

/** The codes of a version. Throws NotFound. */
export function codesOf(access: Access, number: number): readonly Code[] {
  return versionOf(access, number).codes
}

function versionOf(access: Access, number: number) {
  const row = access.db
    .select()
    .from(codebookVersions)
    .where(and(eq(codebookVersions.projectId, access.projectId), eq(codebookVersions.number, number)))
    .get()
  if (!row) throw new NotFound()
  return row
}

/**
 * Which code codings had when a version was in force, for those that got another one afterwards: by recoding, by dividing a code or by merging two. By
 * the codings' ids. Throws NotFound for a version that is not there.
 */
export function codesThen(access: Access, number: number): ReadonlyMap<string, string> {
  const then = new Map<string, string>()
  const { number: last } = versionOf(access, number)
  const next = access.db
    .select({ seq: codebookVersions.seq })
    .from(codebookVersions)
    .where(and(eq(codebookVersions.projectId, access.projectId), gt(codebookVersions.number, last)))
    .orderBy(asc(codebookVersions.number))
    .limit(1)
    .get()
  if (!next) return then
  const happened = access.db
    .select({ kind: events.kind, subject: events.subject, before: events.before, after: events.after })
    .from(events)
    .where(
      and(
        eq(events.projectId, access.projectId),
        gte(events.seq, next.seq),
        inArray(events.kind, ['coding.change', 'code.merge']),
        isNull(events.undoneBy),
      ),
    )
    .orderBy(asc(events.seq))
    .all()
  const first = (coding: string, code: unknown) => {
    if (typeof code === 'string' && !then.has(coding)) then.set(coding, code)
  }
  for (const { kind, subject, before, after } of happened)
    if (kind === 'code.merge') for (const coding of list(part(before, 'moved'))) first(coding, subject)
    else if (part(before, 'codeId') !== part(after, 'codeId')) first(subject, part(before, 'codeId'))
  return then
}

function part(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : null
}

function list(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
