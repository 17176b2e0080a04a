import { and, asc, eq } from 'drizzle-orm'
import type { Code } from '@/core/codebook/code'
import type { Coding } from '@/core/coding'
import type { Coder } from '@/core/project'
import type { TranscriptText } from '@/core/text/turn'
import type { Access } from './access'
import * as codes from './codes'
import { inInterview } from './codings'
import { NotFound } from './refusal'
import {
  interviews,
  interviewValues,
  members,
  projects,
  readingPlaces,
  speakers,
  transcripts,
  users,
  variables,
} from './schema'

/** A neighbour in the list of interviews. */
export type Neighbour = { readonly id: string; readonly name: string }

/** Everything the coding screen shows of an interview when it opens. */
export type Reading = {
  readonly interview: { readonly id: string; readonly name: string; readonly language: string }
  /** Values of its variables that are not empty, in the variables' order. */
  readonly values: readonly string[]
  readonly transcriptId: string
  readonly transcript: TranscriptText
  readonly codes: readonly Code[]
  readonly codings: readonly Coding[]
  /** Members, the consensus, and whoever else has codings here, by name. */
  readonly coders: readonly Coder[]
  /** Where the person who asks stopped reading, a UTF-16 offset, and when (milliseconds); null for a first visit. */
  readonly place: { readonly offset: number; readonly at: number } | null
  readonly previous: Neighbour | null
  readonly next: Neighbour | null
  /** Its number among the project's interviews by name, from 1, and how many there are. */
  readonly number: number
  readonly count: number
}

/** An interview as the coding screen needs it. Throws NotFound. */
export function read(access: Access, interviewId: string): Reading {
  const row = access.db
    .select({
      id: interviews.id,
      name: interviews.name,
      language: interviews.language,
      transcriptId: transcripts.id,
      text: transcripts.text,
      turns: transcripts.turns,
    })
    .from(interviews)
    .innerJoin(transcripts, and(eq(transcripts.interviewId, interviews.id), eq(transcripts.current, true)))
    .where(and(eq(interviews.projectId, access.projectId), eq(interviews.id, interviewId)))
    .get()
  if (!row) throw new NotFound()
  const said = access.db
    .select({ id: speakers.id, name: speakers.name, role: speakers.role })
    .from(speakers)
    .where(eq(speakers.interviewId, interviewId))
    .orderBy(asc(speakers.position))
    .all()
  const at = new Map(said.map((speaker, i) => [speaker.id, i]))
  const codings = inInterview(access, interviewId)
  return {
    interview: { id: row.id, name: row.name, language: row.language },
    values: valuesOf(access, interviewId),
    transcriptId: row.transcriptId,
    transcript: {
      text: row.text,
      turns: row.turns.map((turn) => ({
        ...turn,
        speaker: turn.speaker === null ? null : (at.get(turn.speaker) ?? null),
      })),
      speakers: said.map(({ name, role }) => ({ name, role })),
    },
    codes: codes.list(access),
    codings,
    coders: codersOf(access, new Set(codings.map((coding) => coding.coderId))),
    place: placeOf(access, interviewId),
    ...neighbours(access, interviewId),
  }
}

/** Remembers where the person stopped reading: a UTF-16 offset, not negative. Throws NotFound for an interview that is not there. */
export function savePlace(access: Access, interviewId: string, offset: number): void {
  const at = Date.now()
  const found = access.db
    .select({ id: interviews.id })
    .from(interviews)
    .where(and(eq(interviews.projectId, access.projectId), eq(interviews.id, interviewId)))
    .get()
  if (!found) throw new NotFound()
  access.db
    .insert(readingPlaces)
    .values({ userId: access.userId, interviewId, offset, at })
    .onConflictDoUpdate({ target: [readingPlaces.userId, readingPlaces.interviewId], set: { offset, at } })
    .run()
}

function placeOf(access: Access, interviewId: string): Reading['place'] {
  const row = access.db
    .select({ offset: readingPlaces.offset, at: readingPlaces.at })
    .from(readingPlaces)
    .where(and(eq(readingPlaces.userId, access.userId), eq(readingPlaces.interviewId, interviewId)))
    .get()
  return row ?? null
}

function valuesOf(access: Access, interviewId: string): readonly string[] {
  return access.db
    .select({ value: interviewValues.value })
    .from(interviewValues)
    .innerJoin(variables, eq(variables.id, interviewValues.variableId))
    .where(and(eq(interviewValues.interviewId, interviewId), eq(variables.projectId, access.projectId)))
    .orderBy(asc(variables.position))
    .all()
    .map((row) => row.value)
    .filter((value) => value !== '')
}

function codersOf(access: Access, seen: ReadonlySet<string>): readonly Coder[] {
  const columns = { id: users.id, name: users.name, kind: users.kind }
  const own = access.db
    .select(columns)
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.projectId, access.projectId))
    .all()
  const consensus = access.db
    .select(columns)
    .from(projects)
    .innerJoin(users, eq(users.id, projects.consensusId))
    .where(eq(projects.id, access.projectId))
    .all()
  const known = new Map([...own, ...consensus].map((coder) => [coder.id, coder]))
  for (const id of seen) {
    if (known.has(id)) continue
    const former = access.db.select(columns).from(users).where(eq(users.id, id)).get()
    if (former) known.set(id, former)
  }
  return [...known.values()].sort((a, b) => byName.compare(a.name, b.name))
}

const byName = new Intl.Collator(['ru', 'en'], { numeric: true })

function neighbours(access: Access, interviewId: string): Pick<Reading, 'previous' | 'next' | 'number' | 'count'> {
  const all = access.db
    .select({ id: interviews.id, name: interviews.name })
    .from(interviews)
    .where(eq(interviews.projectId, access.projectId))
    .all()
    .sort((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
  const at = all.findIndex((interview) => interview.id === interviewId)
  return { previous: all[at - 1] ?? null, next: all[at + 1] ?? null, number: at + 1, count: all.length }
}
