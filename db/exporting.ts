import { and, eq, sql } from 'drizzle-orm'
import { codePaths } from '@/core/codebook/path'
import type { ExcerptsPage } from '@/core/excerpts/page'
import type { Query } from '@/core/excerpts/query'
import { type ConsentLevel, type ConsentMark, consentOf } from '@/core/masking/consent'
import type { Question } from '@/core/notes/question'
import { type Access, inHouse, mustLead, through } from './access'
import { list as codeList } from './code-rows'
import { visibleTo } from './codings'
import { record } from './events'
import * as excerpts from './excerpts'
import { consentsOf, houseOf, maskedDb } from './masked-db'
import { Refusal } from './refusal'
import { codes, codings, interviews, transcripts } from './schema'
import { consentMarks, masking } from './schema-masking'
import { undecided } from './suggested'
import * as threads from './threads'

/** Something of which a file that goes out has no words (`paraphrase`) or nothing at all (`off`): where, and under which code; '' for a passage without one. */
export type LeftOut = {
  readonly interview: string
  /** UTF-16 offset of the stored text. */
  readonly start: number
  readonly code: string
  readonly level: Exclude<ConsentLevel, 'quotable'>
}

type Settings = { readonly on: boolean; readonly consent: boolean }

function settingsOf(access: Access): Settings {
  const house = houseOf(access.db)
  const row = house.select().from(masking).where(eq(masking.projectId, access.projectId)).get()
  const passage = house
    .select({ id: consentMarks.id })
    .from(consentMarks)
    .innerJoin(transcripts, eq(transcripts.id, consentMarks.transcriptId))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(eq(interviews.projectId, access.projectId))
    .limit(1)
    .get()
  return { on: row?.on ?? false, consent: passage !== undefined || (row?.consentVariableId ?? null) !== null }
}

/** Whether the files of this project are masked unless somebody who leads says otherwise. */
export function masksFiles(access: Access): boolean {
  return settingsOf(access).on
}

/**
 * The project as it may go out in a file: masked where the project is, unless `raw` is asked for by somebody who leads (which is remembered), and without the words that
 * nobody agreed to. Throws Forbidden for `raw` to anybody else. It does not ask whether suggestions are undecided: see `mustBeDecided`.
 */
export function forExport(access: Access, raw: boolean): Access {
  const { on, consent } = settingsOf(access)
  if (raw && on) {
    mustLead(access)
    record(access, 'export.raw', access.projectId, null, {})
  }
  const masks = on && !raw
  if (!masks && !consent) return through(access, houseOf(access.db))
  return through(access, maskedDb(houseOf(access.db), access.projectId, { masks, consent }))
}

/** The project as figures of it go out: masked where it is; consent speaks of words, not of counts. */
export function forFigures(access: Access): Access {
  if (!settingsOf(access).on) return access
  return through(access, maskedDb(houseOf(access.db), access.projectId, { masks: true, consent: false }))
}

/** The questions for the next meeting as they may go out. Throws as `forExport` and `mustBeDecided`. */
export function agendaOut(access: Access, raw: boolean): readonly Question[] {
  const out = forExport(access, raw)
  const stored = threads.agenda(through(access, houseOf(access.db)))
  if (!raw)
    mustBeDecided(
      access,
      stored.map(({ interview, start, end }) => ({ interviewId: interview.id, start, end })),
    )
  return threads.agenda(out)
}

/** Throws as `mustBeDecided` for the passages of some codings. */
export function codingsDecided(access: Access, ids: readonly string[]): void {
  const house = houseOf(access.db)
  const rows = house
    .select({ interviewId: interviews.id, start: codings.start, end: codings.end })
    .from(codings)
    .innerJoin(transcripts, eq(transcripts.id, codings.transcriptId))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(
      and(
        eq(interviews.projectId, access.projectId),
        sql`${codings.id} in (select value from json_each(${JSON.stringify(ids)}))`,
      ),
    )
    .all()
  mustBeDecided(access, rows)
}

/** So many passages a refusal names at most. */
const NAMED = 12

/** A range of an interview's current stored text that a file would have. */
export type Wanted = { readonly interviewId: string; readonly start: number; readonly end: number }

/**
 * Throws Refusal `undecidedNames`, naming the passages, while anything suggested as a name in what goes out is undecided; in all transcripts where no ranges are given.
 * Who may not see names is told the interviews alone. A project that is not masked has nothing to decide.
 */
