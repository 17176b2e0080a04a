import {
  AGREEMENT,
  at,
  PAIRABLE,
  part,
  prevalences,
  ratingsLayout,
  ratingsTallies,
  summed,
  total,
} from '../ratings-tally'
import { beyondChance, none, type Result } from '../result'
import type { Ratings } from '../study'
import { acceptsRatings, ratingsMeasure } from './from-ratings'
import { errorByUnits } from './unit-error'

/**
 * Fleiss' kappa (Fleiss 1971), in Gwet's form (2014) where values are missing: observed agreement is the mean over pairable
 * units, expected agreement sum_k pi_k^2 over all units with a value. Without missing values it is Fleiss' own.
 */
export const fleissKappa = ratingsMeasure(
  { id: 'fleiss_kappa', name: "Fleiss' kappa", paper: 'Fleiss 1971; Gwet 2014' },
  (tally, study) => {
    const units = at(tally, PAIRABLE)
    if (units === 0) return none('no_pairable')
    const expected = total(prevalences(tally, study).map((p) => p * p))
    return beyondChance(at(tally, AGREEMENT) / units, expected, units)
  },
)

/** The standard error of Fleiss' kappa for the sampling of units (Gwet 2008, with pe_u = sum_k pi_k n_uk / r_u). */
export function fleissKappaError(study: Ratings): Result {
  return errorByUnits(study, fleissKappa, (unit, pi) => {
    let expected = 0
    for (let kind = 0; kind < unit.kinds; kind++) {
      expected += at(pi, at(unit.categories, kind)) * (at(unit.counts, kind) / unit.r)
    }
    return expected
  })
}

/**
 * Fleiss' kappa of each category (Fleiss 1971, formulas 19 to 21): (P_k - p_k) / (1 - p_k), where P_k is the chance that a
 * second value agrees when a first one of the same unit is k. Where values are missing, p_k and P_k are those of the
 * pairable units, a second value being drawn from the r_u - 1 others.
 */
export function fleissByCategory(study: Ratings): Result | ReadonlyMap<string, Result> {
  const accepted = acceptsRatings(study)
  if (accepted !== true) return none(accepted)
  const tally = summed(ratingsTallies(study))
  const { q, matches, totals } = ratingsLayout(study)
  const n = total(part(tally, totals, q))
  return new Map(
    study.categories.map((category, k): [string, Result] => {
      const given = at(tally, totals + k)
      if (given === 0) return [category, none('no_variation')]
      return [category, beyondChance(at(tally, matches + k) / given, given / n, at(tally, PAIRABLE))]
    }),
  )
}
