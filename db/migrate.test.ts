import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import * as codes from './codes'
import { migrate, pending } from './migrate'
import { open } from './open'
import { testHouse } from './testing'

const tables =
  "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'"

test('migrating again loses no row and leaves no orphan', () => {
  const { db, owner } = testHouse()
  codes.add(owner, { id: crypto.randomUUID(), parentId: null, name: 'trade' })
  const counts = () =>
    db.$client
      .prepare<[], { name: string }>(tables)
      .all()
      .map(({ name }) => [name, db.$client.prepare(`select count(*) from "${name}"`).pluck().get()])
  const before = counts()
  expect(before.length).toBeGreaterThan(12)
  migrate(db)
  expect(counts()).toEqual(before)
  expect(db.$client.pragma('foreign_key_check')).toEqual([])
  expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('foreign keys are on again after migrating, and commits are flushed in full', () => {
  const folder = mkdtempSync(join(tmpdir(), 'interlinear-'))
  const db = open(join(folder, 'a.sqlite'))
  migrate(db)
  expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(db.$client.pragma('synchronous', { simple: true })).toBe(2)
  expect(db.$client.pragma('journal_mode', { simple: true })).toBe('wal')
  db.$client.close()
  rmSync(folder, { recursive: true })
})

test('every foreign key column has an index that begins with it', () => {
  const { db } = testHouse()
  const missing = db.$client
    .prepare<[], { name: string }>(tables)
    .all()
    .flatMap(({ name }) => {
      const firsts = db.$client
        .prepare<[], { column: string }>(
          `select ii.name as column from pragma_index_list('${name}') il, pragma_index_info(il.name) ii where ii.seqno = 0`,
        )
        .all()
        .map((row) => row.column)
      return db.$client
        .prepare<[], { from: string }>(`select "from" from pragma_foreign_key_list('${name}')`)
        .all()
        .filter((key) => !firsts.includes(key.from))
        .map((key) => `${name}.${key.from}`)
    })
  expect(missing).toEqual([])
})

test('the migrated database has the tables of the schema, column for column', async () => {
  const { db } = testHouse()
  const files = readdirSync('db').filter((file) => /^schema.*\.ts$/.test(file))
  const modules: Record<string, unknown>[] = await Promise.all(
    files.map((file) => import(`./schema${file.slice('schema'.length, -'.ts'.length)}.ts`)),
  )
  const described = modules.flatMap((module) => Object.values(module)).filter((table) => is(table, SQLiteTable))
  expect(described.length).toBeGreaterThan(12)
  for (const table of described) {
    const { name, columns } = getTableConfig(table)
    const found = db.$client
      .prepare<[string], { name: string; notnull: number }>('select name, "notnull" from pragma_table_info(?)')
      .all(name)
    const wanted = columns.map((column) => ({ name: column.name, notnull: column.notNull ? 1 : 0 }))
    expect({ name, columns: found.toSorted(byName) }).toEqual({ name, columns: wanted.toSorted(byName) })
  }
})

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1)

test('a migrated database has nothing pending, one that lacks the newest has', () => {
  const { db } = testHouse()
  expect(pending(db)).toBe(0)
  db.$client.exec(
    'delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)',
  )
  expect(pending(db)).toBe(1)
})
