import { type Redrawn, redrawnContinua, redrawnRatings } from './bootstrap'
import { continuaLayout, continuaTallies, LENGTH } from './continua-tally'
import type { Choice, Material, Question } from './material'
import { continuaMeasures, otherContinuaMeasures, ratingsMeasures } from './measures'
import { at, part, ratingsLayout, ratingsTallies, summed, total } from './ratings-tally'
import { none, type Result } from './result'
import type { Continua, Ratings } from './study'
import { continuaStudy, overlapsInText, ratingsStudy, UNMARKED } from './study-of'

/** One figure to be had: a measure by its id, about a question, on a choice of units. It can be stored and sent to a worker. */
export type Asked = { readonly measure: string; readonly question: Question; readonly choice: Choice }

/**
 * A figure with what it must never be shown without: how much of the material is marked (the mean share of units, or of
 * characters, over coders; null when there is none), how many interviews two coders and more worked on, and in how many of
 * them anything was marked.
 */
export type Answered = {
  readonly result: Result
  readonly prevalence: number | null
  readonly interviews: number
  readonly marked: number
}

const isMeasure = (id: string) => (measure: { readonly id: string }) => measure.id === id

/** Computes what is asked. A measure of continua takes units to be characters; throws a RangeError for an unknown measure. */
export function answered(material: Material, { measure, question, choice }: Asked): Answered {
  const ofRatings = ratingsMeasures.find(isMeasure(measure))
  if (ofRatings) {
    const study = ratingsStudy(material, question, choice)
    if ('reason' in study) return { result: study, prevalence: null, ...counted(material, []) }
    return { result: ofRatings.compute(study), ...ratingsAround(material, study) }
  }
  const ofContinua = [...continuaMeasures, ...otherContinuaMeasures].find(isMeasure(measure))
  if (!ofContinua) throw new RangeError(`there is no measure ${measure}`)
  const study = continuaStudy(material, question, choice)
  const result = ofContinua.compute(study)
  const placed = result.value === null ? none(result.reason, overlapsInText(material, choice, result.overlaps)) : result
  return { result: placed, ...continuaAround(material, study) }
}

/** What is asked, ready to be drawn again by interview; null where there is no figure or its measure is no sum over interviews. */
export function redrawn(material: Material, { measure, question, choice }: Asked): Redrawn | null {
  const ofRatings = ratingsMeasures.find(isMeasure(measure))
  if (ofRatings) {
    const study = ratingsStudy(material, question, choice)
    return 'reason' in study || ofRatings.accepts(study) !== true ? null : redrawnRatings(ofRatings, study)
  }
  const ofContinua = continuaMeasures.find(isMeasure(measure))
  const study = continuaStudy(material, question, choice)
  return ofContinua && ofContinua.accepts(study) === true ? redrawnContinua(ofContinua, study) : null
}

function counted(material: Material, marked: readonly boolean[]) {
  const interviews = material.interviews.filter(({ coders }) => coders.length > 1).length
  return { interviews, marked: marked.filter(Boolean).length }
}

function ratingsAround(material: Material, study: Ratings) {
  const { q, totals } = ratingsLayout(study)
  const unmarked = study.categories.indexOf(UNMARKED)
  const shareOf = (tally: Float64Array) => {
    const given = total(part(tally, totals, q))
    return given > 0 ? 1 - at(tally, totals + unmarked) / given : null
  }
  const tallies = ratingsTallies(study)
  return {
    prevalence: shareOf(summed(tallies)),
    ...counted(
      material,
      tallies.map((tally) => (shareOf(tally) ?? 0) > 0),
    ),
  }
}

function continuaAround(material: Material, study: Continua) {
  const { q, own } = continuaLayout(study)
  const shareOf = (tally: Float64Array) => {
    const length = at(tally, LENGTH)
    return length > 0 ? total(part(tally, own, q)) / length : null
  }
  const { tallies } = continuaTallies(study)
  return {
    prevalence: shareOf(summed(tallies)),
    ...counted(
      material,
      tallies.map((tally) => (shareOf(tally) ?? 0) > 0),
    ),
  }
}
