import { continuaLayout, continuaTallies, SHARED } from '../continua-tally'
import { at, part, summed, total } from '../ratings-tally'
import { figure, none, oneMinusRatio, type Result } from '../result'
import type { Continua } from '../study'
import { continuaMeasure, refusedContinua } from './from-continua'

const paper = 'Krippendorff, Mathet, Bouvry & Widlöcher 2016; Krippendorff 2019, section 12.6'

/** Coincidences without the gap, by value: l*_c., l_cc, and the self-pairing corrections P^2 summed. */
function paired(tally: Float64Array, study: Continua) {
  const { q, own, same, toGap, pairedSquares } = continuaLayout(study)
  const gaps = part(tally, toGap, q)
  const margins = part(tally, own, q).map((length, k) => {
    const rest = length - at(gaps, k)
    // What is left of a value that only met gaps is rounding.
    return rest > 1e-9 * length ? rest : 0
  })
  return { margins, matched: part(tally, same, q), squares: part(tally, pairedSquares, q) }
}

/**
 * cu-alpha for nominal values: where two coders both marked, do they agree on the value? As u-alpha without the gap; a unit's
 * own length in the correction is its pairable length P, the mean over the other coders of what they marked of it. For two
 * coders this is the published form; for more, the mean is the one form of six tried that gives the book's .724.
 */
export const cuAlpha = continuaMeasure({ id: 'cu_alpha_nominal', name: 'cu-alpha', paper }, (tally, study) => {
  const { margins, matched, squares } = paired(tally, study)
  const length = total(margins)
  if (length === 0) return none('no_pairable')
  const kinds = margins.filter((margin) => margin > 0).length
  const pairs = length ** 2 - total(squares)
  if (kinds < 2 || pairs <= 0) return none('no_variation')
  const chance = length ** 2 - total(margins.map((margin) => margin * margin))
  return oneMinusRatio(1 - total(matched) / length, chance / pairs, at(tally, SHARED))
})

/**
 * (k)cu-alpha: when a coder gave value k to a stretch that another marked too, did the other give k? By value:
 * 1 - (eps*_.k / l*_.k) (l*_.k - l*_kk) / (eps*_.k - eps*_kk) over the coincidences of cu-alpha. A value that never meets
 * another coder's unit has no pairable stretch.
 */
export function kcuAlpha(study: Continua): Result | ReadonlyMap<string, Result> {
  const refused = refusedContinua(study)
  if (refused) return refused
  const tally = summed(continuaTallies(study).tallies)
  const { margins, matched, squares } = paired(tally, study)
  const length = total(margins)
  const pairs = length ** 2 - total(squares)
  return new Map(
    study.values.map((value, k): [string, Result] => {
      const margin = at(margins, k)
      if (margin === 0) return [value, none('no_pairable')]
      const expectedAll = length * margin - at(squares, k)
      const expectedOther = margin * (length - margin)
      if (expectedOther <= 1e-12 * length ** 2 || pairs <= 0) return [value, none('no_variation')]
      const ratio = (expectedAll / margin) * ((margin - at(matched, k)) / expectedOther)
      return [value, figure(1 - ratio, at(tally, SHARED))]
    }),
  )
}

/** How much of what coders marked with each value was marked by another coder too, l*_.k / l_.k: what (k)cu-alpha rests on. */
export function kcuCoverage(study: Continua): Result | ReadonlyMap<string, Result> {
  const refused = refusedContinua(study)
  if (refused) return refused
  const tally = summed(continuaTallies(study).tallies)
  const { own } = continuaLayout(study)
  const { margins } = paired(tally, study)
  return new Map(
    study.values.map((value, k): [string, Result] => {
      const length = at(tally, own + k)
      return [value, length > 0 ? figure(at(margins, k) / length, length) : none('empty')]
    }),
  )
}
