import { type AnyColumn, and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { Coding } from '@/core/coding'
import { carrier } from '@/core/text/carry'
import { editsBetween } from '@/core/text/edits'
import type { Range } from '@/core/text/sentences'
import { wordRange } from '@/core/text/words'
import { type Access, inHouse, mustCode } from './access'
import { keptFrom } from './blind'
import { look } from './coding-looks'
import { mine, record, takenBack } from './events'
import { asShown } from './masked-db'
import { Conflict, Forbidden, NotFound, Refusal } from './refusal'
import { codes, codings, events, interviews, transcripts } from './schema'
import { currentOf, textOf } from './texts'

/** A coding to be added. `id` is made by whoever adds it, so that a repeated request is the same coding; [start, end) are UTF-16 offsets. */
export type NewCoding = {
  readonly id: string
  readonly transcriptId: string
  readonly codeId: string
  readonly start: number
  readonly end: number
  readonly comment?: string | undefined
  readonly weight?: number | null | undefined
}

/** What may change about a coding; a missing key stays as it is. A weight is a number from 0 to 100, or null for none. */
export type Change = {
  readonly codeId?: string | undefined
  /** The text that `start` and `end` are places of; default the current one. */
  readonly transcriptId?: string | undefined
  readonly start?: number | undefined
  readonly end?: number | undefined
  readonly comment?: string | undefined
  readonly weight?: number | null | undefined
}

const columns = {
  id: codings.id,
  codeId: codings.codeId,
  coderId: codings.coderId,
  start: codings.start,
  end: codings.end,
  quote: codings.quote,
  comment: codings.comment,
  weight: codings.weight,
}

/**
 * Which codings a person may see, as a WHERE fragment for a query that joins `interviews`: all of the project but those of others on interviews that
 * a blind round keeps from them. Every reading of codings takes it from here. `coder` is where the query has the coding's coder.
 */
export function visibleTo(access: Access, coder: SQL | AnyColumn = codings.coderId): SQL {
  const inProject = eq(interviews.projectId, access.projectId)
  const kept = keptFrom(access)
  if (kept.length === 0) return inProject
  return sql`(${inProject} and (${coder} = ${access.userId}
    or "interviews"."id" not in (select value from json_each(${JSON.stringify(kept)}))))`
}

/** The codings of an interview's current transcript by where they begin, the longer first. Nothing for an interview that is not there. */
export function inInterview(access: Access, interviewId: string): readonly Coding[] {
  return access.db
    .select(columns)
    .from(codings)
    .innerJoin(transcripts, eq(transcripts.id, codings.transcriptId))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(visibleTo(access), eq(interviews.id, interviewId), eq(transcripts.current, true)))
    .orderBy(asc(codings.start), asc(codings.end), asc(codings.id))
    .all()
}

/**
 * Puts a code on a passage for the person who asks. The same id again, and the same code on the same passage by the same person, is the coding
 * that is there already; one that was taken away since stays away (`gone`). A range of an older version of the text is carried over. Throws Forbidden (viewer), NotFound (transcript; `gone` for the
 * code), Refusal `outsideText`, Conflict `changedSince` when the newer version has other words there.
 */
export function add(access: Access, coding: NewCoding): Coding {
  mustCode(access)
  return access.db.transaction(() => {
    const { coding: there, made } = put(access, coding)
    if (made) record(access, 'coding.add', made.id, null, remembered(made))
    return there
  })
}

/** `add` for who records what was done themselves: `made` is the row when the coding was not there. To be called in a transaction. Throws as `add`. */
export function put(access: Access, coding: NewCoding): { readonly coding: Coding; readonly made: Row | null } {
  mustCode(access)
  const known = stored(access, coding.id)
  if (known) return { coding: seen(known), made: null }
  // A repeat that comes after somebody has taken the coding away does not bring it back.
  if (wasRemoved(access, coding.id)) throw new NotFound('gone')
  const place = placed(access, coding.transcriptId, coding.start, coding.end)
  mustHaveCode(access, coding.codeId)
  const row = {
    id: coding.id,
    codeId: coding.codeId,
    coderId: access.userId,
    comment: coding.comment ?? '',
    weight: coding.weight ?? null,
    createdAt: Date.now(),
    updatedAt: Date.now(),
    ...place,
  }
  const same = twin(access, row)
  if (same) return { coding: same, made: null }
  access.db.insert(codings).values(row).run()
  return { coding: seen(row), made: row }
}

/**
 * Moves, recodes, comments or weighs a coding: one's own, or anyone's for who leads. Throws Forbidden, NotFound `gone` when it is not there any
 * more, Refusal `outsideText`, Conflict `duplicate` when it would equal another coding of the same coder.
 */
export function change(access: Access, id: string, to: Change): Coding {
  mustCode(access)
  return access.db.transaction(() => {
    const before = mustBeMine(access, id)
    const start = to.start ?? before.start
    const end = to.end ?? before.end
    const on = to.transcriptId ?? before.transcriptId
    const moved = start !== before.start || end !== before.end
    if (to.codeId !== undefined && to.codeId !== before.codeId) mustHaveCode(access, to.codeId)
    const after = {
      ...before,
      ...(moved ? placed(access, on, start, end) : {}),
      codeId: to.codeId ?? before.codeId,
      comment: to.comment ?? before.comment,
      weight: to.weight === undefined ? before.weight : to.weight,
      updatedAt: Date.now(),
    }
    const same = twin(access, after)
    if (same && same.id !== id) throw new Conflict('duplicate')
    const was = inStore(access, id) ?? before
    access.db.update(codings).set(after).where(eq(codings.id, id)).run()
    // Whoever gives it another code has looked at it.
    if (after.codeId !== before.codeId) look(access, id, null)
    record(access, 'coding.change', id, remembered(was), remembered(inStore(access, id) ?? after))
    return seen(after)
  })
}

