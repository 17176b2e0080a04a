import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { News, SeenCoding } from '@/core/live'
import type { Access } from './access'
import { keptFrom } from './blind'
import * as codes from './codes'
import { inInterview, visibleTo } from './codings'
import { latest } from './events'
import { NotFound } from './refusal'
import { codings, events, interviews, transcripts } from './schema'

// More is told by a new reading of the interview than one by one.
const MANY = 500

type Shown = { readonly codings: ReadonlyMap<string, string>; readonly codes: string }

/**
 * Watches an interview's text for one person: whoever calls the answer gets what is new to them since the last call, or null. The first call answers
 * always: what is new since `cursor`, as far as the events tell, else all. What is said depends only on what the person may see before and after, so that
 * nobody can tell from it what is kept from them. It throws NotFound when the interview is not there any more.
 */
export function watch(
  interviewId: string,
  transcriptId: string,
  cursor: number | null,
): (access: Access) => News | null {
  let shown: Shown | null = null
  let seq = 0
  let over = false
  return (access) => {
    const now = latest(access)
    if (shown && (over || now === seq)) return null
    if (currentText(access, interviewId) !== transcriptId) {
      over = true
      seq = now
      shown ??= { codings: new Map(), codes: '' }
      return { ...none(cursorFor(access, now)), corrected: true }
    }
    const next = shown
      ? since(access, { interviewId, shown, seq, now })
      : first(access, { interviewId, transcriptId, cursor, now })
    shown = next.shown
    seq = now
    return next.news
  }
}

type Next = { readonly shown: Shown; readonly news: News | null }

/** Where a person who reads now could go on from: a number of an event, or null while anything of the project is kept from them. */
export function cursorOf(access: Access): number | null {
  return cursorFor(access, latest(access))
}

function cursorFor(access: Access, now: number): number | null {
  return keptFrom(access).length === 0 ? now : null
}

function first(
  access: Access,
  at: {
    readonly interviewId: string
    readonly transcriptId: string
    readonly cursor: number | null
    readonly now: number
  },
): Next {
  const all = seenIn(access, at.interviewId)
  const book = codes.list(access)
  const shown = { codings: faces(all), codes: JSON.stringify(book) }
  const cursor = cursorFor(access, at.now)
  const happened = cursor === null || at.cursor === null || at.cursor > at.now ? null : after(access, at.cursor)
  const news = { ...none(cursor), ...(cursor === null ? {} : { codes: book }) }
  if (!happened || happened.coarse) return { shown, news: { ...news, all: true, codings: all } }
  const subjects = new Set(happened.subjects.filter(({ on }) => on === at.transcriptId).map(({ id }) => id))
  return {
    shown,
    news: {
      ...news,
      codes: happened.codes ? book : null,
      codings: all.filter(({ id }) => subjects.has(id)),
      gone: [...subjects].filter((id) => !shown.codings.has(id)),
    },
  }
}

function since(
  access: Access,
  at: { readonly interviewId: string; readonly shown: Shown; readonly seq: number; readonly now: number },
): Next {
  const happened = after(access, at.seq)
  if (happened.subjects.length === 0 && !happened.coarse && !happened.codes) return { shown: at.shown, news: null }
  const ids = happened.coarse ? null : happened.subjects.map(({ id }) => id)
  const found = seenIn(access, at.interviewId, ids)
  const looked = new Map(found.map((coding) => [coding.id, face(coding)]))
  const codings = found.filter(({ id }) => looked.get(id) !== at.shown.codings.get(id))
  const gone = (ids ?? [...at.shown.codings.keys()]).filter((id) => at.shown.codings.has(id) && !looked.has(id))
  const cursor = cursorFor(access, at.now)
  const book = happened.coarse || happened.codes ? codes.list(access) : null
  const bookFace = book ? JSON.stringify(book) : at.shown.codes
  const newBook = cursor !== null && bookFace !== at.shown.codes ? book : null
  // A codebook that was not told stays untold, so that it is told when the round is over.
  const shown = { codings: new Map(at.shown.codings), codes: cursor === null ? at.shown.codes : bookFace }
  for (const [id, looks] of looked) shown.codings.set(id, looks)
  for (const id of gone) shown.codings.delete(id)
  if (codings.length === 0 && gone.length === 0 && !newBook) return { shown, news: null }
  return { shown, news: { ...none(cursor), codings, gone, codes: newBook } }
}

function none(cursor: number | null): News {
  return { all: false, codings: [], gone: [], codes: null, corrected: false, cursor }
}

function currentText(access: Access, interviewId: string): string {
  const row = access.db
    .select({ id: transcripts.id })
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
  if (!row) throw new NotFound()
  return row.id
}

type Happened = {
  /** The codings that something happened to, and the text that they were on. */
  readonly subjects: readonly { readonly id: string; readonly on: string | null }[]
  readonly codes: boolean
  /** Something happened of which the events do not say which codings it touched. */
  readonly coarse: boolean
}

const ONE_CODING = ['coding.add', 'coding.change', 'coding.remove', 'coding.restore']
const CODEBOOK = ['code.add', 'code.change', 'code.move', 'code.archive', 'code.import']
const ELSEWHERE =
  /^(memo|question|translation|variable|reason|desk|analysis|consent|export)\.|^interview\.(import|change)$|^project\.(add|change)$/

/** What happened in the project behind an event, whoever may see it: only for finding what has to be looked at again. */
function after(access: Access, seq: number): Happened {
  const rows = access.db
    .select({
      kind: events.kind,
      id: events.subject,
      on: sql<string | null>`case when ${events.kind} like 'coding.%' then
        coalesce(json_extract(${events.after}, '$.transcriptId'), json_extract(${events.before}, '$.transcriptId')) end`,
    })
    .from(events)
    .where(and(eq(events.projectId, access.projectId), gt(events.seq, seq)))
    .orderBy(asc(events.seq))
    .limit(MANY + 1)
    .all()
  const subjects = rows.filter(({ kind }) => ONE_CODING.includes(kind))
  const others = rows.filter(({ kind }) => !ONE_CODING.includes(kind) && !ELSEWHERE.test(kind))
  return {
    subjects,
    codes: others.length > 0,
    coarse: rows.length > MANY || others.some(({ kind }) => !CODEBOOK.includes(kind)),
  }
}

/** The visible codings of an interview's current text: all, or those of some ids. */
function seenIn(access: Access, interviewId: string, ids: readonly string[] | null = null): readonly SeenCoding[] {
  if (ids === null) return inInterview(access, interviewId).map(({ quote: _, ...coding }) => coding)
  if (ids.length === 0) return []
  return access.db
    .select({
      id: codings.id,
      codeId: codings.codeId,
      coderId: codings.coderId,
      start: codings.start,
      end: codings.end,
      comment: codings.comment,
      weight: codings.weight,
    })
    .from(codings)
    .innerJoin(transcripts, eq(transcripts.id, codings.transcriptId))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(
      and(
        visibleTo(access),
        eq(interviews.id, interviewId),
        eq(transcripts.current, true),
        sql`${codings.id} in (select value from json_each(${JSON.stringify(ids)}))`,
      ),
    )
    .orderBy(asc(codings.start), asc(codings.end), asc(codings.id))
    .all()
}

function faces(all: readonly SeenCoding[]): ReadonlyMap<string, string> {
  return new Map(all.map((coding) => [coding.id, face(coding)]))
}

function face({ codeId, coderId, start, end, comment, weight }: SeenCoding): string {
  return `${codeId} ${coderId} ${start} ${end} ${weight} ${comment}`
}
