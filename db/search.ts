import { createContext, runInContext } from 'node:vm'
import { and, eq, inArray } from 'drizzle-orm'
import { groupValue } from '@/core/frequencies/columns'
import { finder, type WordSpan } from '@/core/search/find'
import type { HitUnit, SearchLine, SearchPage } from '@/core/search/page'
import type { Query } from '@/core/search/query'
import { Vocabulary } from '@/core/search/vocabulary'
import { sentenceAt, sentences } from '@/core/text/sentences'
import { wordOffsets, wordRange } from '@/core/text/words'
import type { Variable } from '@/core/variable'
import type { Access } from './access'
import { shownWords } from './masked-db'
import { Refusal } from './refusal'
import { interviews, interviewValues, type StoredTurn, transcripts } from './schema'

/** What is searched: all interviews, or those with one of these values of each variable; with or without what interviewers say. */
export type Where = {
  readonly values: readonly { readonly variable: Variable; readonly values: readonly (string | null)[] }[]
  readonly interviewers: boolean
}

/** The hits of a query in one interview's current transcript, as half-open ranges of offsets. Nothing for an interview of elsewhere. Throws as `search`. */
export function hitsIn(access: Access, interviewId: string, query: Query): readonly { start: number; end: number }[] {
  const rows = searched(access, { values: [], interviewers: true }, interviewId)
  const { vocabulary, words } = indexed(access, rows)
  const find = finder(query, vocabulary)
  return rows.flatMap((row) => {
    const text = read(access, [row.id]).get(row.id) ?? ''
    const offsets = wordOffsets(text)
    const matches = (pattern: string) => matched(text, pattern, PATTERN_MS)
    const hits = find({ words: words.get(row.id) ?? new Uint32Array(), matches }) ?? []
    return hits.map(({ from, to }) => ({ start: offsets[2 * from] ?? 0, end: offsets[2 * to - 1] ?? 0 }))
  })
}

type Row = {
  readonly id: string
  readonly interviewId: string
  readonly name: string
  readonly said: readonly number[]
}
type Index = { readonly vocabulary: Vocabulary; readonly words: Map<string, Uint32Array> }

const indexes = new WeakMap<object, Index>()
/** Words kept in memory, four bytes each; a house with more of them starts anew. */
const KEPT = 60_000_000
/** What all regular expressions of a search may take together. */
const PATTERN_MS = 2000
const MATCHES = 10_000
const AROUND = 70

/**
 * The hits of a query in the project's transcripts, interview by interview, and lines [from, from + limit) of them in context. Everybody in a project reads its
 * transcripts; what anybody coded is not asked. Throws Refusal `searchTooLong` for a regular expression that takes too long.
 */
export function search(
  access: Access,
  query: Query,
  where: Where,
  page: { readonly from: number; readonly limit: number; readonly unit: HitUnit },
): SearchPage {
  const rows = searched(access, where)
  const { vocabulary, words } = indexed(access, rows)
  const find = finder(query, vocabulary)
  const texts = new Map<string, string>()
  const textOf = (id: string) => {
    const text = texts.get(id) ?? read(access, [id]).get(id) ?? ''
    texts.set(id, text)
    return text
  }
  const until = Date.now() + PATTERN_MS
  const found = rows.flatMap((row) => {
    const matches = (pattern: string) => matched(textOf(row.id), pattern, until - Date.now())
    const hits = find({ words: words.get(row.id) ?? new Uint32Array(), matches })
    texts.clear()
    const counted = hits?.filter((hit) => where.interviewers || !within(row.said, hit)) ?? []
    return counted.length > 0 ? [{ row, hits: counted }] : []
  })
  const total = found.reduce((sum, { hits }) => sum + hits.length, 0)
  const last = Math.max(0, Math.ceil(total / page.limit) - 1) * page.limit
  const from = Math.min(Math.max(0, page.from), last)
  const lines: SearchLine[] = []
  let seen = 0
  for (const { row, hits } of found) {
    const own = hits.slice(Math.max(0, from - seen), Math.max(0, from + page.limit - seen))
    seen += hits.length
    if (own.length > 0) lines.push(...linesOf(access, row, own, textOf(row.id), page.unit))
  }
  return {
    searched: rows.length,
    total,
    interviews: found.map(({ row, hits }) => ({ id: row.interviewId, name: row.name, hits: hits.length })),
    from,
    lines,
  }
}

function searched(access: Access, where: Where, only?: string): readonly Row[] {
  const rows = access.db
    .select({
      id: transcripts.id,
      interviewId: interviews.id,
      name: interviews.name,
      ...(where.interviewers ? {} : { said: transcripts.interviewerWords }),
    })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(
      and(
        eq(interviews.projectId, access.projectId),
        eq(transcripts.current, true),
        only === undefined ? undefined : eq(interviews.id, only),
      ),
    )
    .orderBy(interviews.nameKey)
    .all()
    .map((row) => ({ ...row, said: shownWords(access.db, row.id, row.said ?? []) }))
  const asked = where.values.filter(({ values }) => values.length > 0)
  if (asked.length === 0) return rows
  const stored = new Map<string, Record<string, string>>()
  for (const { id, variable, value } of access.db
    .select({ id: interviewValues.interviewId, variable: interviewValues.variableId, value: interviewValues.value })
    .from(interviewValues)
    .innerJoin(interviews, eq(interviews.id, interviewValues.interviewId))
    .where(eq(interviews.projectId, access.projectId))
    .all()) {
    const own = stored.get(id) ?? {}
    own[variable] = value
    stored.set(id, own)
  }
  return rows.filter(({ interviewId }) =>
    asked.every(({ variable, values }) => values.includes(groupValue(stored.get(interviewId) ?? {}, variable))),
  )
}

