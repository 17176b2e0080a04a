import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import type { Account } from './access'
import { migrate } from './migrate'
import { type Db, open } from './open'
import { Forbidden, NotFound, Refusal } from './refusal'
import { events, projects } from './schema'

/** Why a backup was made: by the clock, before a migration, before another was brought back, or because somebody asked. */
export const backupKinds = ['daily', 'migration', 'restore', 'asked'] as const
export type BackupKind = (typeof backupKinds)[number]

/** A backup in the folder; `at` in milliseconds since 1970, `bytes` its size. */
export type Backup = {
  readonly file: string
  readonly kind: BackupKind
  readonly at: number
  readonly bytes: number
}

const DAY = 24 * 3_600_000
const NAME = /^(daily|migration|restore|asked)-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z\.sqlite$/u

/** Where the backups of a data folder are kept. */
export function backupFolder(dataFolder: string): string {
  return join(dataFolder, 'backups')
}

/** The backups of a folder, the newest first; files of other names are none of ours. */
export function list(folder: string): readonly Backup[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((file) => {
      const [, kind, day, h, m, s, ms] = NAME.exec(file) ?? []
      const known = backupKinds.find((one) => one === kind)
      if (!known) return []
      return [
        { file, kind: known, at: Date.parse(`${day}T${h}:${m}:${s}.${ms}Z`), bytes: statSync(join(folder, file)).size },
      ]
    })
    .toSorted((a, b) => b.at - a.at)
}

/**
 * Writes a consistent copy to a new file while the program serves, opens and checks it, and only then gives it its name.
 * Throws what the disk throws, and Error for a copy that is not sound; then there is no file.
 */
export async function copyTo(db: Db, target: string): Promise<void> {
  const draft = `${target}.part`
  try {
    await db.$client.backup(draft)
    finish(draft, target)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** As `copyTo`, in one go: for the moment before a migration, when nobody is served. */
export function copyAtOnce(db: Db, target: string): void {
  const draft = `${target}.part`
  try {
    rmSync(draft, { force: true })
    db.$client.prepare('vacuum into ?').run(draft)
    finish(draft, target)
  } finally {
    rmSync(draft, { force: true })
  }
}

function finish(draft: string, target: string): void {
  chmodSync(draft, 0o600)
  const fault = unsound(draft)
  if (fault !== null) throw new Error(`The backup is not sound: ${fault}`)
  renameSync(draft, target)
}

/** Null when a file is a whole database of ours, else what is wrong with it. Opens it for reading only. */
export function unsound(file: string): string | null {
  let client: Database.Database | undefined
  try {
    client = new Database(file, { readonly: true, fileMustExist: true })
    const whole = client.pragma('integrity_check', { simple: true })
    if (whole !== 'ok') return String(whole)
    const orphans = client.pragma('foreign_key_check')
    if (Array.isArray(orphans) && orphans.length > 0) return `${orphans.length} rows without their parent`
    const ours = client
      .prepare("select count(*) from sqlite_master where name in ('projects', 'codings')")
      .pluck()
      .get()
    return ours === 2 ? null : 'no database of Interlinear'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    client?.close()
  }
}

/** The path of a new backup of a kind in a folder, which is made (mode 700). */
export function newBackup(folder: string, kind: BackupKind, at: number): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return join(folder, `${kind}-${new Date(at).toISOString().replaceAll(/[:.]/gu, '-')}.sqlite`)
}

/** Deletes all but the newest `keep` backups of a kind. */
export function prune(folder: string, kind: BackupKind, keep: number): void {
  for (const old of list(folder)
    .filter((one) => one.kind === kind)
    .slice(keep))
    rmSync(join(folder, old.file), { force: true })
}

/** Makes the daily backup when the newest is a day old, and keeps the newest `keep`. Returns whether it made one. */
export async function daily(db: Db, folder: string, now: number, keep: number): Promise<boolean> {
  const newest = list(folder).find((one) => one.kind === 'daily')
  if (newest && now - newest.at < DAY) return false
  await copyTo(db, newBackup(folder, 'daily', now))
  prune(folder, 'daily', keep)
  return true
}

/**
 * Brings the whole house back to a backup, also while it is served: what was there is kept as a backup of kind `restore` first. A backup of an
 * older version is migrated before it is taken. Every project gets an event, so that nothing computed before is believed any more.
 * Throws Refusal `damagedBackup`; then nothing has changed.
 */
export async function restore(db: Db, folder: string, file: string, now: number, userId: string | null): Promise<void> {
  const source = newBackup(folder, 'restore', now).replace(/\.sqlite$/u, '.taken')
  try {
    if (!existsSync(file)) throw new NotFound()
    const fault = unsound(file)
    if (fault !== null) throw new Refusal('damagedBackup', { fault })
    const original = new Database(file, { readonly: true })
    await original.backup(source)
    original.close()
    const taken = open(source)
    migrate(taken)
    taken.$client.pragma('journal_mode = DELETE')
    await copyTo(db, newBackup(folder, 'restore', now))
    const last = lastEvent(db)
    await taken.$client.backup(db.$client.name)
    taken.$client.close()
    announce(db, last, now, userId)
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(source + end, { force: true })
  }
}

function lastEvent(db: Db): number {
  return (
    db
      .select({ seq: sql<number>`coalesce(max(${events.seq}), 0)` })
      .from(events)
      .get()?.seq ?? 0
  )
}

function announce(db: Db, last: number, at: number, userId: string | null): void {
  db.transaction(() => {
    const known = userId !== null && db.$client.prepare('select 1 from users where id = ?').get(userId) !== undefined
    let seq = Math.max(last, lastEvent(db))
    for (const { id } of db.select({ id: projects.id }).from(projects).all())
      db.insert(events)
        .values({ seq: ++seq, projectId: id, userId: known ? userId : null, at, kind: 'project.restore', subject: id })
        .run()
  })
}

/** What an administrator does with the backups of the house. Every function throws Forbidden for anybody else. */
export function byAdmin(who: Account, folder: string) {
  if (!who.admin) throw new Forbidden()
  const named = (file: string): string => {
    const known = list(folder).find((one) => one.file === file)
    if (!known) throw new NotFound()
    return join(folder, known.file)
  }
  return {
    list: () => list(folder),
    path: named,
    make: (now: number) => copyTo(who.db, newBackup(folder, 'asked', now)),
    restore: (file: string, now: number) => restore(who.db, folder, named(file), now, who.userId),
  }
}
