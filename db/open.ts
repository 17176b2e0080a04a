import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import * as schema from './schema'

/** The handle of the house; `$client` is the better-sqlite3 connection under it. */
export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database }

/**
 * Opens the database file, or an in-memory one for ':memory:'. It does not migrate.
 * WAL with synchronous=FULL: what was acknowledged survives a power cut.
 */
export function open(file: string): Db {
  const fresh = file !== ':memory:' && !existsSync(file)
  const client = new Database(file)
  if (fresh) chmodSync(file, 0o600)
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  client.pragma('busy_timeout = 5000')
  client.pragma('cache_size = -65536')
  client.pragma('mmap_size = 268435456')
  return drizzle(client, { schema })
}

/** The data folder: INTERLINEAR_DATA, or ./data beside the program. */
export function dataFolder(): string {
  return process.env.INTERLINEAR_DATA || join(process.cwd(), 'data')
}

/** The path of the database inside a data folder; makes the folder (mode 700) when it is missing. */
export function databaseFile(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return join(folder, 'interlinear.sqlite')
}

declare global {
  var interlinearDb: { file: string; db: Db } | undefined
}

/** The one handle of this process, opened at first use (a build imports every route and must not open anything). */
export function handle(): Db {
  const file = databaseFile(dataFolder())
  if (globalThis.interlinearDb?.file !== file) globalThis.interlinearDb = { file, db: open(file) }
  return globalThis.interlinearDb.db
}
