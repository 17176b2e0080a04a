import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Choices } from '@/core/excerpts/choices'
import { context } from '@/core/excerpts/context'
import type { Excerpt } from '@/core/excerpts/excerpt'
import { type Grouping, ordered, type Sort } from '@/core/excerpts/order'
import type { ExcerptsPage } from '@/core/excerpts/page'
import { matches, type Query } from '@/core/excerpts/query'
import { groupValue, valueOrder } from '@/core/frequencies/columns'
import type { Material } from '@/core/frequencies/material'
import { renderings } from '@/core/notes/translation'
import { fold } from '@/core/text/fold'
import { holds } from '@/core/text/holds'
import type { SpeakerRole } from '@/core/text/turn'
import type { Variable } from '@/core/variable'
import type { Access } from './access'
import { versions } from './codebook-versions'
import { visibleTo } from './codings'
import { material } from './material'
import { codings, interviews, type StoredTurn, speakers, transcripts } from './schema'
import { inInterviews as translated } from './translations'

/** How excerpts are laid out. `sentences` is how many are shown around each. */
export type View = {
  readonly grouping: Grouping
  readonly sort: Sort
  readonly sentences: number
  /** A version of the codebook under whose codes they stand; default today's. */
  readonly version?: number | null
}

/** The excerpts [from, from + limit) of those that answer a query. A `from` behind the last one yields the last page. */
export function page(access: Access, query: Query, view: View, from: number, limit: number): ExcerptsPage {
  const all = material(access, view.version ?? null)
  const found = answering(access, all, query)
  const { passages, groups } = ordered(all, found, view.grouping, view.sort)
  const last = Math.max(0, Math.ceil(passages.length / limit) - 1) * limit
  const start = Math.min(Math.max(0, from), last)
  return {
    total: passages.length,
    interviews: new Set(found.map((p) => all.passages.interview[p])).size,
    groups,
    from: start,
    excerpts: quoted(access, all, passages.slice(start, start + limit), view.sentences),
  }
}

/** All excerpts that answer a query. */
export function all(access: Access, query: Query, view: View): ExcerptsPage {
  return page(access, query, view, 0, Number.MAX_SAFE_INTEGER)
}

/** The excerpts of some codings by their ids, as far as this person sees them; codings on older versions of a text are not among them. */
export function ofCodings(access: Access, ids: readonly string[]): ReadonlyMap<string, Excerpt> {
  if (ids.length === 0) return new Map()
  const of = material(access)
  const keys = new Set<number>()
  for (const part of chunks(ids))
    for (const [key] of access.db.values<[number]>(
      sql`select ${codings}.rowid from ${codings} where ${codings.id} in (select value from json_each(${JSON.stringify(part)}))`,
    ))
      keys.add(key)
  const found: number[] = []
  for (let p = 0; p < of.passages.length; p++) if (keys.has(of.passages.key[p] ?? -1)) found.push(p)
  return new Map(quoted(access, of, found, 0).map((excerpt) => [excerpt.id, excerpt]))
}

const CHUNK = 5000

function* chunks<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < list.length; i += CHUNK) yield list.slice(i, i + CHUNK)
}

function answering(access: Access, of: Material, query: Query): readonly number[] {
  const found = matches(of, query, spoken(access, of, query.speakers))
  if (fold(query.text) === '') return found
  const wanted = holds(query.text)
  const holding = new Set<number>()
  for (const part of chunks(found))
    for (const [key, quote] of access.db.values<[number, string]>(sql`
      select ${codings}.rowid, ${codings.quote} ${stored(access, of, part)}`))
      if (wanted(quote)) holding.add(key)
  return found.filter((p) => holding.has(of.passages.key[p] ?? -1))
}

/** FROM and WHERE of the codings behind some passages, asked again whether this person may see them. */
function stored(access: Access, of: Material, passages: readonly number[]): SQL {
  const keys = JSON.stringify(passages.map((p) => of.passages.key[p]))
  return sql`from ${codings}
    join ${transcripts} on ${transcripts.id} = ${codings.transcriptId}
    join ${interviews} on ${interviews.id} = ${transcripts.interviewId}
    where ${codings}.rowid in (select value from json_each(${keys})) and ${visibleTo(access)}`
}

/** Whether somebody of these roles says something in a passage; a turn that nobody is named for is said by others. */
function spoken(access: Access, of: Material, roles: readonly SpeakerRole[]): (p: number) => boolean {
  const known = new Map<number, (start: number, end: number) => readonly Voice[]>()
  return (p) => {
    const i = of.passages.interview[p] ?? -1
    let who = known.get(i)
    if (!who) {
      who = voices(access, of.interviews[i]?.id ?? '')
      known.set(i, who)
    }
    return who(of.passages.start[p] ?? 0, of.passages.end[p] ?? 0).some((voice) => roles.includes(voice.role))
  }
}

