import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { archive, restoreArchive } from '@/db/archive'
import { whole } from '@/db/exchange-export'
import { turns } from '@/db/exchange-turns'
import * as exporting from '@/db/exporting'
import * as projects from '@/db/projects'
import { Refusal } from '@/db/refusal'
import { readArchive, writeArchive } from '@/formats/archive'
import { type ProjectFormat, projectFormats, writeProject } from '@/formats/project-file'
import { qdpxVariants } from '@/formats/qdpx/write'
import messages from '@/messages/en.json'
import { command, openHouse, personOf, projectNamed, Refused } from './house'

type Options = { data?: string; format: string; out: string; variant: string; raw?: boolean }

/** `export PROJECT --format …` and `unarchive FILE`. */
export function registerExport(program: Command): void {
  command(program, 'export <project>')
    .description('write a whole project as a file')
    .requiredOption('--format <format>', `one of ${projectFormats.join(', ')}, archive`)
    .requiredOption('-o, --out <file>', 'the file to write')
    .option('--variant <variant>', `for whom a .qdpx is: ${qdpxVariants.join(', ')}`, 'standard')
    .option('--raw', 'with the names that the project masks')
    .action(async (name: string, options: Options) => {
      const asking = projectNamed(openHouse(options.data), name)
      const raw = options.raw ?? false
      if (options.format === 'archive' && exporting.masksFiles(asking) && !raw) throw new Refusal('archiveHoldsNames')
      const access = exporting.forExport(asking, raw)
      if (options.format === 'archive') return writeFile(options.out, writeArchive(archive(asking)))
      const format: ProjectFormat | undefined = projectFormats.find((one) => one === options.format)
      const variant = qdpxVariants.find((one) => one === options.variant)
      if (!format)
        throw new Refused(`There is no format “${options.format}”; choose ${projectFormats.join(', ')}, archive.`)
      if (!variant) throw new Refused(`There is no variant “${options.variant}”; choose ${qdpxVariants.join(', ')}.`)
      if (!raw) exporting.mustBeDecided(asking)
      const notice = projects.get(access).composed ? messages.shell.composed : null
      const what = { project: whole(access), turns: turns(access), variant, notice, language: 'en-GB' }
      await writeFile(options.out, (await writeProject(format, what)).bytes)
    })
  command(program, 'unarchive <file>')
    .description('make a project of an archive, history included')
    .option('--owner <email>', 'whose project it is (default: the first administrator)')
    .action(async (file: string, options: { data?: string; owner?: string }) => {
      const reading = readArchive(file, await readFile(file))
      if ('refused' in reading) throw new Refused(`“${file}” is no archive of a project, or it is damaged.`)
      console.log(restoreArchive(personOf(openHouse(options.data), options.owner), reading.value).projectId)
    })
}
