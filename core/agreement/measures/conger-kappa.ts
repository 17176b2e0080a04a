import { AGREEMENT, at, PAIRABLE, part, ratingsLayout, total } from '../ratings-tally'
import { beyondChance, none } from '../result'
import { ratingsMeasure } from './from-ratings'

/**
 * Conger's kappa (Conger 1980): several coders, chance from each coder's own distribution p_gk over the units that coder
 * valued; p_e = sum_k (mean_g p_gk ^2 - s_k^2 / m), s_k^2 being the variance over coders with divisor m - 1. Coders who
 * gave no value do not count. For two coders and complete data it is Cohen's kappa.
 */
export const congerKappa = ratingsMeasure(
  { id: 'conger_kappa', name: "Conger's kappa", paper: 'Conger 1980; Gwet 2014', named: true },
  (tally, study) => {
    const { q, m, byCoder } = ratingsLayout(study)
    const units = at(tally, PAIRABLE)
    if (units === 0) return none('no_pairable')
    const distributions: Float64Array[] = []
    for (let coder = 0; coder < m; coder++) {
      const own = part(tally, byCoder + coder * q, q)
      const n = total(own)
      if (n > 0) distributions.push(own.map((count) => count / n))
    }
    const coders = distributions.length
    let expected = 0
    for (let k = 0; k < q; k++) {
      const shares = distributions.map((distribution) => at(distribution, k))
      const mean = total(shares) / coders
      const variance = total(shares.map((share) => (share - mean) ** 2)) / (coders - 1)
      expected += mean * mean - variance / coders
    }
    return beyondChance(at(tally, AGREEMENT) / units, expected, units)
  },
)
