import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { createTranslator } from 'next-intl'
import type { RefusedOpinion } from '@/core/rounds/second-opinion'
import { fold } from '@/core/text/fold'
import * as rounds from '@/db/rounds'
import { bring } from '@/db/second-opinions'
import { readSecondOpinions } from '@/formats/second-opinions'
import messages from '@/messages/en.json'
import { command, openHouse, projectNamed, Refused } from './house'

type Options = { readonly round: string; readonly data?: string; readonly json?: boolean }

/** `opinions PROJECT FILE --round NAME`: codings from elsewhere become those of a coder of the round; refused rows are named by file and line, and the command fails for them. */
export function registerSecondOpinions(program: Command): void {
  command(program, 'opinions <project> <file>')
    .description('bring codings from a CSV (interview, start, end, code, coder; code points) into an open round')
    .requiredOption('--round <name>', 'an open round of the project')
    .option('--json', 'answer as JSON')
    .action(async (project: string, file: string, options: Options) => {
      const access = projectNamed(openHouse(options.data), project)
      const round = rounds
        .list(access)
        .find((one) => one.id === options.round || fold(one.name) === fold(options.round))
      if (!round) throw new Refused(`There is no round “${options.round}” in this project.`)
      const bytes = await readFile(file).catch(() => {
        throw new Refused(`The file ${file} cannot be read.`)
      })
      const reading = readSecondOpinions(file, bytes)
      if ('refused' in reading) {
        const said = createTranslator({ locale: 'en', messages, namespace: 'note' })
        throw new Refused(said(reading.refused.key, reading.refused.values))
      }
      const { refused, ...brought } = bring(access, round.id, reading.value.rows)
      const all = [...reading.value.refused, ...refused].toSorted((a, b) => a.line - b.line)
      if (options.json) process.stdout.write(`${JSON.stringify({ ...brought, refused: all })}\n`)
      else process.stdout.write(`${brought.added} added, ${brought.known} there already, ${all.length} refused\n`)
      for (const one of all) process.stderr.write(`${file}:${one.line}: ${why(one)}\n`)
      if (all.length > 0) process.exitCode = 1
    })
}

function why({ fault, value }: RefusedOpinion): string {
  return createTranslator({ locale: 'en', messages, namespace: 'opinions.fault' })(fault, { value })
}
