import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Cell, Interview, ReadText } from '@/core/interviews/interview'
import { checkedValue } from '@/core/interviews/value'
import { fold, tidy } from '@/core/text/fold'
import type { TranscriptText } from '@/core/text/turn'
import type { Values } from '@/core/variable'
import { type Access, mustLead } from './access'
import { visibleTo } from './codings'
import { record } from './events'
import { counts, textOf } from './interview-text'
import { Conflict, NotFound, Refusal } from './refusal'
import { codings, interviews, interviewValues, speakers, transcripts, users } from './schema'
import { counts as translationCounts } from './translations'
import { unfit } from './variable-state'
import * as variables from './variables'

export { remove, restore } from './interview-removal'
export { setSpeakerRole } from './interview-text'

/** All interviews of the project, in order of their making. */
export function list(access: Access): Interview[] {
  const rows = access.db
    .select({
      id: interviews.id,
      name: interviews.name,
      language: interviews.language,
      file: interviews.file,
      words: transcripts.words,
      turns: sql<number>`coalesce(json_array_length(${transcripts.turns}), 0)`,
    })
    .from(interviews)
    .leftJoin(transcripts, and(eq(transcripts.interviewId, interviews.id), eq(transcripts.current, true)))
    .where(eq(interviews.projectId, access.projectId))
    .orderBy(asc(interviews.createdAt), asc(interviews.nameKey))
    .all()
  const values = valuesByInterview(access)
  const work = codingsByInterview(access)
  const translated = translationCounts(access)
  return rows.map((row) => ({
    ...row,
    words: row.words ?? 0,
    values: values.get(row.id) ?? {},
    codings: work.get(row.id)?.codings ?? 0,
    coders: work.get(row.id)?.coders ?? [],
    translations: translated.get(row.id) ?? 0,
  }))
}

/** A new interview: what was read from a file (or composed), under a name, with values by variable id. */
export type NewInterview = {
  /** Made by the caller, so that a repeated request is the same interview; default a new one. */
  readonly id?: string
  readonly name: string
  /** The file's own name, '' for none. */
  readonly file: string
  readonly read: ReadText
  readonly values?: Values
}

/** What became of an import: the interview and its size. `repeated` when an interview of this id was there already and nothing was done. */
export type Added = {
  readonly id: string
  readonly name: string
  readonly words: number
  readonly turns: number
  readonly repeated: boolean
}

/**
 * Adds an interview with its transcript, speakers and values, all or nothing. Throws Conflict `nameTaken`, a Refusal for a value that its
 * variable cannot have, RangeError for turns outside the text, Forbidden unless the person leads. A repeat with the same id does nothing.
 */
export function add(access: Access, interview: NewInterview): Added {
  mustLead(access)
  return access.db.transaction(() => {
    const id = interview.id ?? crypto.randomUUID()
    const there = already(access, id)
    if (there) return there
    const name = freeName(access, interview.name)
    const { language } = interview.read
    access.db
      .insert(interviews)
      .values({ id, projectId: access.projectId, name, nameKey: fold(name), language, file: interview.file })
      .run()
    const size = textOf(access, id, interview.read)
    const known = new Map(variables.list(access).map((variable) => [variable.id, variable]))
    for (const [variableId, input] of Object.entries(interview.values ?? {})) {
      const variable = known.get(variableId)
      if (!variable) throw new NotFound()
      const checked = checkedValue(variable, input)
      if (!checked.ok) throw unfit(variable, input, name, checked.problem)
      if (checked.value !== null)
        access.db.insert(interviewValues).values({ interviewId: id, variableId, value: checked.value }).run()
    }
    record(access, 'interview.import', id, null, { name, file: interview.file, language, ...size })
    return { id, name, ...size, repeated: false }
  })
}

/**
 * The interview of this id as its own import would answer, or null when it was never imported. Throws NotFound when it is another project's.
 */
export function already(access: Access, id: string): Added | null {
  const there = access.db.select(identity).from(interviews).where(eq(interviews.id, id)).get()
  if (!there) return null
  if (there.projectId !== access.projectId) throw new NotFound()
  return { id, name: there.name, ...counts(access, id), repeated: true }
}

