import { AGREEMENT, at, PAIRABLE, part, ratingsLayout, total, UNANIMOUS } from '../ratings-tally'
import { figure, none } from '../result'
import { ratingsMeasure } from './from-ratings'

const paper = 'Fleiss 1971; Krippendorff 2004; Gwet 2014'

/**
 * Percent agreement as the mean over pairable units of P_u = sum_k n_uk (n_uk - 1) / (r_u (r_u - 1)), the share of pairs of
 * coders who agree on the unit (Fleiss 1971, P-bar; irrCAC's `pa`; ReCal's mean over pairs when no value is missing).
 */
export const percentAgreement = ratingsMeasure(
  { id: 'percent_agreement', name: 'Percent agreement', paper },
  (tally) => {
    const units = at(tally, PAIRABLE)
    return units > 0 ? figure(at(tally, AGREEMENT) / units, units) : none('no_pairable')
  },
)

/**
 * Percent agreement with units weighted by the number of their values: 1 - D_o of Krippendorff's alpha. Differs from the
 * mean over units only where values are missing.
 */
export const percentAgreementPairWeighted = ratingsMeasure(
  { id: 'percent_agreement_pairweighted', name: 'Percent agreement weighted by values', paper },
  (tally, study) => {
    const { q, matches, totals } = ratingsLayout(study)
    const n = total(part(tally, totals, q))
    return n > 0 ? figure(total(part(tally, matches, q)) / n, at(tally, PAIRABLE)) : none('no_pairable')
  },
)

/** Percent agreement as the share of pairable units on which all coders who gave a value agree. */
export const percentAgreementAll = ratingsMeasure(
  { id: 'percent_agreement_all', name: 'Units on which all agree', paper },
  (tally) => {
    const units = at(tally, PAIRABLE)
    return units > 0 ? figure(at(tally, UNANIMOUS) / units, units) : none('no_pairable')
  },
)
