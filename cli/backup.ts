import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { open } from '@/db/open'
import { command, openHouse, Refused } from './house'

/** `backup`: a consistent copy of the whole database, also while the program serves, checked by opening it. */
export function registerBackup(program: Command): void {
  command(program, 'backup <file>')
    .description('write a checked copy of everything to a new file')
    .action(async (file: string, options: { data?: string }) => {
      const target = resolve(file)
      if (existsSync(target)) throw new Refused(`“${file}” exists already. Name a new file.`)
      await openHouse(options.data).db.$client.backup(target)
      const copy = open(target)
      const state = copy.$client.pragma('integrity_check', { simple: true })
      copy.$client.close()
      if (state !== 'ok') throw new Refused(`The copy is damaged: ${state}`)
      console.log(`${target}: complete and sound.`)
    })
}
