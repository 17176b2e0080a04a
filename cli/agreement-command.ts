import { type Command, Option } from 'commander'
import { unitKinds } from '@/core/agreement/material'
import { continuaMeasures, otherContinuaMeasures, ratingsMeasures } from '@/core/agreement/measures'
import { agreementOfStudyFile } from './agreement'
import type { Printed, Printout } from './answer'
import { command, openHouse, projectNamed } from './house'
import { Refused } from './refused'
import { agreementOfRound, studyOfRound } from './round'

function lines(name: string, value: Printed, reasons: Printout['reasons'], path = name): string[] {
  if (value === null) return [`${name}\t-\t${reasons[path] ?? ''}`.trimEnd()]
  if (typeof value === 'number') return [`${name}\t${value}`]
  return Object.entries(value).flatMap(([part, nested]) => lines(`${name}/${part}`, nested, reasons, `${path}/${part}`))
}

type Options = {
  readonly study?: string
  readonly round?: string
  readonly measure: string
  readonly unit: string
  readonly withoutInterviewer?: boolean
  readonly asStudy?: boolean
  readonly codebook?: string
  readonly json?: boolean
  readonly data?: string
}

/** Adds the command `agreement`: of a study file, or of a closed round of a project. */
export function registerAgreement(program: Command): void {
  command(program, 'agreement')
    .description('compute the agreement of the codings in a study file, or of a closed round of a project')
    .argument('[project]', 'the project of a round, by its name or id')
    .option('--study <file>', 'a JSON file with "data" and "measures"')
    .option('--round <name>', 'a closed round of the project')
    .option('--measure <name>', 'what a round is asked for', 'u_alpha_binary')
    .addOption(new Option('--unit <unit>', 'on which units').choices(unitKinds).default('character'))
    .option('--without-interviewer', "leave the interviewers' turns out")
    .option('--codebook <number>', 'under an earlier version of the codebook, by its number')
    .option('--as-study', 'print the round as a study file instead')
    .option('--json', 'print JSON')
    .action(async (project: string | undefined, options: Options) => {
      const text = project === undefined ? await ofStudy(options) : ofRound(project, options)
      process.stdout.write(`${text}\n`)
    })
}

async function ofStudy({ study, json }: Options): Promise<string> {
  if (study === undefined) throw new Refused('Name a study file with --study, or a project and its --round.')
  const { values, reasons } = await agreementOfStudyFile(study)
  if (json) return JSON.stringify({ values, reasons })
  return Object.entries(values)
    .flatMap(([name, value]) => lines(name, value, reasons))
    .join('\n')
}

function ofRound(project: string, options: Options): string {
  if (options.round === undefined) throw new Refused('Name a round of the project with --round.')
  const access = projectNamed(openHouse(options.data), project)
  if (options.asStudy) return JSON.stringify(studyOfRound(access, options.round))
  const unit = unitKinds.find((kind) => kind === options.unit) ?? 'character'
  const known = [...ratingsMeasures, ...continuaMeasures, ...otherContinuaMeasures].map(({ id }) => id)
  if (!known.includes(options.measure))
    throw new Refused(`There is no measure “${options.measure}”: ${known.join(', ')}.`)
  const codebook = options.codebook === undefined ? undefined : Number(options.codebook)
  if (codebook !== undefined && !Number.isInteger(codebook))
    throw new Refused(`“${options.codebook}” is no number of a version of the codebook.`)
  const asked = { codebook, measure: options.measure, unit, withInterviewer: options.withoutInterviewer !== true }
  const printed = agreementOfRound(access, options.round, asked)
  if (options.json) return JSON.stringify(printed)
  return Object.entries({ ...printed.by_code, ...printed.by_group })
    .map(([code, { value, reason, interval }]) =>
      [code, value ?? '-', interval ? `[${interval.low}, ${interval.high}]` : (reason ?? '')].join('\t').trimEnd(),
    )
    .join('\n')
}
