import { AGREEMENT, at, PAIRABLE, prevalences } from '../ratings-tally'
import { beyondChance, none, type Result } from '../result'
import type { Ratings } from '../study'
import { ratingsMeasure } from './from-ratings'
import { errorByUnits, variation } from './unit-error'

/**
 * Gwet's AC1 (Gwet 2008): chance is sum_k pi_k (1 - pi_k) / (q - 1) for q declared categories, pi_k as for Fleiss' kappa.
 * Defined also when only one of several categories was used; not when there is only one.
 */
export const gwetAC1 = ratingsMeasure(
  { id: 'gwet_ac1', name: "Gwet's AC1", paper: 'Gwet 2008, 2014' },
  (tally, study) => {
    const units = at(tally, PAIRABLE)
    if (units === 0) return none('no_pairable')
    const q = study.categories.length
    if (q < 2) return none('no_variation')
    return beyondChance(at(tally, AGREEMENT) / units, variation(prevalences(tally, study)) / (q - 1), units)
  },
)

/** The standard error of AC1 for the sampling of units (Gwet 2008, formula 21, generalised to several coders in 2014). */
export function gwetAC1Error(study: Ratings): Result {
  const q = study.categories.length
  return errorByUnits(study, gwetAC1, (unit, pi) => {
    let expected = 0
    for (let kind = 0; kind < unit.kinds; kind++) {
      expected += (1 - at(pi, at(unit.categories, kind))) * (at(unit.counts, kind) / unit.r)
    }
    return expected / (q - 1)
  })
}