type Voice = { readonly name: string; readonly role: SpeakerRole; readonly time: number | null }

/** Of an interview, who speaks in [start, end), turn by turn. */
function voices(access: Access, interviewId: string): (start: number, end: number) => readonly Voice[] {
  const row = access.db
    .select({ turns: transcripts.turns })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(
      and(
        eq(interviews.projectId, access.projectId),
        eq(transcripts.interviewId, interviewId),
        eq(transcripts.current, true),
      ),
    )
    .get()
  const named = access.db
    .select({ id: speakers.id, name: speakers.name, role: speakers.role })
    .from(speakers)
    .where(eq(speakers.interviewId, interviewId))
    .orderBy(asc(speakers.position))
    .all()
  const byId = new Map(named.map((speaker) => [speaker.id, speaker]))
  const turns: readonly StoredTurn[] = row?.turns ?? []
  return (start, end) =>
    turns
      .filter((turn) => turn.start < end && Math.max(turn.said, start) < Math.min(turn.end, end))
      .map((turn) => {
        const speaker = turn.speaker === null ? undefined : byId.get(turn.speaker)
        return { name: speaker?.name ?? '', role: speaker?.role ?? 'other', time: turn.time }
      })
}

type Stored = { readonly id: string; readonly quote: string; readonly comment: string }

function quoted(access: Access, of: Material, found: readonly number[], sentences: number): readonly Excerpt[] {
  const rows = new Map<number, Stored>()
  for (const part of chunks(found))
    for (const [key, id, quote, comment] of access.db.values<[number, string, string, string]>(sql`
      select ${codings}.rowid, ${codings.id}, ${codings.quote}, ${codings.comment} ${stored(access, of, part)}`))
      rows.set(key, { id, quote, comment })
  const speaking = new Map<string, ReturnType<typeof voices>>()
  const texts = sentences > 0 ? textsOf(access, of, found) : new Map<string, string>()
  const said = translated(access, [...idsOf(of, found)])
  return found.flatMap((p) => {
    const row = rows.get(of.passages.key[p] ?? -1)
    const interview = of.interviews[of.passages.interview[p] ?? -1]
    const code = of.codes[of.passages.code[p] ?? -1]
    if (!row || !interview || !code) return []
    const start = of.passages.start[p] ?? 0
    const end = of.passages.end[p] ?? 0
    const who = speaking.get(interview.id) ?? voices(access, interview.id)
    speaking.set(interview.id, who)
    const heard = who(start, end)
    return {
      ...row,
      ...context(texts.get(interview.id) ?? '', start, end, texts.has(interview.id) ? sentences : 0),
      ...{ start, end, words: (of.passages.to[p] ?? 0) - (of.passages.from[p] ?? 0) },
      code: { id: code.code.id, name: code.code.name, path: code.path, colour: code.code.colour },
      coder: of.coders[of.passages.coder[p] ?? -1]?.name ?? '',
      interview: { id: interview.id, name: interview.name, values: interview.values },
      speakers: named(heard),
      time: heard[0]?.time ?? null,
      translations: renderings(said.get(interview.id) ?? [], start, end),
    }
  })
}

function named(heard: readonly Voice[]): Excerpt['speakers'] {
  const byName = new Map(heard.filter((voice) => voice.name !== '').map(({ name, role }) => [name, { name, role }]))
  return [...byName.values()]
}

/** Ids of the interviews that some passages are in. */
function idsOf(of: Material, found: readonly number[]): ReadonlySet<string> {
  return new Set(found.map((p) => of.interviews[of.passages.interview[p] ?? -1]?.id ?? ''))
}

function textsOf(access: Access, of: Material, found: readonly number[]): Map<string, string> {
  const ids = idsOf(of, found)
  const rows = access.db
    .select({ id: transcripts.interviewId, text: transcripts.text })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(
      and(
        eq(interviews.projectId, access.projectId),
        inArray(transcripts.interviewId, [...ids]),
        eq(transcripts.current, true),
      ),
    )
    .all()
  return new Map(rows.map((row) => [row.id, row.text]))
}

/** The choices of this project, as far as this person sees its codings; codes as they were in a `version`. */
export function choices(access: Access, variables: readonly Variable[], version: number | null = null): Choices {
  const of = material(access, version)
  return {
    codes: of.codes.map((row) => ({ id: row.code.id, path: row.path })),
    coders: of.coders.toSorted((a, b) => a.name.localeCompare(b.name)),
    variables: variables.map((variable) => ({
      variable,
      values: [...new Set(of.interviews.map((one) => groupValue(one.values, variable)))].sort(valueOrder(variable)),
    })),
    versions: versions(access),
  }
}
