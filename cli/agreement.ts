import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { prettifyError, ZodError } from 'zod'
import { unitKinds } from '@/core/agreement/material'
import { continuaMeasures, otherContinuaMeasures, ratingsMeasures } from '@/core/agreement/measures'
import { pooledKappa } from '@/core/agreement/measures/pooled-kappa'
import { boundarySimilarity, pK, usualWindow, windowDiff } from '@/core/agreement/measures/segmentation'
import { none } from '@/core/agreement/result'
import { type Answer, type Printed, type Printout, printout } from './answer'
import { askedOf, continuaAnswer, continuaAnswers } from './continua-answers'
import { command, openHouse, projectNamed } from './house'
import { bootstrapAnswers, ratingsAnswers } from './ratings-answers'
import { Refused } from './refused'
import { agreementOfRound, studyOfRound } from './round'
import { type FiledStudy, readStudyFile, type StudyFile } from './study-file'

/** The measures asked of a file, or all that can be answered from its kind of data when it names none. */
function namesOf({ measures, study }: StudyFile): readonly string[] {
  if (measures.length > 0) return measures
  switch (study.kind) {
    case 'continua':
      return [...Object.keys(continuaAnswers), 'gamma', 'gamma_observed_disorder', 'gamma_cat', 'gamma_k']
    case 'boundaries':
      return ['window_diff', 'p_k', 'boundary_similarity']
    case 'kappa_tables':
      return ['pooled_kappa']
    default:
      return Object.keys(ratingsAnswers)
  }
}

function answersOf(file: StudyFile): Iterable<readonly [string, Answer]> {
  const { study } = file
  const names = namesOf(file)
  if (study.kind === 'bootstrap') {
    const drawn = new Map(bootstrapAnswers(study.ratings))
    for (const name of names) if (!drawn.has(name)) drawn.set(name, ratingsAnswer(study, name))
    return drawn
  }
  if (study.kind === 'continua') {
    const asked = askedOf(study.texts)
    // Published disorders come with the number of unitary alignments, which nobody asks for by name.
    const more = names.includes('gamma_observed_disorder') ? ['gamma_unitary_alignments'] : []
    return [...names, ...more].map((name) => [name, continuaAnswer(asked, name)])
  }
  return names.map((name) => [name, ratingsAnswer(study, name)])
}

function ratingsAnswer(study: FiledStudy, name: string): Answer {
  switch (study.kind) {
    case 'ratings':
    case 'bootstrap':
      return Object.hasOwn(ratingsAnswers, name)
        ? (ratingsAnswers[name]?.(study.ratings) ?? none('not_applicable'))
        : none('not_applicable')
    case 'kappa_tables':
      return name === 'pooled_kappa' ? pooledKappa(study.tables) : none('not_applicable')
    case 'boundaries': {
      const k = study.k ?? usualWindow(study.a)
      if (name === 'window_diff') return windowDiff(study.a, study.b, k)
      if (name === 'p_k') return pK(study.a, study.b, k)
      return name === 'boundary_similarity' ? boundarySimilarity(study.a, study.b, study.nt) : none('not_applicable')
    }
    default:
      return none('not_applicable')
  }
}

/**
 * Computes what a study file asks: values by the file's own names, and the reason for every null by its path. Throws Refused
 * when the file cannot be read or is not of the shape.
 */
export async function agreementOfStudyFile(path: string): Promise<Printout> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Refused(`The file ${path} cannot be read.`)
  })
  return printout(answersOf(studyIn(text, path)))
}

function studyIn(text: string, path: string): StudyFile {
  try {
    return readStudyFile(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refused(`${path} is not JSON: ${error.message}`)
    if (error instanceof ZodError) throw new Refused(`${path} is not a study file:\n${prettifyError(error)}`)
    throw error
  }
}

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
  const asked = { measure: options.measure, unit, withInterviewer: options.withoutInterviewer !== true }
  const printed = agreementOfRound(access, options.round, asked)
  if (options.json) return JSON.stringify(printed)
  return Object.entries({ ...printed.by_code, ...printed.by_group })
    .map(([code, { value, reason, interval }]) =>
      [code, value ?? '-', interval ? `[${interval.low}, ${interval.high}]` : (reason ?? '')].join('\t').trimEnd(),
    )
    .join('\n')
}
