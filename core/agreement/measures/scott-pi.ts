import { at, ratingsLayout } from '../ratings-tally'
import { beyondChance, none } from '../result'
import { fleissKappa } from './fleiss-kappa'
import { ratingsMeasure } from './from-ratings'

/**
 * Scott's pi (Scott 1955): as Cohen's kappa over the units both coders valued, with chance from the mean of their margins.
 * For more than two coders its generalisation, Fleiss' kappa.
 */
export const scottPi = ratingsMeasure(
  { id: 'scott_pi', name: "Scott's pi", paper: 'Scott 1955', named: true },
  (tally, study) => {
    const { q, m, pairs } = ratingsLayout(study)
    if (m > 2) return fleissKappa.ofTally(tally, study)
    const n = at(tally, pairs)
    if (n === 0) return none('no_pairable')
    let expected = 0
    for (let k = 0; k < q; k++) expected += ((at(tally, pairs + 2 + k) + at(tally, pairs + 2 + q + k)) / (2 * n)) ** 2
    return beyondChance(at(tally, pairs + 1) / n, expected, n)
  },
)
