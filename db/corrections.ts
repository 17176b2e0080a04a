import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { carrier } from '@/core/text/carry'
import { editsBetween } from '@/core/text/edits'
import { interviewerWords } from '@/core/text/interviewer-words'
import type { SpeakerRole, TranscriptText } from '@/core/text/turn'
import { wordOffsets } from '@/core/text/words'
import { type Access, mustCorrect } from './access'
import { storedCoding } from './coding-stored'
import { inInterview, place, visibleTo } from './codings'
import { record } from './events'
import { storedTurns } from './interview-text'
import { carryNotes } from './note-carry'
import { Conflict, NotFound } from './refusal'
import { codes, codings, interviews, speakers, transcripts, users } from './schema'
import { carriedCodings } from './schema-corrections'

/** A version of an interview's text; `at` in milliseconds since 1970, `by` null for an import of before versions were signed. */
export type Version = {
  readonly version: number
  readonly at: number
  readonly by: string | null
  readonly words: number
  readonly current: boolean
}

/** What a correction did to everybody's codings. */
export type Corrected = {
  readonly version: number
  readonly kept: number
  readonly touched: number
  readonly lost: number
}

/** A coding to look at after a correction: what it quoted, and what it quotes now (null when nothing is left of it). */
export type ToLookAt = {
  readonly id: string
  readonly codingId: string
  readonly code: string
  readonly coder: string
  readonly version: number
  readonly before: string
  readonly after: string | null
}

/** The versions of an interview's text, the newest first. Throws NotFound. */
export function versions(access: Access, interviewId: string): readonly Version[] {
  const rows = access.db
    .select({
      version: transcripts.version,
      at: transcripts.createdAt,
      by: users.name,
      words: transcripts.words,
      current: transcripts.current,
    })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .leftJoin(users, eq(users.id, transcripts.createdBy))
    .where(and(eq(interviews.projectId, access.projectId), eq(interviews.id, interviewId)))
    .orderBy(desc(transcripts.version))
    .all()
  if (rows.length === 0) throw new NotFound()
  return rows
}

/** A version of an interview's text with its turns and the speakers of these turns. Throws NotFound. */
export function textOfVersion(access: Access, interviewId: string, version: number): TranscriptText {
  const row = stored(access, interviewId).find((one) => one.version === version)
  if (!row) throw new NotFound()
  const used = new Set(row.turns.map((turn) => turn.speaker))
  const who = speakersOf(access, interviewId).filter((one) => used.has(one.id))
  const at = new Map(who.map((speaker, i) => [speaker.id, i]))
  return {
    text: row.text,
    turns: row.turns.map((turn) => ({
      ...turn,
      speaker: turn.speaker === null ? null : (at.get(turn.speaker) ?? null),
    })),
    speakers: who.map(({ name, role }) => ({ name, role })),
  }
}

/**
 * Writes a new version of an interview's text, made of version `base`, and carries everybody's codings over to it in the same transaction. Codings
 * whose words were touched, or of which nothing is left, are kept in `toLookAt`. Throws Forbidden unless the person may correct, NotFound, Conflict
 * `changedSince` when somebody wrote a newer version in the meantime, RangeError for turns that leave the text. Answers what became of the codings that
 * the person may see.
 */
export function correct(access: Access, interviewId: string, base: number, read: TranscriptText): Corrected {
  mustCorrect(access)
  return access.db.transaction(() => {
    const all = stored(access, interviewId)
    const before = all.find((row) => row.current)
    if (!before) throw new NotFound()
    if (before.version !== base) throw new Conflict('changedSince')
    const after = { ...read, text: read.text.normalize('NFC') }
    if (after.text !== read.text) throw new RangeError('The corrected text is not in NFC')
    const words = wordOffsets(after.text)
    const id = crypto.randomUUID()
    const version = before.version + 1
    access.db.update(transcripts).set({ current: false }).where(eq(transcripts.id, before.id)).run()
    access.db
      .insert(transcripts)
      .values({
        id,
        interviewId,
        version,
        text: after.text,
        turns: storedTurns(after, namedSpeakers(access, interviewId, after)),
        length: after.text.length,
        words: words.length / 2,
        interviewerWords: interviewerWords(words, after),
        createdBy: access.userId,
      })
      .run()
    const carried = carryOver(access, { interviewId, version, from: before, to: { id, text: after.text, words } })
    record(access, 'interview.correct', interviewId, { version: before.version }, { version, ...carried })
    return { version, ...visible(access, interviewId, version, carried) }
  })
}