export function mustBeDecided(access: Access, wanted?: readonly Wanted[]): void {
  if (!settingsOf(access).on) return
  const byInterview = new Map<string, Wanted[]>()
  for (const one of wanted ?? []) byInterview.set(one.interviewId, [...(byInterview.get(one.interviewId) ?? []), one])
  const open = undecided(access.db, access.projectId).filter(
    (place) =>
      !wanted || byInterview.get(place.interviewId)?.some((one) => one.start < place.end && one.end > place.start),
  )
  if (open.length === 0) return
  // As the person knows the interview, whose name may hold one, too.
  const called = new Map(listOfInterviews(access).map((one) => [one.id, one.name]))
  const named = open.slice(0, NAMED).map(({ interviewId, words, around: [before, after] }) => {
    const interview = called.get(interviewId) ?? ''
    if (!access.seesRaw) return interview
    return `${interview}: …${before.slice(-30)}${words}${after.slice(0, 30)}…`.replace(/\s+/gu, ' ')
  })
  const passages = [...new Set(named)].map((one) => `• ${one}`).join('\n')
  throw new Refusal('undecidedNames', { count: open.length, passages })
}

function listOfInterviews(access: Access): readonly { readonly id: string; readonly name: string }[] {
  return access.db
    .select({ id: interviews.id, name: interviews.name })
    .from(interviews)
    .where(eq(interviews.projectId, access.projectId))
    .all()
}

/** Excerpts as they may go out, with what is left out of them by consent. Throws as `forExport` and `mustBeDecided`. */
export function excerptsOut(
  access: Access,
  query: Query,
  view: excerpts.View,
  raw: boolean,
): { readonly page: ExcerptsPage; readonly leftOut: readonly LeftOut[] } {
  const out = forExport(access, raw)
  const stored = excerpts.all(through(access, houseOf(access.db)), query, view).excerpts
  if (!raw)
    mustBeDecided(
      access,
      stored.map((one) => ({
        interviewId: one.interview.id,
        start: one.start - one.before.length,
        end: one.end + one.after.length,
      })),
    )
  return {
    page: excerpts.all(out, query, view),
    leftOut: leftOutAmong(
      out,
      stored.map(({ id }) => id),
    ),
  }
}

function levelOf(
  { interview, marks }: { readonly interview: ConsentLevel; readonly marks: readonly ConsentMark[] },
  range: { readonly start: number; readonly end: number },
): ConsentLevel {
  return consentOf(interview, marks, range)
}

/** What files leave out of some codings that this person sees, by their ids. */
export function leftOutAmong(access: Access, ids: readonly string[]): readonly LeftOut[] {
  if (!settingsOf(access).consent) return []
  const house = houseOf(access.db)
  const consent = consentsOf(house, access.projectId)
  const rows = house
    .select({ id: transcripts.id, interviewId: interviews.id, start: codings.start, end: codings.end, code: codes.id })
    .from(codings)
    .innerJoin(transcripts, eq(transcripts.id, codings.transcriptId))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .innerJoin(codes, eq(codes.id, codings.codeId))
    .where(and(visibleTo(inHouse(access)), sql`${codings.id} in (select value from json_each(${JSON.stringify(ids)}))`))
    .orderBy(interviews.nameKey, codings.start)
    .all()
  const called = new Map(listOfInterviews(access).map((one) => [one.id, one.name]))
  const paths = codePaths(codeList(access))
  return rows.flatMap(({ id, interviewId, start, end, code }): readonly LeftOut[] => {
    const level = levelOf(consent(id), { start, end })
    if (level === 'quotable') return []
    return [{ interview: called.get(interviewId) ?? '', start, code: paths.get(code)?.join(' / ') ?? '', level }]
  })
}

/** Everything of the project that a file of all of it leaves out: codings as this person sees them, and interviews without any. Names as `access` shows them. */
export function leftOut(access: Access): readonly LeftOut[] {
  if (!settingsOf(access).consent) return []
  const house = houseOf(access.db)
  const consent = consentsOf(house, access.projectId)
  const called = new Map(listOfInterviews(access).map((one) => [one.id, one.name]))
  const rows = house
    .select({ id: transcripts.id, interviewId: interviews.id, coding: codings.id })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .leftJoin(codings, and(eq(codings.transcriptId, transcripts.id), visibleTo(inHouse(access))))
    .where(and(eq(interviews.projectId, access.projectId), eq(transcripts.current, true)))
    .orderBy(interviews.nameKey)
    .all()
  const uncoded = rows.flatMap(({ id, interviewId, coding }): readonly LeftOut[] => {
    const level = consent(id).interview
    if (coding !== null || level === 'quotable') return []
    return [{ interview: called.get(interviewId) ?? '', start: 0, code: '', level }]
  })
  return [
    ...leftOutAmong(
      access,
      rows.flatMap(({ coding }) => coding ?? []),
    ),
    ...uncoded,
  ]
}
