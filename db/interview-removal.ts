import { and, eq, inArray } from 'drizzle-orm'
import { type Access, mustLead } from './access'
import { mine, record, takenBack } from './events'
import { storedInterview } from './interview-stored'
import { Conflict, NotFound } from './refusal'
import {
  codes,
  codings,
  interviews,
  interviewValues,
  readingPlaces,
  speakers,
  transcripts,
  users,
  variables,
} from './schema'

/**
 * Removes interviews with their texts, values and everybody's codings; `restore` brings them back. All or none: throws NotFound when one
 * is not there, Forbidden unless the person leads.
 */
export function remove(access: Access, ids: readonly string[]): void {
  mustLead(access)
  access.db.transaction(() => {
    for (const id of ids) {
      const was = whole(access, id)
      access.db.delete(interviews).where(eq(interviews.id, id)).run()
      record(access, 'interview.remove', id, was, null)
    }
  })
}

/** What came back, and how many codings could not: their code was removed in the meantime. */
export type Restored = { readonly name: string; readonly codings: number; readonly lost: number }

/**
 * Takes back this person's removal of an interview: text, speakers, values, codings and everybody's place in it. Throws NotFound when
 * there is no such removal, Conflict `nameTaken` when another interview has its name now.
 */
export function restore(access: Access, id: string): Restored {
  mustLead(access)
  return access.db.transaction(() => {
    const event = mine(access, 'interview.remove', id)
    const there = access.db.select({ id: interviews.id }).from(interviews).where(eq(interviews.id, id)).get()
    if (!event || there) throw new NotFound('gone')
    const was = storedInterview.parse(event.before)
    const taken = access.db
      .select({ id: interviews.id })
      .from(interviews)
      .where(and(eq(interviews.projectId, access.projectId), eq(interviews.nameKey, was.interview.nameKey)))
      .get()
    if (taken) throw new Conflict('nameTaken', { name: was.interview.name })
    access.db
      .insert(interviews)
      .values({ ...was.interview, projectId: access.projectId })
      .run()
    for (const row of was.speakers) access.db.insert(speakers).values(row).run()
    for (const row of was.transcripts) access.db.insert(transcripts).values(row).run()
    const kept = present(access)
    for (const row of was.values)
      if (kept.variables.has(row.variableId)) access.db.insert(interviewValues).values(row).run()
    for (const row of was.places) if (kept.people.has(row.userId)) access.db.insert(readingPlaces).values(row).run()
    const back = was.codings.filter((row) => kept.codes.has(row.codeId))
    for (const row of back) access.db.insert(codings).values(row).run()
    const seq = record(access, 'interview.restore', id, null, { name: was.interview.name, codings: back.length })
    takenBack(access, event.seq, seq)
    return { name: was.interview.name, codings: back.length, lost: was.codings.length - back.length }
  })
}

function whole(access: Access, id: string) {
  const { db } = access
  const row = db
    .select()
    .from(interviews)
    .where(and(eq(interviews.projectId, access.projectId), eq(interviews.id, id)))
    .get()
  if (!row) throw new NotFound('gone')
  const { projectId, ...interview } = row
  const texts = db.select().from(transcripts).where(eq(transcripts.interviewId, id)).all()
  const textIds = texts.map((text) => text.id)
  return {
    interview,
    transcripts: texts,
    values: db.select().from(interviewValues).where(eq(interviewValues.interviewId, id)).all(),
    speakers: db.select().from(speakers).where(eq(speakers.interviewId, id)).all(),
    codings: db.select().from(codings).where(inArray(codings.transcriptId, textIds)).all(),
    places: db.select().from(readingPlaces).where(eq(readingPlaces.interviewId, id)).all(),
  }
}

function present(access: Access) {
  const { db, projectId } = access
  const ids = (rows: { id: string }[]) => new Set(rows.map((row) => row.id))
  return {
    variables: ids(db.select({ id: variables.id }).from(variables).where(eq(variables.projectId, projectId)).all()),
    codes: ids(db.select({ id: codes.id }).from(codes).where(eq(codes.projectId, projectId)).all()),
    people: ids(db.select({ id: users.id }).from(users).all()),
  }
}
