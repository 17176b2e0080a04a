import type { RatingsMeasure } from '../measure'
import { prevalences, ratingsTallies, summed, total } from '../ratings-tally'
import { figure, none, type Result } from '../result'
import type { Ratings } from '../study'
import { eachUnit, type Unit } from './from-ratings'

/**
 * The standard error of a chance-corrected agreement under sampling of units (Gwet 2008, section 5; 2014, chapter 5), for a
 * population much larger than the sample. With n units that have a value and n' pairable ones, each unit contributes
 * x_u = g_u - 2 (1 - kappa) (pe_u - p_e) / (1 - p_e), where g_u = (n / n') (P_u - p_e) / (1 - p_e), or 0 when it has a single
 * value; the variance is sum (x_u - kappa)^2 / (n (n - 1)). `expectedOf` is the measure's pe_u, given the prevalences pi_k.
 */
export function errorByUnits(
  study: Ratings,
  measure: RatingsMeasure,
  expectedOf: (unit: Unit, pi: Float64Array) => number,
): Result {
  const kappa = measure.compute(study)
  if (kappa.value === null) return kappa
  const pi = prevalences(summed(ratingsTallies(study)), study)
  const expected = kappa.expected ?? 0
  let [n, pairable] = [0, 0]
  eachUnit(study, (unit) => {
    n += unit.weight
    if (unit.r > 1) pairable += unit.weight
  })
  if (n < 2) return none('no_variation')
  const { value } = kappa
  let squares = 0
  eachUnit(study, (unit) => {
    const g = unit.r > 1 ? ((n / pairable) * (unit.agreement - expected)) / (1 - expected) : 0
    const x = g - (2 * (1 - value) * (expectedOf(unit, pi) - expected)) / (1 - expected)
    squares += unit.weight * (x - value) ** 2
  })
  return figure(Math.sqrt(squares / (n * (n - 1))), n)
}

/** sum_k pi_k (1 - pi_k), the variation AC1 takes chance from. */
export function variation(pi: Float64Array): number {
  return total(pi.map((p) => p * (1 - p)))
}
