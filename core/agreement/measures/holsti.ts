import type { RatingsMeasure } from '../measure'
import { at, PAIRABLE, pairIndex, part, ratingsLayout, ratingsTallies, summed, total } from '../ratings-tally'
import { figure, none, type Reason, type Result } from '../result'
import type { Ratings } from '../study'

/**
 * Holsti's coefficient (Holsti 1969): 2 A / (N1 + N2), with A the units on which two coders agree and N_i all values coder i
 * gave, also on units the other left out; for more coders the mean over pairs that gave any value. Needs no pairable unit:
 * two coders who valued different units have 0. Anonymous counts have it only when no value is missing, when every pair's
 * mean is the mean over units.
 */
export const holsti: RatingsMeasure = {
  id: 'holsti',
  name: "Holsti's coefficient",
  paper: 'Holsti 1969',
  accepts,
  ofTally,
  compute: (study) => {
    const accepted = accepts(study)
    return accepted === true ? ofTally(summed(ratingsTallies(study)), study) : none(accepted)
  },
}

function accepts(study: Ratings): true | Reason {
  if (!study.values.some((value) => value >= 0)) return 'empty'
  if (study.coders.length < 2) return 'one_coder'
  return study.anonymous && study.values.some((value) => value < 0) ? 'not_applicable' : true
}

function ofTally(tally: Float64Array, study: Ratings): Result {
  const layout = ratingsLayout(study)
  const { q, m } = layout
  const units = at(tally, PAIRABLE)
  if (study.anonymous) return units > 0 ? figure(at(tally, 1) / units, units) : none('no_pairable')
  let sum = 0
  let pairs = 0
  for (let a = 0; a < m; a++) {
    for (let b = a + 1; b < m; b++) {
      const decisions = total(part(tally, layout.byCoder + a * q, q)) + total(part(tally, layout.byCoder + b * q, q))
      if (decisions === 0) continue
      sum += (2 * at(tally, layout.pairs + pairIndex(a, b, m) * layout.pairSize + 1)) / decisions
      pairs++
    }
  }
  return pairs > 0 ? figure(sum / pairs, units) : none('no_pairable')
}
