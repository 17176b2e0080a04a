import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { fold } from '@/core/text/fold'
import { type Access, type Account, enter, mustOwn } from './access'
import { record } from './events'
import { mine } from './projects'
import { Refusal } from './refusal'

type Value = string | number | null
type Row = Record<string, Value>

/** A project with all that hangs on it, table by table as stored; people are in it by name and address, never with a password. */
const archiveFile = z.object({
  interlinear: z.literal('archive'),
  migrations: z.number().int(),
  project: z.uuid(),
  tables: z.array(
    z.object({
      name: z.string(),
      rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
    }),
  ),
})
/** See `archiveFile`. */
export type Archive = z.output<typeof archiveFile>

// What is of the house and not of a project, or opens a door.
const OUTSIDE = new Set([
  ...['users', 'invitations', 'sign_in_failures', '__drizzle_migrations', 'reading_places'],
  // A whole project each, of which the archive is one already.
  'restore_points',
])
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu

/**
 * Everything of a project, history included: the rows of every table that hangs on it by foreign keys, and the people they name. Owners only: it
 * holds what nobody else may see together.
 */
export function archive(access: Access): Archive {
  mustOwn(access)
  const { db, projectId } = access
  const tables = order(access)
  const kept: { name: string; rows: Row[] }[] = []
  const people = new Set<string>()
  for (const { name, owner, links } of tables) {
    const rows =
      name === 'projects'
        ? db.all<Row>(sql`select * from projects where id = ${projectId}`)
        : db.all<Row>(sql`select * from ${sql.identifier(name)} where ${sql.raw(within(owner, tables))} `)
    kept.push({ name, rows })
    for (const row of rows)
      for (const link of links) {
        const person = row[link]
        if (typeof person === 'string') people.add(person)
      }
  }
  const users = db
    .all<Row>(sql`select id, email, name, kind, created_at from users`)
    .filter((row) => people.has(String(row.id)))
  return {
    interlinear: 'archive',
    migrations: migrations(access),
    project: projectId,
    tables: [{ name: 'users', rows: users }, ...kept],
  }

  function within(link: Link | null, known: readonly Table[]): string {
    if (link === null) return '0'
    if (link.to === 'projects') return `"${link.from}" = '${projectId}'`
    const above = known.find(({ name }) => name === link.to)
    return `"${link.from}" in (select "${link.key}" from "${link.to}" where ${within(above?.owner ?? null, known)})`
  }
}

/**
 * Makes a project of an archive, with this person as an owner beside those it had. Ids that are free stay; where the project is still here, all of it
 * gets new ones. People are known by their address, else made without a
 * password, and without the address unless an administrator restores: nobody shall take an address for somebody else. Throws Refusal `invalid` for what is no archive or comes from
 * a newer version.
 */
export function restoreArchive(who: Account, given: unknown): Access {
  const parsed = archiveFile.safeParse(given)
  if (!parsed.success) throw new Refusal('invalid')
  const { db } = who
  return db.transaction(() => {
    const fresh = renewed(who, parsed.data)
    if (fresh.migrations > migrations(who)) throw new Refusal('invalid')
    // Rows of one table may name later ones of the same (codes under codes): they are checked when all are there.
    db.run(sql`pragma defer_foreign_keys = on`)
    const known = order(who)
    const columns = new Map(known.map(({ name }) => [name, columnsOf(who, name)]))
    const seqs = new Map<number, number>()
    const undone: [number, number][] = []
    for (const { name } of known) {
      const rows = fresh.tables.find((table) => table.name === name)?.rows ?? []
      for (const row of rows) {
        const own = Object.entries(row).filter(
          ([key]) => columns.get(name)?.has(key) && !(name === 'events' && (key === 'seq' || key === 'undone_by')),
        )
        const done = insert(who, name, own)
        if (name !== 'events') continue
        seqs.set(Number(row.seq), Number(done.lastInsertRowid))
        if (typeof row.undone_by === 'number') undone.push([Number(row.seq), row.undone_by])
      }
    }
    for (const [seq, now] of seqs)
      db.run(
        sql`update codebook_versions set seq = ${now} where project_id = ${fresh.project} and seq = ${seq} and ${now} <> ${seq}`,
      )
    for (const [seq, by] of undone)
      db.run(sql`update events set undone_by = ${seqs.get(by) ?? null} where seq = ${seqs.get(seq) ?? 0}`)
    db.run(
      sql`insert into members (project_id, user_id, role) values (${fresh.project}, ${who.userId}, 'owner') on conflict (project_id, user_id) do update set role = 'owner'`,
    )
    const access = enter(who, fresh.project)
    renameTaken(access, who)
    record(access, 'project.restore', fresh.project, null, { from: parsed.data.project })
    return access
  })
}

// What goes on when a project returns to an earlier state, and people's own places in texts, which removal of the texts would take along.
const GOES_ON = new Set(['projects', 'members', 'events', 'codebook_versions', 'sends'])

/**
 * Puts the material of an archive in the place of the project's, with the ids it had; members, events and versions of the codebook stay as they are. Call it in
 * a transaction. Throws Forbidden unless the person owns the project, Refusal `invalid` for what is no archive of this project.
 */
