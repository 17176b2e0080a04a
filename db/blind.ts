import { and, eq, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Access } from './access'
import { events, interviews } from './schema'
import { assignments, rounds } from './schema-rounds'

/**
 * The interviews on which the codings of others are kept from a person: those of open blind rounds, for everybody but who leads and does not code
 * the interview there; and for its coder even longer, until they are done with it. Somebody without an assignment is kept from them
 * too, since one can be moved to them.
 */
export function keptFrom(access: Access): readonly string[] {
  const leads = access.role === 'owner' || access.role === 'supervisor'
  const theirs = eq(assignments.coderId, access.userId)
  const open = eq(rounds.state, 'open')
  return access.db
    .selectDistinct({ id: assignments.interviewId })
    .from(assignments)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .where(
      and(
        eq(rounds.projectId, access.projectId),
        eq(rounds.blind, true),
        or(leads ? and(open, theirs) : open, and(theirs, isNull(assignments.doneAt))),
      ),
    )
    .all()
    .map((row) => row.id)
}

/**
 * Which remarks on passages and interviews a person may read, as a WHERE fragment for a query that joins `interviews`: their own (`author` is who wrote
 * it), and others' unless the interview is kept from them - what somebody asks or translates tells where they read.
 */
export function remarksVisibleTo(access: Access, author: SQLiteColumn): SQL {
  const kept = keptFrom(access)
  const own = eq(author, access.userId)
  return kept.length === 0 ? sql`1` : (or(own, notInArray(interviews.id, [...kept])) ?? own)
}

const holdingMany = [
  'coding.many',
  'code.merge',
  'code.remove',
  'code.restore',
  'interview.remove',
  'interview.restore',
  'interview.correct',
  'project.fill',
  'round.opinions',
  'project.return',
]

/**
 * Which events of the project a person may read, as a WHERE fragment over `events`: their own, and others' unless these are about codings on an
 * interview that is kept from them, or hold codings of many interviews while any is kept (a removed code, a removed interview), or are about remarks.
 */
export function eventsVisibleTo(access: Access): SQL {
  const mine = eq(events.projectId, access.projectId)
  const kept = keptFrom(access)
  if (kept.length === 0) return mine
  // The table by its name: a select from one table leaves it out, and the column would be taken for one of the subquery's.
  const of = (column: 'before' | 'after') => sql.raw(`json_extract("events"."${column}", '$.transcriptId')`)
  return sql`${mine} and (${eq(events.userId, access.userId)} or case
    when ${events.kind} in (select value from json_each(${JSON.stringify(holdingMany)})) then 0
    when ${events.kind} like 'coding.%' or ${events.kind} like 'decision.%' then not exists (select 1 from transcripts t
      where t.id = coalesce(${of('after')}, ${of('before')}) and t.interview_id in (select value from json_each(${JSON.stringify(kept)})))
    when ${events.kind} like 'memo.%' or ${events.kind} like 'question.%' or ${events.kind} like 'translation.%' then 0
    else 1 end)`
}
