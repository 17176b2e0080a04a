import { and, desc, eq, like, lt, or, type SQL, sql } from 'drizzle-orm'
import { codePaths } from '@/core/codebook/path'
import type { HistoryEntry, HistorySubject } from '@/core/history'
import type { Access } from './access'
import { eventsVisibleTo } from './blind'
import * as codes from './codes'
import { deskEventsVisibleTo } from './quote-desks'
import { events, interviews, transcripts, users } from './schema'
import { undoableKinds } from './undo'

/** Which part of the history is wanted; nothing given is all of it, the newest first. */
export type HistoryFilter = {
  readonly by?: string | undefined
  readonly subject?: HistorySubject | undefined
  /** Only what happened before this number. */
  readonly before?: number | undefined
}

const PAGE = 100

/**
 * What happened in the project, the newest first, at most 100 at a time. What others did with codings is seen by those who lead alone: who codes
 * blind must not learn it here.
 */
export function list(access: Access, filter: HistoryFilter = {}): readonly HistoryEntry[] {
  const rows = access.db
    .select({
      seq: events.seq,
      at: events.at,
      userId: events.userId,
      by: users.name,
      kind: events.kind,
      subject: events.subject,
      before: events.before,
      after: events.after,
      undoneBy: events.undoneBy,
    })
    .from(events)
    .leftJoin(users, eq(users.id, events.userId))
    .where(and(seenBy(access), ...wanted(filter)))
    .orderBy(desc(events.seq))
    .limit(PAGE)
    .all()
  const name = namer(access)
  return rows.map((row) => {
    const before = plain(row.before)
    const after = plain(row.after)
    return {
      seq: row.seq,
      at: row.at,
      by: row.by ?? '',
      kind: row.kind,
      what: name.what(row.kind, row.subject, before, after),
      where: row.kind.startsWith('coding.') ? name.where(before, after) : '',
      changes: before && after ? changes(before, after, name) : [],
      undone: row.undoneBy !== null,
      undoable: row.undoneBy === null && row.userId === access.userId && undoableKinds.has(row.kind),
    }
  })
}

/** Who did anything that this person sees, by name. */
export function people(access: Access): readonly { readonly id: string; readonly name: string }[] {
  return access.db
    .selectDistinct({ id: users.id, name: users.name })
    .from(events)
    .innerJoin(users, eq(users.id, events.userId))
    .where(seenBy(access))
    .orderBy(users.name)
    .all()
}

/** The events of the project that a person may know of. */
function seenBy(access: Access): SQL | undefined {
  const leads = access.role === 'owner' || access.role === 'supervisor'
  const own = or(eq(events.userId, access.userId), sql`${events.kind} not like 'coding.%'`)
  return and(eventsVisibleTo(access), deskEventsVisibleTo(access), leads ? undefined : own)
}

function wanted({ by, subject, before }: HistoryFilter): (SQL | undefined)[] {
  return [
    by === undefined ? undefined : eq(events.userId, by),
    subject === undefined ? undefined : like(events.kind, `${subject}.%`),
    before === undefined ? undefined : lt(events.seq, before),
  ]
}

type Plain = Readonly<Record<string, unknown>>

const SHORT = 80
const shortened = (told: string): string => (told.length > SHORT ? `${told.slice(0, SHORT)}…` : told)

function plain(value: unknown): Plain | null {
  return isPlain(value) ? value : null
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Names for the ids that events keep. */
function namer(access: Access) {
  const paths = codePaths(codes.list(access))
  const named = access.db
    .select({ id: interviews.id, name: interviews.name, transcript: transcripts.id })
    .from(interviews)
    .leftJoin(transcripts, eq(transcripts.interviewId, interviews.id))
    .where(eq(interviews.projectId, access.projectId))
    .all()
  const interview = new Map(named.map((row) => [row.id, row.name]))
  const ofText = new Map(named.map((row) => [row.transcript, row.name]))
  const person = new Map(
    access.db
      .select({ id: users.id, name: users.name })
      .from(users)
      .all()
      .map((row) => [row.id, row.name]),
  )
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  const code = (id: unknown): string => paths.get(text(id))?.join('/') ?? ''
  return {
    code,
    what(kind: string, subject: string, before: Plain | null, after: Plain | null): string {
      const given = text((after ?? before)?.name) || text(before?.name)
      if (kind.startsWith('coding.')) return code((after ?? before)?.codeId)
      if (kind.startsWith('code.')) return code(subject) || given
      if (kind.startsWith('interview.'))
        return interview.get(subject) ?? (given || text(plain(before?.interview)?.name))
      if (kind.startsWith('member.')) return person.get(subject) ?? ''
      return given || shortened(text((after ?? before)?.title) || text((after ?? before)?.text))
    },
    where: (before: Plain | null, after: Plain | null): string =>
      ofText.get(text((after ?? before)?.transcriptId)) ?? '',
  }
}

const UNTOLD = new Set([
  'id',
  'updatedAt',
  'createdAt',
  'coderId',
  'createdBy',
  'transcriptId',
  'nameKey',
  'values',
  'speaker',
  'body',
  'item',
  'items',
  'moved',
  'next',
  'added',
  'changed',
])

function changes(before: Plain, after: Plain, name: ReturnType<typeof namer>): HistoryEntry['changes'] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !UNTOLD.has(field))
  const told = (field: string, value: unknown): string => {
    if (field === 'codeId' || field === 'parentId') return name.code(value)
    if (value === null || value === undefined) return ''
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
  return fields
    .map((field) => ({ field, before: told(field, before[field]), after: told(field, after[field]) }))
    .filter((one) => one.before !== one.after)
}
