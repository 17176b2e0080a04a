import { and, asc, desc, eq, or, type SQL, sql } from 'drizzle-orm'
import type { DeskLine, DeskSettings } from '@/core/quotes/desk'
import { tidy } from '@/core/text/fold'
import { type Access, mustCode } from './access'
import { record } from './events'
import { houseOf } from './masked-db'
import { storedDesk, storedItem } from './quote-stored'
import { Conflict, Forbidden, NotFound, Refusal } from './refusal'
import { events, users, variables } from './schema'
import { quoteDesks, quoteItems } from './schema-quotes'

type Row = typeof quoteDesks.$inferSelect

const leads = (access: Access): boolean => access.role === 'owner' || access.role === 'supervisor'

/** Which desks a person may see: their own, and those that are shared with the project. */
function visible(access: Access): SQL | undefined {
  return and(
    eq(quoteDesks.projectId, access.projectId),
    or(eq(quoteDesks.shared, true), eq(quoteDesks.ownerId, access.userId)),
  )
}

/** Of the events of desks, those that a person may see: what they did themselves, and what happened on shared desks. */
export function deskEventsVisibleTo(access: Access): SQL | undefined {
  return or(
    eq(events.userId, access.userId),
    sql`${events.kind} not like 'desk.%'`,
    sql`${events.kind} = 'desk.reference'`,
    sql`${events.subject} in (select d.id from quote_desks d where d.project_id = ${access.projectId} and d.shared = 1)`,
  )
}

/** The desks that a person sees, the last changed first. */
export function list(access: Access): readonly DeskLine[] {
  return access.db
    .select({
      row: quoteDesks,
      owner: users.name,
      quotes: sql<number>`(select count(*) from quote_items q where q.desk_id = "quote_desks"."id" and q.kind = 'quote')`,
    })
    .from(quoteDesks)
    .innerJoin(users, eq(users.id, quoteDesks.ownerId))
    .where(visible(access))
    .orderBy(desc(quoteDesks.updatedAt), asc(quoteDesks.name))
    .all()
    .map(({ row, owner, quotes }) => ({
      ...settingsOf(row),
      ...{ id: row.id, owner, quotes, updatedAt: row.updatedAt },
      editable: access.role !== 'viewer',
      removable: isTheirs(access, row),
    }))
}

/** One desk as the list has it. Throws NotFound. */
export function get(access: Access, id: string): DeskLine {
  const found = list(access).find((desk) => desk.id === id)
  if (!found) throw new NotFound()
  return found
}

/** Makes a desk with `id`; the same id again is the desk that is there. Throws Forbidden (viewer), Refusal `nameEmpty`, NotFound for a variable. */
export function add(
  access: Access,
  desk: { readonly id: string } & Pick<DeskSettings, 'name'> & Partial<DeskSettings>,
): DeskLine {
  mustCode(access)
  return access.db.transaction(() => {
    if (list(access).some((one) => one.id === desk.id)) return get(access, desk.id)
    const settings = checked(access, {
      ...{ shared: false, translation: 'beside', language: '', headings: 'outline', matrixBy: null },
      ...desk,
    })
    const row = { ...settings, projectId: access.projectId, ownerId: access.userId, ...times() }
    access.db
      .insert(quoteDesks)
      .values({ id: desk.id, ...row })
      .run()
    record(access, 'desk.add', desk.id, null, { name: settings.name })
    return get(access, desk.id)
  })
}

/**
 * Sets something on a desk; a missing key stays as it is. Sharing is for who made it, and who leads. Throws Forbidden, NotFound, Refusal `nameEmpty`.
 */
export function change(
  access: Access,
  id: string,
  to: { readonly [K in keyof DeskSettings]?: DeskSettings[K] | undefined },
): DeskLine {
  return access.db.transaction(() => {
    const row = mustEdit(access, id)
    const before = settingsOf(row)
    const after = checked(access, {
      name: to.name ?? before.name,
      shared: to.shared ?? before.shared,
      translation: to.translation ?? before.translation,
      language: to.language ?? before.language,
      headings: to.headings ?? before.headings,
      matrixBy: to.matrixBy === undefined ? before.matrixBy : to.matrixBy,
    })
    if (after.shared !== before.shared && !isTheirs(access, row)) throw new Forbidden()
    access.db
      .update(quoteDesks)
      .set({ ...after, updatedAt: Date.now() })
      .where(eq(quoteDesks.id, id))
      .run()
    record(access, 'desk.change', id, before, after)
    return get(access, id)
  })
}

/** Removes a desk and what is on it: one's own, or any that is shared for who leads. Throws Forbidden, NotFound. */
export function remove(access: Access, id: string): void {
  access.db.transaction(() => {
    const row = mustEdit(access, id)
    if (!isTheirs(access, row)) throw new Forbidden()
    // Remembered as it is stored, so that it comes back so.
    const items = houseOf(access.db).select().from(quoteItems).where(eq(quoteItems.deskId, id)).all()
    access.db.delete(quoteDesks).where(eq(quoteDesks.id, id)).run()
    record(access, 'desk.remove', id, { ...row, items }, null)
  })
}

/** Brings back a desk as the event of its removal has it. Throws Forbidden, ZodError for what is no such event, NotFound for another project's. */
export function bringBack(access: Access, id: string, before: unknown): void {
  mustCode(access)
  const { items, ...row } = storedDesk.parse(before)
  if (row.projectId !== access.projectId || row.id !== id) throw new NotFound()
  const known = row.matrixBy !== null && isVariable(access, row.matrixBy)
  access.db
    .insert(quoteDesks)
    .values({ ...row, matrixBy: known ? row.matrixBy : null })
    .run()
  for (const item of items) access.db.insert(quoteItems).values(storedItem.parse(item)).run()
  record(access, 'desk.restore', id, null, { name: row.name })
}

/** The row, as it is stored, of a desk whose outline a person may change. Throws Forbidden (viewer), NotFound for a desk they do not see. */
export function mustEdit(access: Access, id: string): Row {
  mustCode(access)
  const row = houseOf(access.db)
    .select()
    .from(quoteDesks)
    .where(and(visible(access), eq(quoteDesks.id, id)))
    .get()
  if (!row) throw new NotFound()
  return row
}

function settingsOf({ name, shared, translation, language, headings, matrixBy }: Row): DeskSettings {
  return { name, shared, translation, language, headings, matrixBy }
}

function isTheirs(access: Access, row: Row): boolean {
  return access.role !== 'viewer' && (row.ownerId === access.userId || leads(access))
}

function isVariable(access: Access, id: string): boolean {
  const found = access.db
    .select({ id: variables.id })
    .from(variables)
    .where(and(eq(variables.projectId, access.projectId), eq(variables.id, id)))
    .get()
  return found !== undefined
}

function checked(access: Access, settings: DeskSettings): DeskSettings {
  const name = tidy(settings.name)
  if (name === '') throw new Conflict('nameEmpty')
  if (settings.matrixBy !== null && !isVariable(access, settings.matrixBy)) throw new NotFound('gone')
  if (settings.language !== '' && !isTag(settings.language)) throw new Refusal('invalid')
  const { shared, translation, language, headings, matrixBy } = settings
  return { name, shared, translation, language, headings, matrixBy }
}

function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1
  } catch {
    return false
  }
}

const times = () => ({ createdAt: Date.now(), updatedAt: Date.now() })
