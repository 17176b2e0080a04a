import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { type Assigned, assigned, type Drawable, type DrawRule, drawn, type NotTheirs } from '@/core/rounds/draw'
import type { Assignment, NewRound, Round } from '@/core/rounds/round'
import { fold, tidy } from '@/core/text/fold'
import { type Access, mustCode, mustLead } from './access'
import { record } from './events'
import { Conflict, NotFound } from './refusal'
import { interviews, interviewValues, members, readingPlaces, speakers, transcripts, users } from './schema'
import { assignments, rounds } from './schema-rounds'
import { snapshot } from './snapshot'

const columns = {
  id: rounds.id,
  name: rounds.name,
  blind: rounds.blind,
  state: rounds.state,
  version: rounds.version,
  rule: rounds.rule,
  groups: rounds.groups,
  starts: rounds.starts,
  due: rounds.due,
  createdAt: rounds.createdAt,
  closedAt: rounds.closedAt,
}

/** The project's rounds, the newest first. Everybody in it sees them. */
export function list(access: Access): readonly Round[] {
  return access.db
    .select(columns)
    .from(rounds)
    .where(eq(rounds.projectId, access.projectId))
    .orderBy(sql`${rounds.createdAt} desc`, asc(rounds.nameKey))
    .all()
}

/** One round. Throws NotFound. */
export function get(access: Access, id: string): Round {
  const row = access.db
    .select(columns)
    .from(rounds)
    .where(and(eq(rounds.projectId, access.projectId), eq(rounds.id, id)))
    .get()
  if (!row) throw new NotFound()
  return row
}

/** Who codes what in a round, and who is done, by interview and coder: everybody's for who leads, one's own for others. Throws NotFound. */
export function progress(access: Access, id: string): readonly Assignment[] {
  get(access, id)
  const leads = access.role === 'owner' || access.role === 'supervisor'
  return assignmentsOf(
    access,
    leads ? eq(rounds.id, id) : and(eq(rounds.id, id), eq(assignments.coderId, access.userId)),
  )
}

/** What this person is to code in open rounds that have begun, the rounds oldest first. Days are those of the server. */
export function mine(access: Access): readonly (Assignment & { readonly roundId: string })[] {
  const now = new Date()
  const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
  const begun = or(isNull(rounds.starts), lte(rounds.starts, today))
  return assignmentsOf(access, and(eq(rounds.state, 'open'), begun, eq(assignments.coderId, access.userId)))
}

function assignmentsOf(access: Access, which: ReturnType<typeof and>) {
  return access.db
    .select({
      roundId: assignments.roundId,
      interviewId: assignments.interviewId,
      interview: interviews.name,
      coderId: assignments.coderId,
      coder: users.name,
      words: sql<number>`coalesce(${transcripts.words}, 0)`,
      doneAt: assignments.doneAt,
      read: sql<number>`min(1.0, coalesce(${readingPlaces.offset} * 1.0 / nullif(length(${transcripts.text}), 0), 0))`,
    })
    .from(assignments)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .innerJoin(interviews, eq(interviews.id, assignments.interviewId))
    .innerJoin(users, eq(users.id, assignments.coderId))
    .leftJoin(transcripts, and(eq(transcripts.interviewId, interviews.id), eq(transcripts.current, true)))
    .leftJoin(
      readingPlaces,
      and(eq(readingPlaces.interviewId, interviews.id), eq(readingPlaces.userId, assignments.coderId)),
    )
    .where(and(eq(rounds.projectId, access.projectId), which))
    .orderBy(asc(rounds.createdAt), asc(interviews.nameKey), asc(users.name))
    .all()
}

/** A sample and its distribution, to be looked at before a round is made of it. `own` names the variable that says who led an interview, or null. */
export type Draw = {
  readonly rule: DrawRule
  readonly coders: readonly string[]
  readonly perInterview: number
  readonly own: string | null
}

/**
 * Draws interviews by a rule and gives them to coders, nobody their own: an interview is a coder's own when its interviewer, as a speaker or as the
 * value of the variable `own`, has their name. Changes nothing. Throws Forbidden unless the person leads, NotFound for a coder who is none of the project's.
 */
export function draw(access: Access, { rule, coders, perInterview, own }: Draw): readonly Assigned[] {
  mustLead(access)
  mustBeCoders(access, coders)
  const all = drawable(access)
  const chosen = new Set(drawn(all, rule))
  const sample = all.filter((interview) => chosen.has(interview.id))
  return assigned(sample, coders, perInterview, ownInterviews(access, sample, own), rule.seed)
}

