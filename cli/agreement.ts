import { readFile } from 'node:fs/promises'
import { prettifyError, ZodError } from 'zod'
import { pooledKappa } from '@/core/agreement/measures/pooled-kappa'
import { boundarySimilarity, pK, usualWindow, windowDiff } from '@/core/agreement/measures/segmentation'
import { none } from '@/core/agreement/result'
import { type Answer, type Printout, printout } from './answer'
import { askedOf, continuaAnswer, continuaAnswers } from './continua-answers'
import { bootstrapAnswers, ratingsAnswers } from './ratings-answers'
import { Refused } from './refused'
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
