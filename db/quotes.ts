import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Excerpt } from '@/core/excerpts/excerpt'
import { arranged, type Desk, type DeskItem, LEVELS } from '@/core/quotes/desk'
import { faultOf, onNewWords, type QuoteEdit } from '@/core/quotes/edit'
import { editsBetween, offsetAfter } from '@/core/text/edits'
import type { Access } from './access'
import { record } from './events'
import * as excerpts from './excerpts'
import { houseOf } from './masked-db'
import * as desks from './quote-desks'
import * as numbers from './quote-numbers'
import { type StoredItem, storedItem } from './quote-stored'
import { NotFound, Refusal } from './refusal'
import { codings } from './schema'
import { quoteDesks, quoteItems } from './schema-quotes'

/** A desk with all that is on it, as far as this person sees the codings. Throws NotFound. */
export function read(access: Access, deskId: string): Desk {
  const line = desks.get(access, deskId)
  const rows = itemsShown(access, deskId)
  const ids = rows.flatMap((row) => row.codingId ?? [])
  const shown = excerpts.ofCodings(access, ids)
  const numbered = numbers.of(access, ids)
  const there = stillThere(
    access,
    ids.filter((id) => !shown.has(id)),
  )
  let kept = 0
  const items = rows.flatMap((row): DeskItem | readonly [] => {
    const { id, codingId, level, text } = row
    if (codingId === null) return { kind: 'heading', id, level, text }
    const number = numbered.get(codingId) ?? ''
    const excerpt = shown.get(codingId)
    if (excerpt) return quoteOf(access, row, number, excerpt)
    // What is there but not shown is kept from this person: not even its place is told.
    if (!there.has(codingId)) return { kind: 'gap', id, number }
    kept++
    return []
  })
  return { ...line, items, kept, quotes: items.filter((item) => item.kind === 'quote').length }
}

/**
 * Puts codings on a desk, after those that are there, numbering them; one that is on it already stays where it is. Answers how many are new. Throws
 * Forbidden (viewer), NotFound for a desk or a coding that this person does not see.
 */
export function quote(access: Access, deskId: string, codingIds: readonly string[]): number {
  return access.db.transaction(() => {
    const desk = desks.mustEdit(access, deskId)
    const known = new Set(itemsOn(access, deskId).map((row) => row.codingId))
    const fresh = [...new Set(codingIds)].filter((id) => !known.has(id))
    const shown = excerpts.ofCodings(access, fresh)
    if (fresh.some((id) => !shown.has(id))) throw new NotFound('gone')
    if (fresh.length === 0) return 0
    const found = fresh.flatMap((id) => shown.get(id) ?? [])
    numbers.number(
      access,
      found.map((excerpt) => ({ id: excerpt.id, interviewId: excerpt.interview.id })),
    )
    const first = nextPosition(access, deskId)
    const items = found.map(
      (excerpt, i): StoredItem => ({
        ...{ ...blank(deskId), kind: 'quote', position: first + i, codingId: excerpt.id },
      }),
    )
    for (const item of items) houseOf(access.db).insert(quoteItems).values(item).run()
    touched(access, deskId)
    record(access, 'desk.quote', deskId, null, { name: desk.name, items: items.map(({ id }) => ({ id })) })
    return items.length
  })
}

/** Adds a heading before an item, or at the end (null). Throws Forbidden, NotFound, Refusal `empty`. */
export function addHeading(
  access: Access,
  deskId: string,
  heading: { readonly id: string; readonly level: number; readonly text: string; readonly before: string | null },
): void {
  access.db.transaction(() => {
    const desk = desks.mustEdit(access, deskId)
    if (heading.text.trim() === '') throw new Refusal('empty')
    const item: StoredItem = {
      ...{ ...blank(deskId), id: heading.id, kind: 'heading', position: nextPosition(access, deskId) },
      ...{ level: levelOf(heading.level), text: heading.text.trim() },
    }
    houseOf(access.db).insert(quoteItems).values(item).run()
    if (heading.before !== null) arrange(access, deskId, [heading.id], heading.before)
    touched(access, deskId)
    record(access, 'desk.quote', deskId, null, { name: desk.name, items: [{ id: heading.id }] })
  })
}

/** What may be written anew of an item; a missing key stays as it is. Edits are over the words as they are now. */
export type ItemChange = {
  readonly level?: number | undefined
  readonly text?: string | undefined
  readonly edits?: readonly QuoteEdit[] | undefined
  readonly translation?: { readonly language: string; readonly edits: readonly QuoteEdit[] } | undefined
}