/** The same distribution for interviews named by hand. Throws as `draw`, NotFound for an interview that is not there. */
export function distribute(
  access: Access,
  ids: readonly string[],
  of: Omit<Draw, 'rule'>,
  seed: number,
): readonly Assigned[] {
  mustLead(access)
  mustBeCoders(access, of.coders)
  const chosen = new Set(ids)
  const sample = drawable(access).filter((interview) => chosen.has(interview.id))
  if (sample.length !== chosen.size) throw new NotFound()
  return assigned(sample, of.coders, of.perInterview, ownInterviews(access, sample, of.own), seed)
}

/** Opens a round. Throws Forbidden unless the person leads, Conflict `nameTaken`, NotFound for an interview or a coder of elsewhere. */
export function add(access: Access, round: NewRound): Round {
  mustLead(access)
  return access.db.transaction(() => {
    const name = tidy(round.name)
    if (name === '') throw new Conflict('nameEmpty')
    if (list(access).some((other) => fold(other.name) === fold(name))) throw new Conflict('nameTaken', { name })
    const id = crypto.randomUUID()
    const { blind, starts = null, due, rule, groups } = round
    access.db
      .insert(rounds)
      .values({
        ...{ id, projectId: access.projectId, name, nameKey: fold(name), blind, starts, due, rule, groups },
        ...{ createdBy: access.userId, createdAt: Date.now() },
      })
      .run()
    for (const one of round.assignments) give(access, id, one)
    record(access, 'round.add', id, null, { ...round, name })
    return get(access, id)
  })
}

/** Gives an interview to a coder of an open round, taking it from another when `from` is said. Throws Forbidden, NotFound, Conflict `roundClosed`. */
export function assign(access: Access, id: string, to: Assigned, from: string | null = null): void {
  mustLead(access)
  access.db.transaction(() => {
    mustBeOpen(access, id)
    if (from !== null) take(access, id, { interviewId: to.interviewId, coderId: from })
    give(access, id, to)
    touch(access, id)
    record(access, 'round.assign', id, from === null ? null : { ...to, coderId: from }, to)
  })
}

/** Takes an interview from a coder of an open round. Throws Forbidden, NotFound `gone`, Conflict `roundClosed`. */
export function withdraw(access: Access, id: string, from: Assigned): void {
  mustLead(access)
  access.db.transaction(() => {
    mustBeOpen(access, id)
    take(access, id, from)
    touch(access, id)
    record(access, 'round.assign', id, from, null)
  })
}

/**
 * Says that one's own interview is done, or (open rounds only) not yet. After closing it does not enter the comparison any more, but ends one's
 * blindness. Throws Forbidden for viewers, NotFound when it is not one's to code, Conflict `roundClosed`.
 */
export function setDone(access: Access, id: string, interviewId: string, done: boolean): void {
  mustCode(access)
  access.db.transaction(() => {
    const round = get(access, id)
    if (round.state === 'closed' && !done) throw new Conflict('roundClosed')
    const changed = access.db
      .update(assignments)
      .set({ doneAt: done ? Date.now() : null })
      .where(
        and(
          eq(assignments.roundId, id),
          eq(assignments.interviewId, interviewId),
          eq(assignments.coderId, access.userId),
          done ? isNull(assignments.doneAt) : sql`${assignments.doneAt} is not null`,
        ),
      )
      .run().changes
    if (changed === 0 && !mineIn(access, id).includes(interviewId)) throw new NotFound()
    if (changed > 0) record(access, 'round.done', id, null, { interviewId, done })
  })
}

/**
 * Closes a round and keeps what is to be compared: the codings of those who are done, as they are now. Who is not done is absent there. Throws Forbidden,
 * Conflict `changedSince` when it is not the version that was seen, `roundClosed`, `notDone` when one's own interviews are not, `nothingToCompare`.
 */
export function close(access: Access, id: string, version: number): Round {
  mustLead(access)
  return access.db.transaction(() => {
    const round = mustBeOpen(access, id)
    if (round.version !== version) throw new Conflict('changedSince')
    mustHaveFinished(access, id)
    const kept = snapshot(access, id)
    if (kept.material.interviews.length === 0) throw new Conflict('nothingToCompare')
    touch(access, id, { state: 'closed', closedAt: kept.at, closedBy: access.userId, snapshot: kept })
    record(access, 'round.close', id, { version }, { at: kept.at, codings: kept.material.codings.length })
    return get(access, id)
  })
}

