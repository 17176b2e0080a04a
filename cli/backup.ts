import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { backupFolder, copyTo, restore } from '@/db/backup'
import { dataFolder } from '@/db/open'
import { command, openHouse, Refused } from './house'

/** `backup`: a consistent copy of the whole database, also while the program serves, checked by opening it. `restore`: the way back. */
export function registerBackup(program: Command): void {
  command(program, 'backup <file>')
    .description('write a checked copy of everything to a new file')
    .action(async (file: string, options: { data?: string }) => {
      const target = resolve(file)
      if (existsSync(target)) throw new Refused(`“${file}” exists already. Name a new file.`)
      await copyTo(openHouse(options.data).db, target)
      console.log(`${target}: complete and sound.`)
    })
  command(program, 'restore <file>')
    .description('bring everything back to a backup; what is there now is kept as a backup first')
    .action(async (file: string, options: { data?: string }) => {
      const source = resolve(file)
      if (!existsSync(source)) throw new Refused(`There is no file “${file}”.`)
      const folder = backupFolder(resolve(options.data ?? dataFolder()))
      await restore(openHouse(options.data).db, folder, source, Date.now(), null)
      console.log(`Everything is as it was in ${source}. What was there is in ${folder}.`)
    })
}