/** Rewrites a heading, or shortens a quote. Throws Forbidden, NotFound `gone`, Refusal `empty`, `invalid` for edits that break a rule. */
export function edit(access: Access, deskId: string, itemId: string, to: ItemChange): void {
  access.db.transaction(() => {
    const desk = desks.mustEdit(access, deskId)
    const before = itemsOn(access, deskId).find((row) => row.id === itemId)
    if (!before) throw new NotFound('gone')
    const after = { ...before, ...(before.codingId === null ? heading(before, to) : edited(access, before, to)) }
    houseOf(access.db).update(quoteItems).set(after).where(eq(quoteItems.id, itemId)).run()
    touched(access, deskId)
    record(access, 'desk.edit', deskId, { name: desk.name, item: before }, { name: desk.name, item: after })
  })
}

/** Moves items that follow each other before another one, or to the end (null). Throws Forbidden, NotFound `gone`, RangeError for items apart. */
export function move(access: Access, deskId: string, ids: readonly string[], before: string | null): void {
  access.db.transaction(() => {
    const desk = desks.mustEdit(access, deskId)
    const order = itemsOn(access, deskId).map((row) => row.id)
    const from = order.indexOf(ids[0] ?? '')
    if (from < 0 || (before !== null && !order.includes(before))) throw new NotFound('gone')
    if (order.slice(from, from + ids.length).join() !== ids.join())
      throw new RangeError('The items do not follow each other')
    const next = order[from + ids.length] ?? null
    arrange(access, deskId, ids, before)
    touched(access, deskId)
    record(
      access,
      'desk.move',
      deskId,
      { name: desk.name, moved: ids, next },
      { name: desk.name, moved: ids, next: before },
    )
  })
}

/** Takes items off a desk; their codings keep their numbers. Throws Forbidden, NotFound `gone`. */
export function drop(access: Access, deskId: string, ids: readonly string[]): void {
  access.db.transaction(() => {
    const desk = desks.mustEdit(access, deskId)
    const items = itemsOn(access, deskId).filter((row) => ids.includes(row.id))
    if (items.length === 0) throw new NotFound('gone')
    houseOf(access.db)
      .delete(quoteItems)
      .where(
        and(
          eq(quoteItems.deskId, deskId),
          sql`${quoteItems.id} in (select value from json_each(${JSON.stringify(ids)}))`,
        ),
      )
      .run()
    touched(access, deskId)
    record(access, 'desk.drop', deskId, { name: desk.name, items }, null)
  })
}

/** Undoes `drop`: the items of its event stand where they were. */
export function bringBack(access: Access, deskId: string, before: unknown): void {
  const desk = desks.mustEdit(access, deskId)
  const { items } = z.object({ items: z.array(storedItem) }).parse(before)
  for (const item of items.toSorted((a, b) => a.position - b.position)) {
    houseOf(access.db)
      .update(quoteItems)
      .set({ position: sql`${quoteItems.position} + 1` })
      .where(and(eq(quoteItems.deskId, deskId), sql`${quoteItems.position} >= ${item.position}`))
      .run()
    houseOf(access.db)
      .insert(quoteItems)
      .values({ ...item, deskId })
      .run()
  }
  touched(access, deskId)
  record(access, 'desk.quote', deskId, null, { name: desk.name, items: items.map(({ id }) => ({ id })) })
}

/** Undoes `edit`. */
export function putBack(access: Access, deskId: string, before: unknown): void {
  const desk = desks.mustEdit(access, deskId)
  const { item } = z.object({ item: storedItem }).parse(before)
  const { position: _, ...was } = item
  houseOf(access.db)
    .update(quoteItems)
    .set(was)
    .where(and(eq(quoteItems.deskId, deskId), eq(quoteItems.id, item.id)))
    .run()
  touched(access, deskId)
  record(access, 'desk.edit', deskId, null, { name: desk.name })
}

/** Undoes `move`. */
export function moveBack(access: Access, deskId: string, before: unknown): void {
  const { moved, next } = z.object({ moved: z.array(z.string()), next: z.string().nullable() }).parse(before)
  move(access, deskId, moved, next)
}