/**
 * Makes an older version the current one again, as a new version; codings that later corrections touched or lost get back the words they had on it.
 * Throws as `correct`.
 */
export function restoreVersion(access: Access, interviewId: string, base: number, version: number): Corrected {
  mustCorrect(access)
  return access.db.transaction(() => {
    const old = textOfVersion(access, interviewId, version)
    const done = correct(access, interviewId, base, old)
    const current = stored(access, interviewId).find((row) => row.current)
    if (!current) throw new NotFound()
    const words = wordOffsets(current.text)
    let back = 0
    for (const row of firstTouches(access, interviewId, version)) {
      const was = { ...row, transcriptId: current.id, ...place({ text: current.text, words }, row) }
      if (was.quote !== row.quote || !stillUsable(access, row)) continue
      access.db.delete(codings).where(eq(codings.id, row.id)).run()
      back += access.db.insert(codings).values(was).onConflictDoNothing().run().changes
    }
    return { ...done, kept: done.kept + back, touched: Math.max(0, done.touched - back) }
  })
}

/** The codings that corrections touched or lost and nobody has looked at, in the order of the corrections; only those that the person may see. */
export function toLookAt(access: Access, interviewId: string): readonly ToLookAt[] {
  const rows = access.db
    .select({ carried: carriedCodings, now: codings.quote })
    .from(carriedCodings)
    .innerJoin(interviews, eq(interviews.id, carriedCodings.interviewId))
    .leftJoin(codings, eq(codings.id, carriedCodings.codingId))
    .where(
      and(
        // The one that made the coding, which may be lost by now.
        visibleTo(access, sql`json_extract(${carriedCodings.before}, '$.coderId')`),
        eq(interviews.id, interviewId),
        isNull(carriedCodings.seenAt),
      ),
    )
    .orderBy(carriedCodings.version)
    .all()
  const names = new Map(
    access.db
      .select({ id: users.id, name: users.name })
      .from(users)
      .all()
      .map((one) => [one.id, one.name]),
  )
  const codeNames = new Map(
    access.db
      .select({ id: codes.id, name: codes.name })
      .from(codes)
      .where(eq(codes.projectId, access.projectId))
      .all()
      .map((one) => [one.id, one.name]),
  )
  return rows.map(({ carried, now }) => {
    const before = storedCoding.parse(carried.before)
    return {
      id: carried.id,
      codingId: carried.codingId,
      code: codeNames.get(before.codeId) ?? '',
      coder: names.get(before.coderId) ?? '',
      version: carried.version,
      before: before.quote,
      after: now,
    }
  })
}

/** Says that these were looked at. Ids that are not there, or were seen by somebody before, are left as they are. Throws Forbidden unless the person may correct. */
export function seen(access: Access, ids: readonly string[]): void {
  mustCorrect(access)
  const mine = access.db
    .select({ id: interviews.id })
    .from(interviews)
    .where(eq(interviews.projectId, access.projectId))
  access.db
    .update(carriedCodings)
    .set({ seenAt: Date.now(), seenBy: access.userId })
    .where(
      and(
        inArray(carriedCodings.id, [...ids]),
        isNull(carriedCodings.seenAt),
        inArray(carriedCodings.interviewId, mine),
      ),
    )
    .run()
}

/** What a correction did to the codings that a person may see: who leads is told of all, a coder of a blind round not even how many there are. */
function visible(access: Access, interviewId: string, version: number, all: Omit<Corrected, 'version'>) {
  if (access.role === 'owner' || access.role === 'supervisor') return all
  const looks = toLookAt(access, interviewId).filter((one) => one.version === version)
  const lost = looks.filter(({ after }) => after === null).length
  const touched = looks.length - lost
  return { kept: Math.max(0, inInterview(access, interviewId).length - touched), touched, lost }
}