/** Takes a coding away: one's own, or anyone's for who leads. Returns it as it was. Throws Forbidden, NotFound `gone`. */
export function remove(access: Access, id: string): Coding {
  mustCode(access)
  return access.db.transaction(() => {
    const before = mustBeMine(access, id)
    const was = inStore(access, id) ?? before
    access.db.delete(codings).where(eq(codings.id, id)).run()
    record(access, 'coding.remove', id, remembered(was), null)
    return seen(before)
  })
}

/**
 * Brings back, with its id and its coder, a coding that the person who asks took away; one that is there is returned as it is. Throws Forbidden,
 * NotFound `gone` when it was not taken away by them or its code or text is not there any more, Conflict `duplicate` when its like has been added since.
 */
export function restore(asking: Access, id: string): Coding {
  mustCode(asking)
  const back = broughtBack(inHouse(asking), id)
  const row = stored(asking, id)
  return row ? seen(row) : back
}

function broughtBack(access: Access, id: string): Coding {
  return access.db.transaction(() => {
    const known = stored(access, id)
    if (known) return seen(known)
    const removal = mine(access, 'coding.remove', id)
    const row = removal && asRemembered(removal.before)
    if (!removal || !row) throw new NotFound('gone')
    mustHaveCode(access, row.codeId)
    const back = { ...row, ...placed(access, row.transcriptId, row.start, row.end), updatedAt: Date.now() }
    if (twin(access, back)) throw new Conflict('duplicate')
    access.db.insert(codings).values(back).run()
    takenBack(access, removal.seq, record(access, 'coding.restore', id, null, remembered(back)))
    return seen(back)
  })
}

type Row = typeof codings.$inferSelect

/** What an event keeps of a coding: all of it but what is cut from the text anew. */
type Remembered = Omit<Row, 'quote' | 'wordStart' | 'wordEnd' | 'updatedAt'>

function stored(access: Access, id: string): Row | undefined {
  return access.db
    .select({ coding: codings })
    .from(codings)
    .innerJoin(transcripts, eq(transcripts.id, codings.transcriptId))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(visibleTo(access), eq(codings.id, id)))
    .get()?.coding
}

/** A coding as it is stored, names and all: what events keep of it. */
function inStore(access: Access, id: string): Row | undefined {
  return stored(inHouse(access), id)
}

function wasRemoved(access: Access, id: string): boolean {
  const there = and(eq(events.projectId, access.projectId), eq(events.subject, id), eq(events.kind, 'coding.remove'))
  return access.db.select({ seq: events.seq }).from(events).where(there).limit(1).get() !== undefined
}

function mustBeMine(access: Access, id: string): Row {
  const row = stored(access, id)
  if (!row) throw new NotFound('gone')
  const leads = access.role === 'owner' || access.role === 'supervisor'
  if (row.coderId !== access.userId && !leads) throw new Forbidden()
  return row
}

function mustHaveCode(access: Access, codeId: string): void {
  const code = access.db
    .select({ id: codes.id })
    .from(codes)
    .where(and(eq(codes.projectId, access.projectId), eq(codes.id, codeId)))
    .get()
  if (!code) throw new NotFound('gone')
}

/** A range as it is stored. One of an older version of the text is carried over to the current one, as long as its words are the same. */
function placed(access: Access, onText: string, from: number, to: number) {
  const { transcriptId, start, end } = asShown(access.db, { transcriptId: onText, start: from, end: to })
  const { text, words, current } = textOf(access, transcriptId)
  if (!(start >= 0 && start < end && end <= text.length)) throw new Refusal('outsideText')
  if (!current) {
    const now = currentOf(access, transcriptId)
    const carried = carrier(text, now.text, editsBetween(text, now.text))({ start, end })
    if (carried.state !== 'kept') throw new Conflict('changedSince')
    return { ...place(now, carried), transcriptId: now.id }
  }
  return { ...place({ text, words }, { start, end }), transcriptId }
}

/** What is stored of a range of a text: the range, its quote and its words. */
export function place(of: { readonly text: string; readonly words: Uint32Array }, { start, end }: Range) {
  const { from, to } = wordRange(of.words, start, end)
  return { start, end, quote: of.text.slice(start, end), wordStart: from, wordEnd: to }
}

function twin(
  access: Access,
  row: Pick<Row, 'transcriptId' | 'coderId' | 'codeId' | 'start' | 'end'>,
): Coding | undefined {
  return access.db
    .select(columns)
    .from(codings)
    .where(
      and(
        eq(codings.transcriptId, row.transcriptId),
        eq(codings.coderId, row.coderId),
        eq(codings.codeId, row.codeId),
        eq(codings.start, row.start),
        eq(codings.end, row.end),
      ),
    )
    .get()
}

function seen({ id, codeId, coderId, start, end, quote, comment, weight }: Row): Coding {
  return { id, codeId, coderId, start, end, quote, comment, weight }
}

function remembered({ quote: _q, wordStart: _s, wordEnd: _e, updatedAt: _u, ...kept }: Row): Remembered {
  return kept
}

function asRemembered(value: unknown): Remembered | null {
  return isRemembered(value) ? value : null
}

function isRemembered(value: unknown): value is Remembered {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['id', 'transcriptId', 'codeId', 'coderId', 'start', 'end', 'comment', 'weight', 'createdAt'].every(
      (key) => key in value,
    )
  )
}
