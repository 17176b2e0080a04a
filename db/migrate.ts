import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { migrate as run } from 'drizzle-orm/better-sqlite3/migrator'
import type { Db } from './open'

/** The folder of generated migrations, beside the program. */
export const migrationsFolder = join(process.cwd(), 'db', 'migrations')

/**
 * Brings a database to the newest schema. Foreign keys are switched off on the connection around it, because a generated
 * migration rebuilds tables and inside its transaction the pragma does nothing: every ON DELETE CASCADE would fire.
 * Throws when a row is left without its parent.
 */
export function migrate(db: Db, folder: string = migrationsFolder): void {
  db.$client.pragma('foreign_keys = OFF')
  try {
    run(db, { migrationsFolder: folder })
    const broken = db.$client.pragma('foreign_key_check')
    if (Array.isArray(broken) && broken.length > 0)
      throw new Error(
        `Migration left ${broken.length} rows without their parent: ${JSON.stringify(broken.slice(0, 5))}`,
      )
  } finally {
    db.$client.pragma('foreign_keys = ON')
  }
}

/** How many migrations of the folder a database has not seen; 0 for an empty database, which has nothing to lose. */
export function pending(db: Db, folder: string = migrationsFolder): number {
  const began = db.$client.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get()
  if (began === undefined) return 0
  const done = Number(db.$client.prepare('select count(*) from __drizzle_migrations').pluck().get())
  return Math.max(
    0,
    readdirSync(/* turbopackIgnore: true */ folder).filter((file) => file.endsWith('.sql')).length - done,
  )
}
