import type { Database } from 'better-sqlite3'
import { and, eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { blanked, type ConsentLevel, type ConsentMark, consentOf, withheld } from '@/core/masking/consent'
import type { Mark } from '@/core/masking/mark'
import { maskedPiece, type Positions, positions, type Side } from '@/core/masking/masked'
import { nameFinder } from '@/core/masking/names'
import type { Range } from '@/core/text/sentences'
import { wordOffsets, wordRange } from '@/core/text/words'
import { handWords, listOf, marksOf, refresh, versionOf } from './masked-texts'
import { makeViews, rewritten, type Views } from './masked-view'
import type { Db } from './open'
import * as schema from './schema'
import { interviews, interviewValues, transcripts } from './schema'
import { consentMarks, masking } from './schema-masking'

/** What is shown of one transcript: its marks, and for a file that goes out what of it is withheld. */
type Shown = Positions & {
  readonly id: string
  readonly transcriptId: string
  readonly current: boolean
  readonly marks: readonly Mark[]
  readonly blanks: readonly Range[]
  readonly off: boolean
  readonly level: (range: Range) => ConsentLevel
}

type Context = {
  readonly house: Db
  readonly projectId: string
  readonly mode: Mode
  stamp: string
  shown: ReadonlyMap<string, Shown>
  currentOf: ReadonlyMap<string, Shown>
  words: (text: string) => string
  keys: (text: string) => string
}

/** What a handle shows: names masked or as they are; with `consent`, only what may go out. */
export type Mode = { readonly masks: boolean; readonly consent: boolean }

type House = { readonly contexts: Context[]; readonly handles: Map<string, { db: Db; at: number }> }
type Known = { readonly houses: WeakMap<Database, House>; readonly contexts: WeakMap<Database, Context> }

declare global {
  var interlinearMasked: Known | undefined
}

// A server has several copies of this module and one connection, on which views can be made but once.
globalThis.interlinearMasked ??= { houses: new WeakMap(), contexts: new WeakMap() }
const { houses, contexts: contextOf } = globalThis.interlinearMasked

/**
 * The house's database as somebody sees it who may not see the names of a project, or as it may go out: the same connection, with all tables of the project behind
 * views (see masked-view). Whatever reads or writes through this handle, now or later, has masked texts and positions only.
 */
export function maskedDb(house: Db, projectId: string, mode: Mode): Db {
  const known = houses.get(house.$client) ?? opened(house.$client)
  const key = `${projectId} ${mode.masks} ${mode.consent}`
  const there = known.handles.get(key)
  if (mode.masks) refresh(house, projectId)
  if (there) {
    const context = known.contexts[there.at]
    if (context) load(context)
    return there.db
  }
  const at = known.contexts.length
  const identity = (text: string) => text
  const context: Context = {
    ...{ house, projectId, mode, stamp: '', shown: new Map(), currentOf: new Map(), words: identity, keys: identity },
  }
  known.contexts.push(context)
  load(context)
  // Rows of other projects may be in it: of what is not in the context nothing is shown.
  const rows = mode.masks
    ? '(select id, transcript_id from main.masked_texts where current = 1)'
    : '(select id, id as transcript_id from main.transcripts)'
  const masks = `select id, transcript_id from ${rows}${mode.consent ? ` where mask_off(${at}, id) = 0` : ''}`
  const views = makeViews(house.$client, at, masks, mode.consent)
  const client = behind(house.$client, views)
  contextOf.set(client, context)
  const db = drizzle(client, { schema })
  known.handles.set(key, { db, at })
  return db
}

/** The connection with every statement sent to the views. */
function behind(client: Database, views: Views): Database {
  return new Proxy(client, {
    get(target, key) {
      if (key === 'prepare') return (sql: string) => target.prepare(rewritten(sql, views))
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

function load(context: Context): void {
  const { house, projectId, mode } = context
  const client = house.$client
  const stamp = mode.consent
    ? `${client.pragma('data_version', { simple: true })} ${client.prepare('select total_changes()').pluck().get()}`
    : `${versionOf(house, projectId)} ${client.prepare('select count(*) || max(rowid) from masked_texts').pluck().get()}`
  if (context.stamp === stamp) return
  context.stamp = stamp
  const levels = mode.consent ? consentsOf(house, projectId) : null
  const rows = mode.masks
    ? marksOf(house, projectId)
    : transcriptsOf(house, projectId).map(({ id }) => ({ id, transcriptId: id, marks: [], current: true }))
  const lengths = new Map(transcriptsOf(house, projectId).map((row) => [row.id, row.length]))
  const shown = rows.map((row): Shown => {
    const consent = levels?.(row.transcriptId) ?? { interview: 'quotable', marks: [] }
    const blanks = withheld(consent.interview, consent.marks, lengths.get(row.transcriptId) ?? 0)
    const marks = row.marks.filter((mark) => !blanks.some((one) => one.start < mark.end && one.end > mark.start))
    const level = (range: Range) => consentOf(consent.interview, consent.marks, range)
    return { ...row, marks, blanks, level, off: consent.interview === 'off', ...positions(marks) }
  })
  context.shown = new Map(shown.map((one) => [one.id, one]))
  context.currentOf = new Map(shown.filter((one) => one.current).map((one) => [one.transcriptId, one]))
  if (!mode.masks) return
  const list = [...listOf(house, projectId), ...handWords(house, projectId)]
  const find = nameFinder(list)
  const findKeys = nameFinder(list, true)
  context.words = (text) => maskedPiece(text, 0, find(text))
  context.keys = (text) => maskedPiece(text, 0, findKeys(text)).toLowerCase()
}

function transcriptsOf(house: Db, projectId: string) {
  return house
    .select({ id: transcripts.id, length: transcripts.length })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(eq(interviews.projectId, projectId))
    .all()
}

type Consent = { readonly interview: ConsentLevel; readonly marks: readonly ConsentMark[] }

/** What was agreed about every transcript of a project. A value that nothing was said about is quotable. */
export function consentsOf(house: Db, projectId: string): (transcriptId: string) => Consent {
  const settings = house.select().from(masking).where(eq(masking.projectId, projectId)).get()
  const variable = settings?.consentVariableId ?? ''
  const rows = house
    .select({ id: transcripts.id, value: interviewValues.value })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .leftJoin(
      interviewValues,
      and(eq(interviewValues.interviewId, interviews.id), eq(interviewValues.variableId, variable)),
    )
    .where(eq(interviews.projectId, projectId))
    .all()
  const levels = new Map(rows.map(({ id, value }) => [id, settings?.consentLevels[value ?? ''] ?? 'quotable']))
  const marks = new Map<string, ConsentMark[]>()
  for (const { transcriptId, start, end, level } of house.select().from(consentMarks).all())
    marks.set(transcriptId, [...(marks.get(transcriptId) ?? []), { start, end, level }])
  return (id) => ({ interview: levels.get(id) ?? 'quotable', marks: marks.get(id) ?? [] })
}

function opened(client: Database): House {
  const house: House = { contexts: [], handles: new Map() }
  houses.set(client, house)
  const of = (ctx: unknown, id: unknown) => house.contexts[Number(ctx)]?.shown.get(String(id))
  const side = (value: unknown): Side => (value === 'start' ? 'start' : 'end')
  const piece = (one: Shown | undefined, text: unknown, start: number) =>
    // What is not known to be masked is not shown.
    one ? maskedPiece(blanked(String(text), start, one.blanks), start, one.marks) : ''
  client.function('mask_text', (ctx: unknown, id: unknown, text: unknown) => piece(of(ctx, id), text, 0))
  client.function('mask_quote', (ctx: unknown, id: unknown, start: unknown, quote: unknown) => {
    const shown = piece(of(ctx, id), quote, Number(start))
    return /[\p{L}\p{N}]/u.test(shown) || !/[\p{L}\p{N}]/u.test(String(quote)) ? shown : '[…]'
  })
  client.function('mask_at', (ctx: unknown, id: unknown, offset: unknown, which: unknown) =>
    offset === null ? null : (of(ctx, id)?.shown(Number(offset), side(which)) ?? null),
  )
  client.function('mask_stored', (ctx: unknown, id: unknown, offset: unknown, which: unknown) =>
    offset === null ? null : (of(ctx, id)?.stored(Number(offset), side(which)) ?? null),
  )
  // A translation is words, too: it goes with anything that is not quotable.
  client.function('mask_gone', (ctx: unknown, id: unknown, start: unknown, end: unknown, words: unknown) => {
    const level = of(ctx, id)?.level({ start: Number(start), end: Number(end) }) ?? 'off'
    return level === 'off' || (words === 1 && level !== 'quotable') ? 1 : 0
  })
  client.function('mask_off', (ctx: unknown, id: unknown) => (of(ctx, id)?.off === false ? 0 : 1))
  client.function('mask_turns', (ctx: unknown, id: unknown, turns: unknown) => turnsOf(of(ctx, id), String(turns)))
  client.function('mask_comment', (ctx: unknown, id: unknown, start: unknown, end: unknown, comment: unknown) => {
    if (comment === '' || comment === null) return comment
    const quotable = of(ctx, id)?.level({ start: Number(start), end: Number(end) }) === 'quotable'
    return quotable ? (house.contexts[Number(ctx)]?.words(String(comment)) ?? '') : ''
  })
  client.function('mask_words', (ctx: unknown, value: unknown) => told(house.contexts[Number(ctx)], value))
  client.function('mask_key', (ctx: unknown, value: unknown) =>
    value === null ? null : (house.contexts[Number(ctx)]?.keys(String(value)) ?? ''),
  )
  client.function('mask_cut', (text: unknown, start: unknown, end: unknown) =>
    String(text).slice(Number(start), Number(end)),
  )
  let last: { readonly text: string; readonly words: Uint32Array } = { text: '', words: new Uint32Array() }
  client.function('mask_word', (text: unknown, offset: unknown) => {
    if (last.text !== text) last = { text: String(text), words: wordOffsets(String(text)) }
    return wordRange(last.words, Number(offset), Number(offset)).from
  })
  return house
}

function turnsOf(one: Shown | undefined, json: string): string {
  if (!one) return '[]'
  const turns: readonly { start: number; end: number; said: number }[] = JSON.parse(json)
  return JSON.stringify(
    turns.map((turn) => ({
      ...turn,
      start: one.shown(turn.start, 'start'),
      said: one.shown(turn.said, 'start'),
      end: one.shown(turn.end, 'end'),
    })),
  )
}

function told(context: Context | undefined, value: unknown): unknown {
  if (value === null || value === '') return value
  if (!context || typeof value !== 'string') return ''
  if (!/^[[{"]/u.test(value)) return context.words(value)
  try {
    return JSON.stringify(walked(JSON.parse(value), context.words, (one) => placedIn(context, one)))
  } catch {
    return context.words(value)
  }
}

type Plain = Readonly<Record<string, unknown>>
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

function walked(value: unknown, words: (text: string) => string, place: (one: Plain) => Plain): unknown {
  if (typeof value === 'string') return words(value)
  if (Array.isArray(value)) return value.map((one) => walked(one, words, place))
  if (!isPlain(value)) return value
  return place(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walked(one, words, place)])))
}

/** By which key something that was remembered names its transcript: codings, questions, translations, and links to passages in memos. */
function transcriptKey(one: Plain): string | null {
  if (typeof one.start !== 'number' || typeof one.end !== 'number') return null
  if (typeof one.transcriptId === 'string') return 'transcriptId'
  if (one.kind !== 'passage') return null
  return typeof one.targetId === 'string' ? 'targetId' : 'id'
}

function placedIn(context: Context, one: Plain): Plain {
  const key = transcriptKey(one)
  const shown = key ? context.currentOf.get(String(one[key])) : undefined
  if (!key || !shown) {
    // With no place of its own a transcript is still called by its masked id.
    const named = context.currentOf.get(String(one.transcriptId))
    return named ? { ...one, transcriptId: named.id } : one
  }
  const start = Number(one.start)
  const quote = typeof one.quote === 'string' ? { quote: '' } : {}
  return {
    ...one,
    ...quote,
    [key]: shown.id,
    start: shown.shown(start, 'start'),
    end: shown.shown(Number(one.end), 'end'),
  }
}

/** Something to be remembered as it is stored, places and all; what a raw handle wrote is that already. */
export function asStored(db: Db, value: unknown): unknown {
  const context = contextOf.get(db.$client)
  if (!context) return value
  return walked(
    value,
    (text) => text,
    (one) => {
      const key = transcriptKey(one)
      const id = key ?? 'transcriptId'
      const shown = context.shown.get(String(one[id]))
      if (!shown) return one
      if (!key) return { ...one, [id]: shown.transcriptId }
      return {
        ...{ ...one, [key]: shown.transcriptId },
        ...{ start: shown.stored(Number(one.start), 'start'), end: shown.stored(Number(one.end), 'end') },
      }
    },
  )
}

/** A place in a transcript as the handle shows it now: of one that was sent by marks that were replaced since, or from before there were any. */
export function asShown<P extends { readonly transcriptId: string; readonly start: number; readonly end: number }>(
  db: Db,
  place: P,
): P {
  const context = contextOf.get(db.$client)
  if (!context) return place
  const seen = context.shown.get(place.transcriptId)
  if (seen?.current) return place
  const start = seen ? seen.stored(place.start, 'start') : place.start
  const end = seen ? seen.stored(place.end, 'end') : place.end
  const now = context.currentOf.get(seen?.transcriptId ?? place.transcriptId)
  if (!now) return place
  return { ...place, transcriptId: now.id, start: now.shown(start, 'start'), end: now.shown(end, 'end') }
}

/** Of a stored transcript: the id and the positions by which the handle knows it. */
export function placesOf(db: Db, transcriptId: string): Pick<Shown, 'id' | 'shown'> {
  const context = contextOf.get(db.$client)
  if (!context) return { id: transcriptId, shown: (offset) => offset }
  return context.currentOf.get(transcriptId) ?? { id: '', shown: () => 0 }
}

/** The handle of the house behind a handle, which shows everything as it is stored: for what decides what may be shown, never to read for a person. */
export function houseOf(db: Db): Db {
  return contextOf.get(db.$client)?.house ?? db
}

/** Ranges of words of the stored text as ranges of words of the shown one, flat: from, to, from, to ... */
export function shownWords(db: Db, id: string, ranges: readonly number[]): readonly number[] {
  const context = contextOf.get(db.$client)
  const one = context?.shown.get(id)
  if (!context || !one || one.marks.length === 0 || ranges.length === 0) return ranges
  const row = context.house
    .select({ text: transcripts.text })
    .from(transcripts)
    .where(eq(transcripts.id, one.transcriptId))
    .get()
  const raw = wordOffsets(row?.text ?? '')
  const shown = wordOffsets(maskedPiece(row?.text ?? '', 0, one.marks))
  return ranges.map((word) => {
    if (2 * word >= raw.length) return shown.length / 2
    const at = one.shown(raw[2 * word] ?? 0, 'start')
    return wordRange(shown, at, at).from
  })
}