type Carry = {
  readonly interviewId: string
  readonly version: number
  readonly from: { readonly id: string; readonly text: string }
  readonly to: { readonly id: string; readonly text: string; readonly words: Uint32Array }
}

function carryOver(access: Access, { interviewId, version, from, to }: Carry): Omit<Corrected, 'version'> {
  const carry = carrier(from.text, to.text, editsBetween(from.text, to.text))
  const counted = { kept: 0, touched: 0, lost: 0 }
  const taken = new Set<string>()
  carryNotes(access, from.id, to, carry)
  const value = (name: string) => sql`${sql.placeholder(name)}`
  // One statement for thousands of rows.
  const move = access.db
    .update(codings)
    .set({
      ...{ transcriptId: to.id, start: value('start'), end: value('end'), quote: value('quote') },
      ...{ wordStart: value('wordStart'), wordEnd: value('wordEnd') },
    })
    .where(eq(codings.id, sql.placeholder('id')))
    .prepare()
  for (const row of access.db.select().from(codings).where(eq(codings.transcriptId, from.id)).all()) {
    const carried = carry(row)
    const key = carried.state === 'lost' ? '' : [row.coderId, row.codeId, carried.start, carried.end].join()
    // Two codings that were beside each other may have become one.
    const state = carried.state === 'lost' || taken.has(key) ? 'lost' : carried.state
    counted[state]++
    taken.add(key)
    if (state !== 'kept')
      access.db
        .insert(carriedCodings)
        .values({ id: crypto.randomUUID(), interviewId, version, codingId: row.id, state, before: row })
        .run()
    if (carried.state === 'lost' || state === 'lost') access.db.delete(codings).where(eq(codings.id, row.id)).run()
    else move.run({ id: row.id, ...place(to, carried) })
  }
  return counted
}

/** Of the codings that corrections after `version` touched or lost: each as it was before the first of them. */
function firstTouches(access: Access, interviewId: string, version: number) {
  const rows = access.db
    .select({ before: carriedCodings.before, version: carriedCodings.version })
    .from(carriedCodings)
    .where(eq(carriedCodings.interviewId, interviewId))
    .orderBy(desc(carriedCodings.version))
    .all()
  const first = new Map(
    rows
      .filter((row) => row.version > version)
      .map((row) => storedCoding.parse(row.before))
      .map((row) => [row.id, row]),
  )
  return [...first.values()]
}

function stillUsable(access: Access, row: { readonly codeId: string }): boolean {
  return access.db.select({ id: codes.id }).from(codes).where(eq(codes.id, row.codeId)).get() !== undefined
}

function stored(access: Access, interviewId: string) {
  return access.db
    .select({
      id: transcripts.id,
      version: transcripts.version,
      current: transcripts.current,
      text: transcripts.text,
      turns: transcripts.turns,
    })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(eq(interviews.projectId, access.projectId), eq(interviews.id, interviewId)))
    .all()
}

function speakersOf(access: Access, interviewId: string) {
  return access.db
    .select({ id: speakers.id, name: speakers.name, role: speakers.role, position: speakers.position })
    .from(speakers)
    .where(eq(speakers.interviewId, interviewId))
    .orderBy(speakers.position)
    .all()
}

/** The ids of the speakers by name: those that are there get the role given, new ones are added; nobody is taken away, older versions name them. */
function namedSpeakers(access: Access, interviewId: string, read: TranscriptText): ReadonlyMap<string, string> {
  const there = speakersOf(access, interviewId)
  const ids = new Map(there.map((one) => [one.name, one.id]))
  const roles = new Map<string, SpeakerRole>(there.map((one) => [one.name, one.role]))
  for (const { name, role } of read.speakers) {
    const id = ids.get(name)
    if (id === undefined) {
      const made = crypto.randomUUID()
      access.db.insert(speakers).values({ id: made, interviewId, name, role, position: ids.size }).run()
      ids.set(name, made)
    } else if (roles.get(name) !== role) access.db.update(speakers).set({ role }).where(eq(speakers.id, id)).run()
  }
  return ids
}