/** Renames an interview. Throws Conflict when the name is taken. Returns the name as stored and the one before. */
export function rename(access: Access, id: string, name: string): { name: string; before: string } {
  mustLead(access)
  return access.db.transaction(() => {
    const before = one(access, id)
    const free = freeName(access, name, id)
    access.db
      .update(interviews)
      .set({ name: free, nameKey: fold(free) })
      .where(eq(interviews.id, id))
      .run()
    if (free !== before.name) record(access, 'interview.change', id, { name: before.name }, { name: free })
    return { name: free, before: before.name }
  })
}

/** The cells that were set, as they are stored now, and as they were: setting `before` takes it back. */
export type SetCells = { readonly cells: readonly Cell[]; readonly before: readonly Cell[] }

/**
 * Sets cells of the table, of one interview or of many, all or nothing. Throws a Refusal that names the first value its variable cannot
 * have, NotFound for an interview or a variable of another project, Forbidden unless the person leads.
 */
export function setValues(access: Access, cells: readonly Cell[]): SetCells {
  mustLead(access)
  return access.db.transaction(() => {
    const known = new Map(variables.list(access).map((variable) => [variable.id, variable]))
    const values = valuesByInterview(access)
    const names = new Map(
      access.db
        .select(identity)
        .from(interviews)
        .where(eq(interviews.projectId, access.projectId))
        .all()
        .map((row) => [row.id, row.name]),
    )
    const stored: Cell[] = []
    const before: Cell[] = []
    for (const cell of cells) {
      const variable = known.get(cell.variableId)
      const interview = names.get(cell.interviewId)
      if (!variable || interview === undefined) throw new NotFound()
      const checked = checkedValue(variable, cell.value ?? '')
      if (!checked.ok) throw unfit(variable, cell.value ?? '', interview, checked.problem)
      stored.push({ ...cell, value: checked.value })
      before.push({ ...cell, value: values.get(cell.interviewId)?.[cell.variableId] ?? null })
      write(access, cell.interviewId, cell.variableId, checked.value)
    }
    for (const id of new Set(cells.map((cell) => cell.interviewId))) {
      const of = (all: readonly Cell[]) =>
        Object.fromEntries(all.filter((c) => c.interviewId === id).map((c) => [c.variableId, c.value]))
      record(access, 'interview.change', id, { values: of(before) }, { values: of(stored) })
    }
    return { cells: stored, before }
  })
}

/** The current text of an interview with its turns and speakers, as the importer read it. Throws NotFound for one of another project. */
export function text(access: Access, interviewId: string): TranscriptText & { name: string; language: string } {
  const { name } = one(access, interviewId)
  const row = access.db
    .select({ text: transcripts.text, turns: transcripts.turns, language: interviews.language })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(eq(transcripts.interviewId, interviewId), eq(transcripts.current, true)))
    .get()
  if (!row) throw new NotFound()
  const who = access.db
    .select({ id: speakers.id, name: speakers.name, role: speakers.role })
    .from(speakers)
    .where(eq(speakers.interviewId, interviewId))
    .orderBy(asc(speakers.position))
    .all()
    .filter((speaker) => row.turns.some((turn) => turn.speaker === speaker.id))
  const place = new Map(who.map((speaker, i) => [speaker.id, i]))
  return {
    name,
    language: row.language,
    text: row.text,
    turns: row.turns.map((turn) => ({
      ...turn,
      speaker: turn.speaker === null ? null : (place.get(turn.speaker) ?? null),
    })),
    speakers: who.map((speaker) => ({ name: speaker.name, role: speaker.role })),
  }
}

/** How many interviews have each value: by variable id, then by value. */
export function uses(access: Access): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const counted: Record<string, Record<string, number>> = {}
  for (const values of valuesByInterview(access).values())
    for (const [variableId, value] of Object.entries(values)) {
      const of = counted[variableId] ?? {}
      of[value] = (of[value] ?? 0) + 1
      counted[variableId] = of
    }
  return counted
}

