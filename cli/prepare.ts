import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { first } from '@/db/invitations'
import { dataFolder } from '@/db/open'
import { anybody } from '@/db/users'
import { command, openHouse } from './house'

function makeSecret(folder: string): void {
  const file = join(folder, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  chmodSync(file, 0o600)
}

/** `prepare`: data folder, secret, migrations. `welcome`: the one-time link, while nobody has an account. */
export function registerPrepare(program: Command): void {
  command(program, 'prepare')
    .description('make the data folder ready for serving')
    .action((options: { data?: string }) => {
      openHouse(options.data)
      makeSecret(resolve(options.data ?? dataFolder()))
    })
  command(program, 'welcome')
    .description('print the one-time link of the first account')
    .requiredOption('--address <url>', 'where the program is reached')
    .action((options: { data?: string; address: string }) => {
      const at = openHouse(options.data)
      if (!anybody(at)) console.log(`Make the first account here (works once): ${options.address}/welcome/${first(at)}`)
    })
}
