import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Door } from '@/db/access'
import { backupFolder, copyAtOnce, newBackup, prune } from '@/db/backup'
import { first } from '@/db/invitations'
import { backupsKept } from '@/db/keep-backups'
import { pending } from '@/db/migrate'
import { databaseFile, dataFolder, open } from '@/db/open'
import { all } from '@/db/projects'
import { anybody } from '@/db/users'
import { command, openHouse } from './house'

const secretFile = (folder: string): string => join(folder, 'secret')

function makeSecret(folder: string): void {
  const file = secretFile(folder)
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  chmodSync(file, 0o600)
}

function backUpBeforeMigration(file: string, folder: string): void {
  const db = open(file)
  const keep = backupsKept()
  if (keep > 0 && pending(db) > 0) {
    copyAtOnce(db, newBackup(backupFolder(folder), 'migration', Date.now()))
    prune(backupFolder(folder), 'migration', keep)
  }
  db.$client.close()
}

// Only the very first start needs the sample's passages.
async function loadSample(at: Door): Promise<void> {
  const { loadUnowned } = await import('@/sample/load')
  const { progressOn } = await import('./sample')
  loadUnowned(at, { progress: progressOn(process.stdout) })
}

/** `prepare`: data folder, secret, migrations; in a new house the sample study, unless INTERLINEAR_SAMPLE is `off`. `welcome`: the one-time link, while nobody has an account. */
export function registerPrepare(program: Command): void {
  command(program, 'prepare')
    .description('make the data folder ready for serving')
    .action(async (options: { data?: string }) => {
      const folder = resolve(options.data ?? dataFolder())
      const file = databaseFile(folder)
      if (existsSync(file)) backUpBeforeMigration(file, folder)
      const at = openHouse(options.data)
      // The secret comes last: a first start that was stopped before its end is still the first.
      const first = !existsSync(secretFile(folder)) && !anybody(at) && all(at).length === 0
      if (first && process.env.INTERLINEAR_SAMPLE !== 'off') await loadSample(at)
      makeSecret(folder)
    })
  command(program, 'welcome')
    .description('print the one-time link of the first account')
    .requiredOption('--address <url>', 'where the program is reached')
    .action((options: { data?: string; address: string }) => {
      const at = openHouse(options.data)
      if (!anybody(at)) console.log(`Make the first account here (works once): ${options.address}/welcome/${first(at)}`)
    })
}