/** Interviews of the project that are like the given ones: of the same name, or with exactly the same text. */
export type Likeness = { readonly sameName: string | null; readonly sameText: string | null }

/** For each name and text, which interview (by its name) has the same name or the same text already. */
export function likenesses(
  access: Access,
  given: readonly { readonly name: string; readonly text: string }[],
): Likeness[] {
  const rows = access.db
    .select({ ...identity, key: interviews.nameKey, transcript: transcripts.id, length: transcripts.length })
    .from(interviews)
    .leftJoin(transcripts, and(eq(transcripts.interviewId, interviews.id), eq(transcripts.current, true)))
    .where(eq(interviews.projectId, access.projectId))
    .all()
  const byKey = new Map(rows.map((row) => [row.key, row.name]))
  return given.map(({ name, text: wanted }) => {
    const candidates = rows.filter((row) => row.length === wanted.length).map((row) => row.transcript ?? '')
    const same = access.db
      .select({ name: interviews.name })
      .from(transcripts)
      .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
      .where(and(inArray(transcripts.id, candidates), eq(transcripts.text, wanted)))
      .get()
    return { sameName: byKey.get(fold(name)) ?? null, sameText: same?.name ?? null }
  })
}

const identity = { id: interviews.id, projectId: interviews.projectId, name: interviews.name }

function one(access: Access, id: string): { name: string } {
  const row = access.db
    .select(identity)
    .from(interviews)
    .where(and(eq(interviews.projectId, access.projectId), eq(interviews.id, id)))
    .get()
  if (!row) throw new NotFound()
  return row
}

function freeName(access: Access, wanted: string, self = ''): string {
  const name = tidy(wanted)
  if (name === '') throw new Refusal('nameEmpty')
  const row = access.db
    .select({ id: interviews.id })
    .from(interviews)
    .where(and(eq(interviews.projectId, access.projectId), eq(interviews.nameKey, fold(name))))
    .get()
  if (row && row.id !== self) throw new Conflict('nameTaken', { name })
  return name
}

function write(access: Access, interviewId: string, variableId: string, value: string | null): void {
  if (value === null) {
    access.db
      .delete(interviewValues)
      .where(and(eq(interviewValues.interviewId, interviewId), eq(interviewValues.variableId, variableId)))
      .run()
    return
  }
  access.db
    .insert(interviewValues)
    .values({ interviewId, variableId, value })
    .onConflictDoUpdate({ target: [interviewValues.interviewId, interviewValues.variableId], set: { value } })
    .run()
}

function valuesByInterview(access: Access): Map<string, Record<string, string>> {
  const rows = access.db
    .select({ id: interviewValues.interviewId, variableId: interviewValues.variableId, value: interviewValues.value })
    .from(interviewValues)
    .innerJoin(interviews, eq(interviews.id, interviewValues.interviewId))
    .where(eq(interviews.projectId, access.projectId))
    .all()
  const all = new Map<string, Record<string, string>>()
  for (const { id, variableId, value } of rows) {
    const values = all.get(id) ?? {}
    values[variableId] = value
    all.set(id, values)
  }
  return all
}

function codingsByInterview(access: Access): Map<string, { codings: number; coders: string[] }> {
  const rows = access.db
    .select({ id: transcripts.interviewId, coder: users.name, codings: sql<number>`count(*)` })
    .from(codings)
    .innerJoin(transcripts, and(eq(transcripts.id, codings.transcriptId), eq(transcripts.current, true)))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .innerJoin(users, eq(users.id, codings.coderId))
    .where(and(visibleTo(access), eq(users.kind, 'person')))
    .groupBy(transcripts.interviewId, codings.coderId)
    .orderBy(asc(users.name))
    .all()
  const all = new Map<string, { codings: number; coders: string[] }>()
  for (const row of rows) {
    const work = all.get(row.id) ?? { codings: 0, coders: [] }
    work.codings += row.codings
    work.coders.push(row.coder)
    all.set(row.id, work)
  }
  return all
}
