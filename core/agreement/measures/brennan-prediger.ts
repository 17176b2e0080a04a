import { AGREEMENT, at, PAIRABLE } from '../ratings-tally'
import { beyondChance, none, type Result } from '../result'
import type { Ratings } from '../study'
import { ratingsMeasure } from './from-ratings'
import { errorByUnits } from './unit-error'

/**
 * Brennan and Prediger's kappa (1981): chance is 1 / q for q declared categories, used or not. The same as Bennett's S for
 * two coders and Randolph's free-marginal kappa for more. Fewer than two categories leave nothing to choose from.
 */
export const brennanPrediger = ratingsMeasure(
  { id: 'brennan_prediger', name: "Brennan and Prediger's kappa", paper: 'Brennan & Prediger 1981; Randolph 2005' },
  (tally, study) => {
    const units = at(tally, PAIRABLE)
    if (units === 0) return none('no_pairable')
    if (study.categories.length < 2) return none('no_variation')
    return beyondChance(at(tally, AGREEMENT) / units, 1 / study.categories.length, units)
  },
)

/** The standard error of Brennan and Prediger's kappa for the sampling of units (Gwet 2008, with pe_u = 1 / q). */
export function brennanPredigerError(study: Ratings): Result {
  return errorByUnits(study, brennanPrediger, () => 1 / study.categories.length)
}