/** Opens a closed round again: blind as before, and what was kept is kept until it is closed anew. Throws Forbidden, Conflict. */
export function reopen(access: Access, id: string, version: number): Round {
  mustLead(access)
  return access.db.transaction(() => {
    const round = get(access, id)
    if (round.state === 'open') throw new Conflict('roundOpen')
    if (round.version !== version) throw new Conflict('changedSince')
    touch(access, id, { state: 'open', closedAt: null, closedBy: null })
    record(access, 'round.reopen', id, { closedAt: round.closedAt }, null)
    return get(access, id)
  })
}

/** Throws Conflict `notDone` when the person has interviews of the round that are not done: what others did there is kept from them. */
export function mustHaveFinished(access: Access, id: string): void {
  const due = access.db
    .select({ id: assignments.interviewId })
    .from(assignments)
    .where(and(eq(assignments.roundId, id), eq(assignments.coderId, access.userId), isNull(assignments.doneAt)))
    .get()
  if (due) throw new Conflict('notDone')
}

/** The round, if it is open. Throws NotFound, Conflict `roundClosed`. */
export function mustBeOpen(access: Access, id: string): Round {
  const round = get(access, id)
  if (round.state === 'closed') throw new Conflict('roundClosed')
  return round
}

/** Changes a round, whose version rises. */
export function touch(access: Access, id: string, to: Partial<typeof rounds.$inferInsert> = {}): void {
  access.db
    .update(rounds)
    .set({ ...to, version: sql`${rounds.version} + 1` })
    .where(and(eq(rounds.projectId, access.projectId), eq(rounds.id, id)))
    .run()
}

function mineIn(access: Access, id: string): readonly string[] {
  return access.db
    .select({ id: assignments.interviewId })
    .from(assignments)
    .where(and(eq(assignments.roundId, id), eq(assignments.coderId, access.userId)))
    .all()
    .map((row) => row.id)
}

function give(access: Access, id: string, { interviewId, coderId }: Assigned): void {
  mustBeCoders(access, [coderId])
  const there = access.db
    .select({ id: interviews.id })
    .from(interviews)
    .where(and(eq(interviews.projectId, access.projectId), eq(interviews.id, interviewId)))
    .get()
  if (!there) throw new NotFound()
  access.db.insert(assignments).values({ roundId: id, interviewId, coderId }).onConflictDoNothing().run()
}

function take(access: Access, id: string, { interviewId, coderId }: Assigned): void {
  const gone = access.db
    .delete(assignments)
    .where(and(eq(assignments.roundId, id), eq(assignments.interviewId, interviewId), eq(assignments.coderId, coderId)))
    .run().changes
  if (gone === 0) throw new NotFound('gone')
}

function mustBeCoders(access: Access, ids: readonly string[]): void {
  const found = access.db
    .select({ id: members.userId })
    .from(members)
    .where(and(eq(members.projectId, access.projectId), inArray(members.role, ['owner', 'supervisor', 'coder'])))
    .all()
  const known = new Set(found.map((row) => row.id))
  if (ids.some((one) => !known.has(one))) throw new NotFound()
}

function drawable(access: Access): readonly Drawable[] {
  const rows = access.db
    .select({ id: interviews.id, words: transcripts.words })
    .from(interviews)
    .innerJoin(transcripts, and(eq(transcripts.interviewId, interviews.id), eq(transcripts.current, true)))
    .where(eq(interviews.projectId, access.projectId))
    .all()
  const values = access.db
    .select({ id: interviewValues.interviewId, variable: interviewValues.variableId, value: interviewValues.value })
    .from(interviewValues)
    .innerJoin(interviews, eq(interviews.id, interviewValues.interviewId))
    .where(eq(interviews.projectId, access.projectId))
    .all()
  return rows.map((row) => ({
    ...row,
    values: Object.fromEntries(
      values.filter(({ id }) => id === row.id).map(({ variable, value }) => [variable, value]),
    ),
  }))
}

function ownInterviews(access: Access, sample: readonly Drawable[], variable: string | null): NotTheirs {
  const people = access.db
    .select({ id: users.id, name: users.name })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.projectId, access.projectId))
    .all()
  const asked = access.db
    .select({ id: speakers.interviewId, name: speakers.name })
    .from(speakers)
    .innerJoin(interviews, eq(interviews.id, speakers.interviewId))
    .where(and(eq(interviews.projectId, access.projectId), eq(speakers.role, 'interviewer')))
    .all()
  return Object.fromEntries(
    sample.map(({ id, values }) => {
      const names = [
        variable === null ? undefined : values[variable],
        ...asked.filter((a) => a.id === id).map((a) => a.name),
      ]
      const keys = new Set(names.flatMap((name) => (name === undefined ? [] : [fold(name)])))
      return [id, people.filter((one) => keys.has(fold(one.name))).map((one) => one.id)]
    }),
  )
}