/** The items of a desk as they are stored: what is remembered and put back. */
function itemsOn(access: Access, deskId: string): readonly StoredItem[] {
  return houseOf(access.db)
    .select()
    .from(quoteItems)
    .where(eq(quoteItems.deskId, deskId))
    .orderBy(asc(quoteItems.position))
    .all()
}

/**
 * The items as this person may read them: an author's own words as the handle shows them; `words` as they are stored, since the places of edits are
 * those, and are carried from there to whatever the person sees of the quote.
 */
function itemsShown(access: Access, deskId: string): readonly StoredItem[] {
  const stored = new Map(itemsOn(access, deskId).map((row) => [row.id, row]))
  const shown = access.db
    .select()
    .from(quoteItems)
    .where(eq(quoteItems.deskId, deskId))
    .orderBy(asc(quoteItems.position))
    .all()
  return shown.map((row) => {
    const { words = '', translationWords = '' } = stored.get(row.id) ?? {}
    return { ...row, words, translationWords }
  })
}

function blank(deskId: string): StoredItem {
  return {
    ...{ id: crypto.randomUUID(), deskId, position: 0, kind: 'heading', level: 1, text: '', codingId: null },
    ...{ words: '', edits: [], translationLanguage: null, translationWords: '', translationEdits: [] },
  }
}

const levelOf = (level: number): number => Math.min(LEVELS, Math.max(1, Math.round(level)))

function nextPosition(access: Access, deskId: string): number {
  const last = itemsOn(access, deskId).at(-1)
  return last ? last.position + 1 : 0
}

function arrange(access: Access, deskId: string, ids: readonly string[], before: string | null): void {
  const rows = itemsOn(access, deskId)
  for (const [position, row] of arranged(rows, ids, before).entries())
    if (row.position !== position)
      houseOf(access.db).update(quoteItems).set({ position }).where(eq(quoteItems.id, row.id)).run()
}

function touched(access: Access, deskId: string): void {
  access.db.update(quoteDesks).set({ updatedAt: Date.now() }).where(eq(quoteDesks.id, deskId)).run()
}

/** Which of these codings exist, whoever may see them. */
function stillThere(access: Access, ids: readonly string[]): ReadonlySet<string> {
  const rows = houseOf(access.db)
    .select({ id: codings.id })
    .from(codings)
    .where(sql`${codings.id} in (select value from json_each(${JSON.stringify(ids)}))`)
    .all()
  return new Set(rows.map((row) => row.id))
}

function quoteOf(access: Access, row: StoredItem, number: string, excerpt: Excerpt): DeskItem {
  const own = carried(row.edits, row.words, excerpt.quote)
  // Names that are masked are no correction.
  const told = row.edits.length > 0 && row.words !== excerpt.quote && (access.seesRaw || own.lost > 0)
  const said = excerpt.translations.find((one) => one.language === row.translationLanguage)
  const other = said ? carried(row.translationEdits, row.translationWords, said.text) : null
  return {
    ...{ kind: 'quote', id: row.id, number, excerpt, edits: own.edits },
    translated: said && other ? { language: said.language, edits: other.edits } : null,
    lostEdits: told ? own.lost : null,
  }
}

function carried(edits: readonly QuoteEdit[], words: string, now: string) {
  if (words === now) return { edits, lost: 0 }
  return onNewWords(edits, now, offsetAfter(editsBetween(words, now)))
}

function heading(before: StoredItem, to: ItemChange) {
  const text = (to.text ?? before.text).trim()
  if (text === '') throw new Refusal('empty')
  return { text, level: levelOf(to.level ?? before.level) }
}

function edited(access: Access, before: StoredItem, to: ItemChange) {
  const id = before.codingId ?? ''
  const excerpt = excerpts.ofCodings(access, [id]).get(id)
  if (!excerpt) throw new NotFound('gone')
  const own = to.edits === undefined ? {} : { words: excerpt.quote, edits: allowed(excerpt.quote, to.edits) }
  if (to.translation === undefined) return own
  const said = excerpt.translations.find((one) => one.language === to.translation?.language)
  if (!said) throw new NotFound('gone')
  const { language, text } = said
  return {
    ...own,
    ...{ translationLanguage: language, translationWords: text },
    translationEdits: allowed(text, to.translation.edits),
  }
}

function allowed(words: string, edits: readonly QuoteEdit[]): readonly QuoteEdit[] {
  if (faultOf(words, edits)) throw new Refusal('invalid')
  return edits
}