/** The words of these transcripts. A transcript never changes (a correction is another one), so what was read once stays true. */
function indexed(access: Access, rows: readonly Row[]): Index {
  const client = access.db.$client
  let index = indexes.get(client) ?? { vocabulary: new Vocabulary(), words: new Map() }
  const missing = rows.filter(({ id }) => !index.words.has(id)).map(({ id }) => id)
  let kept = 0
  for (const words of index.words.values()) kept += words.length
  if (missing.length > 0 && kept > KEPT) {
    index = { vocabulary: new Vocabulary(), words: new Map() }
    missing.splice(0, missing.length, ...rows.map(({ id }) => id))
  }
  indexes.set(client, index)
  for (let i = 0; i < missing.length; i += 50)
    for (const [id, text] of read(access, missing.slice(i, i + 50))) index.words.set(id, index.vocabulary.read(text))
  return index
}

function read(access: Access, ids: readonly string[]): ReadonlyMap<string, string> {
  const rows = access.db
    .select({ id: transcripts.id, text: transcripts.text })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(eq(interviews.projectId, access.projectId), inArray(transcripts.id, [...ids])))
    .all()
  return new Map(rows.map(({ id, text }) => [id, text]))
}

/** Where a regular expression matches, as words. It runs in a context of its own, which can be stopped: some expressions never end. */
function matched(text: string, pattern: string, milliseconds: number): readonly WordSpan[] {
  const words = wordOffsets(text)
  const sandbox = createContext({ text, pattern })
  try {
    const found: unknown = runInContext(
      `const found = []
       for (const { index, 0: { length } } of text.matchAll(new RegExp(pattern, 'giu')))
         if (length > 0 && found.push([index, index + length]) >= ${MATCHES}) break
       JSON.stringify(found)`,
      sandbox,
      { timeout: Math.max(1, milliseconds) },
    )
    const ranges: readonly (readonly [number, number])[] = typeof found === 'string' ? JSON.parse(found) : []
    return ranges.flatMap(([start, end]) => {
      const { from, to } = wordRange(words, start, end)
      // A match that begins inside a word is that word, too.
      const first = from > 0 && (words[2 * from - 1] ?? 0) > start ? from - 1 : from
      return first < to ? [{ from: first, to }] : []
    })
  } catch {
    throw new Refusal('searchTooLong')
  }
}

function within(ranges: readonly number[], { from }: WordSpan): boolean {
  for (let i = 0; i + 1 < ranges.length; i += 2)
    if (from >= (ranges[i] ?? 0) && from < (ranges[i + 1] ?? 0)) return true
  return false
}

function linesOf(access: Access, row: Row, hits: readonly WordSpan[], text: string, unit: HitUnit): SearchLine[] {
  const words = wordOffsets(text)
  const turns = unit === 'hit' ? [] : turnsOf(access, row.id)
  return hits.map(({ from, to }) => {
    const start = words[2 * from] ?? 0
    const end = words[2 * to - 1] ?? start
    return {
      ...{ transcriptId: row.id, interviewId: row.interviewId, start, end },
      before: text.slice(edge(text, start - AROUND, 1), start).replace(/\s+/gu, ' '),
      hit: text.slice(start, end),
      after: text.slice(end, edge(text, end + AROUND, -1)).replace(/\s+/gu, ' '),
      unit: unitOf(text, { start, end }, unit, turns),
    }
  })
}

function turnsOf(access: Access, id: string): readonly StoredTurn[] {
  const row = access.db
    .select({ turns: transcripts.turns })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(eq(interviews.projectId, access.projectId), eq(transcripts.id, id)))
    .get()
  return row?.turns ?? []
}

/** The nearest end of a word from an offset, inwards. */
function edge(text: string, offset: number, step: 1 | -1): number {
  let at = Math.min(Math.max(0, offset), text.length)
  while (at > 0 && at < text.length && !/\s/u.test(text[step === 1 ? at - 1 : at] ?? ' ')) at += step
  return at
}

type Place = { readonly start: number; readonly end: number }

function unitOf(text: string, hit: Place, unit: HitUnit, turns: readonly StoredTurn[]): Place {
  if (unit === 'hit') return hit
  // A label says who speaks; it is not what is said.
  const said = turns.find((turn) => turn.said <= hit.start && hit.end <= turn.end)
  const turn = said ? { start: said.said, end: said.end } : { start: 0, end: text.length }
  if (unit === 'turn') return said ? turn : hit
  const after = text.indexOf('\n', hit.end)
  const paragraph = {
    start: Math.max(turn.start, text.lastIndexOf('\n', hit.start - 1) + 1),
    end: Math.min(turn.end, after < 0 ? text.length : after),
  }
  if (unit === 'paragraph') return paragraph
  const all = sentences(text, paragraph.start, paragraph.end)
  return {
    start: sentenceAt(all, hit.start)?.start ?? hit.start,
    end: Math.max(hit.end, sentenceAt(all, hit.end - 1)?.end ?? hit.end),
  }
}
