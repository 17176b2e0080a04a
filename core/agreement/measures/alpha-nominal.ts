import { at, PAIRABLE, part, ratingsLayout, ratingsTallies, summed, total } from '../ratings-tally'
import { figure, none, oneMinusRatio, type Result } from '../result'
import type { Ratings } from '../study'
import { acceptsRatings, eachUnit, ratingsMeasure } from './from-ratings'

/**
 * Krippendorff's alpha for nominal data with missing values (Krippendorff 2019, section 12.3): 1 - D_o / D_e over the
 * coincidences of pairable values, D_o = 1 - sum_c o_cc / n and D_e = 1 - sum_c n_c (n_c - 1) / (n (n - 1)). `observed` and
 * `expected` of the figure are these disagreements. With a single value it is undefined: reliability without variation is
 * indeterminate.
 */
export const alphaNominal = ratingsMeasure(
  { id: 'alpha_nominal', name: "Krippendorff's alpha", paper: 'Krippendorff 2004, 2019; Hayes & Krippendorff 2007' },
  (tally, study) => {
    const { q, matches, totals } = ratingsLayout(study)
    const n = total(part(tally, totals, q))
    if (n === 0) return none('no_pairable')
    let same = 0
    let kinds = 0
    for (let k = 0; k < q; k++) {
      const count = at(tally, totals + k)
      same += count * (count - 1)
      if (count > 0) kinds++
    }
    if (kinds < 2) return none('no_variation')
    const observed = 1 - total(part(tally, matches, q)) / n
    return oneMinusRatio(observed, 1 - same / (n * (n - 1)), at(tally, PAIRABLE))
  },
)

/** Alpha of each value against all others, from the same coincidences (Krippendorff 2019, section 12.3.5). */
export function alphaByCategory(study: Ratings): Result | ReadonlyMap<string, Result> {
  const accepted = acceptsRatings(study)
  if (accepted !== true) return none(accepted)
  const tally = summed(ratingsTallies(study))
  const { q, matches, totals } = ratingsLayout(study)
  const n = total(part(tally, totals, q))
  return new Map(
    study.categories.map((category, k): [string, Result] => {
      const count = at(tally, totals + k)
      const observed = (2 * (count - at(tally, matches + k))) / n
      return [category, oneMinusRatio(observed, (2 * count * (n - count)) / (n * (n - 1)), at(tally, PAIRABLE))]
    }),
  )
}

/**
 * The standard error of nominal alpha for the sampling of units (Gwet, "On Krippendorff's alpha coefficient", 2011/2015).
 * With r the mean number of values of the N pairable units, alpha' = (p' - p_e) / (1 - p_e) before the small-sample term,
 * each unit contributes its own agreement and expected agreement, both centred for its number of values; the variance is
 * that of their linear combination over N (N - 1).
 */
export function alphaNominalError(study: Ratings): Result {
  const alpha = alphaNominal.compute(study)
  if (alpha.value === null) return alpha
  const tally = summed(ratingsTallies(study))
  const { q, matches, totals } = ratingsLayout(study)
  const units = at(tally, PAIRABLE)
  if (units < 2) return none('no_variation')
  const n = total(part(tally, totals, q))
  const mean = n / units
  const pi = part(tally, totals, q).map((count) => count / n)
  const observed = total(part(tally, matches, q)) / n
  const expected = total(pi.map((p) => p * p))
  const prime = (observed - expected) / (1 - expected)
  // Centred on the agreement with its small-sample term, as the published errors are.
  const centre = (1 - 1 / n) * observed + 1 / n
  let squares = 0
  eachUnit(study, (unit) => {
    if (unit.r < 2) return
    const excess = (unit.r - mean) / mean
    let chance = 0
    for (let kind = 0; kind < unit.kinds; kind++) chance += at(pi, at(unit.categories, kind)) * at(unit.counts, kind)
    const agreement = (unit.agreement * unit.r) / mean - centre * excess
    const pe = chance / mean - expected * excess
    const x = (agreement - expected - 2 * (1 - prime) * (pe - expected)) / (1 - expected)
    squares += unit.weight * (x - prime) ** 2
  })
  return figure(Math.sqrt(squares / (units * (units - 1))), units)
}