export function putBack(access: Access, given: unknown): void {
  mustOwn(access)
  const { db, projectId } = access
  const parsed = archiveFile.safeParse(given)
  if (!parsed.success || parsed.data.project !== projectId) throw new Refusal('invalid')
  const known = order(access)
  const places = db.all<Row>(
    sql`select * from reading_places where interview_id in (select id from interviews where project_id = ${projectId})`,
  )
  db.run(sql`pragma defer_foreign_keys = on`)
  for (const { name, owner } of known)
    if (owner?.to === 'projects' && !GOES_ON.has(name))
      db.run(sql`delete from ${sql.identifier(name)} where ${sql.identifier(owner.from)} = ${projectId}`)
  for (const { name, links } of known) {
    if (GOES_ON.has(name)) continue
    const columns = columnsOf(access, name)
    for (const row of parsed.data.tables.find((table) => table.name === name)?.rows ?? [])
      insert(
        access,
        name,
        Object.entries(row)
          .filter(([key]) => columns.has(key))
          .map(([key, value]) => [key, links.includes(key) ? present(access, value) : value]),
      )
  }
  for (const place of places)
    if (db.get(sql`select 1 from interviews where id = ${place.interview_id ?? ''}`))
      insert(access, 'reading_places', Object.entries(place))
}

function present({ db }: Pick<Access, 'db'>, user: Value): Value {
  return user !== null && db.get(sql`select 1 from users where id = ${user}`) ? user : null
}

function insert({ db }: Pick<Access, 'db'>, table: string, own: readonly (readonly [string, Value])[]) {
  const names = sql.join(
    own.map(([key]) => sql.identifier(key)),
    sql`, `,
  )
  const values = sql.join(
    own.map(([, value]) => sql`${value}`),
    sql`, `,
  )
  return db.run(sql`insert into ${sql.identifier(table)} (${names}) values (${values})`)
}

// Names of one's own projects differ.
function renameTaken(access: Access, who: Account): void {
  const own = mine(who)
  const name = own.find(({ id }) => id === access.projectId)?.name ?? ''
  const taken = (wanted: string) => own.some((one) => one.id !== access.projectId && fold(one.name) === fold(wanted))
  if (!taken(name)) return
  let n = 2
  while (taken(`${name} (${n})`)) n++
  access.db.run(sql`update projects set name = ${`${name} (${n})`} where id = ${access.projectId}`)
}

/** The archive with the ids it will have here. */
function renewed(who: Account, given: Archive): Archive {
  const { db } = who
  const ids = new Map<string, string>()
  const there = db.all(sql`select 1 from projects where id = ${given.project}`).length > 0
  const users = given.tables.find(({ name }) => name === 'users')?.rows ?? []
  const missing: Row[] = []
  for (const user of users) {
    const id = String(user.id)
    const email = user.email
    const known = email === null ? undefined : db.get<Row>(sql`select id from users where email = ${email}`)
    const same = db.get<Row>(sql`select id from users where id = ${id} and kind = ${user.kind ?? ''}`)
    if (typeof known?.id === 'string') ids.set(id, known.id)
    else if (same && user.kind === 'person') ids.set(id, id)
    else {
      ids.set(id, same ? crypto.randomUUID() : id)
      missing.push(user)
    }
  }
  const found = JSON.stringify(given).match(UUID) ?? []
  if (there) for (const id of found) if (!ids.has(id)) ids.set(id, crypto.randomUUID())
  for (const user of missing)
    db.run(
      sql`insert into users (id, email, name, kind) values (${ids.get(String(user.id)) ?? ''}, ${who.admin ? (user.email ?? null) : null}, ${user.name ?? ''}, ${user.kind ?? 'person'})`,
    )
  // Ids stand in events, in settings and in lists, too: wherever one is written it becomes the new one.
  const swap = (value: Value): Value =>
    typeof value === 'string' ? value.replace(UUID, (id) => ids.get(id) ?? id) : value
  return {
    ...given,
    project: ids.get(given.project) ?? given.project,
    tables: given.tables.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, swap(value)]))),
    })),
  }
}

type Link = { readonly from: string; readonly to: string; readonly key: string }
type Table = { readonly name: string; readonly owner: Link | null; readonly links: readonly string[] }
type Key = { readonly from: string; readonly table: string; readonly to: string | null }

/** The tables that hang on `projects`, each after the one it hangs on; `links` are their columns that name people. */
function order({ db }: Pick<Access, 'db'>): readonly Table[] {
  const names = db
    .all<{ name: string }>(sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)
    .map(({ name }) => name)
    .filter((name) => !OUTSIDE.has(name))
  const keys = new Map(
    names.map((name) => [name, db.all<Key>(sql`select "from", "table", "to" from pragma_foreign_key_list(${name})`)]),
  )
  const links = (name: string) =>
    (keys.get(name) ?? []).filter(({ table }) => table === 'users').map(({ from }) => from)
  const found: Table[] = [{ name: 'projects', owner: null, links: links('projects') }]
  for (let before = 0; before < found.length; ) {
    before = found.length
    for (const name of names) {
      if (found.some((table) => table.name === name)) continue
      const own = (keys.get(name) ?? []).filter(
        ({ table }) => table !== 'users' && table !== name && names.includes(table),
      )
      // Directly on the project where there is such a column; else on whatever was found before.
      const owner =
        own.find(({ table }) => table === 'projects') ??
        own.find(({ table }) => found.some((one) => one.name === table))
      const waits = own.some(({ table }) => !found.some((one) => one.name === table))
      if (owner && !waits)
        found.push({ name, owner: { from: owner.from, to: owner.table, key: owner.to ?? 'id' }, links: links(name) })
    }
    if (found.length === before) break
  }
  return found
}

function columnsOf({ db }: Pick<Access, 'db'>, name: string): ReadonlySet<string> {
  return new Set(
    db.all<{ name: string }>(sql`select name from pragma_table_info(${name})`).map((column) => column.name),
  )
}

function migrations({ db }: Pick<Access, 'db'>): number {
  return db.get<{ n: number }>(sql`select count(*) as n from __drizzle_migrations`)?.n ?? 0
}
