import { alphaBootstrapAsKalpha, alphaBootstrapByUnits, type Draws } from '@/core/agreement/bootstrap'
import { type Distribution, deviationOf, intervalOf, probabilityBelow, quantile } from '@/core/agreement/distribution'
import { alphaByCategory, alphaNominal, alphaNominalError } from '@/core/agreement/measures/alpha-nominal'
import { brennanPrediger, brennanPredigerError } from '@/core/agreement/measures/brennan-prediger'
import { cohenKappa, cohenKappaError, lightKappa } from '@/core/agreement/measures/cohen-kappa'
import { congerKappa } from '@/core/agreement/measures/conger-kappa'
import { fleissByCategory, fleissKappa, fleissKappaError } from '@/core/agreement/measures/fleiss-kappa'
import { gwetAC1, gwetAC1Error } from '@/core/agreement/measures/gwet-ac1'
import { holsti } from '@/core/agreement/measures/holsti'
import {
  percentAgreement,
  percentAgreementAll,
  percentAgreementPairWeighted,
} from '@/core/agreement/measures/percent-agreement'
import { scottPi } from '@/core/agreement/measures/scott-pi'
import { ratingsTallies, summed } from '@/core/agreement/ratings-tally'
import { type NoFigure, none } from '@/core/agreement/result'
import type { Ratings } from '@/core/agreement/study'
import type { Answer } from './answer'

/** Answers by name about ratings. */
export type RatingsAnswers = Readonly<Record<string, (study: Ratings) => Answer>>

/** Every measure of ratings by the names study files use. */
export const ratingsAnswers: RatingsAnswers = {
  percent_agreement: percentAgreement.compute,
  percent_agreement_pairweighted: percentAgreementPairWeighted.compute,
  percent_agreement_all: percentAgreementAll.compute,
  holsti: holsti.compute,
  cohen_kappa: cohenKappa.compute,
  cohen_kappa_se: cohenKappaError,
  scott_pi: scottPi.compute,
  mean_pairwise_cohen_kappa: lightKappa.compute,
  fleiss_kappa: fleissKappa.compute,
  fleiss_kappa_se: fleissKappaError,
  fleiss_by_category: fleissByCategory,
  conger_kappa: congerKappa.compute,
  brennan_prediger: brennanPrediger.compute,
  brennan_prediger_se: brennanPredigerError,
  gwet_ac1: gwetAC1.compute,
  gwet_ac1_se: gwetAC1Error,
  alpha_nominal: alphaNominal.compute,
  alpha_nominal_se: alphaNominalError,
  alpha_Do: (study) => disagreement(study, 'observed'),
  alpha_De: (study) => disagreement(study, 'expected'),
  alpha_by_category: alphaByCategory,
}

/** Disagreements are 0, not unknown, where a single value leaves alpha itself undefined. */
function disagreement(study: Ratings, which: 'observed' | 'expected'): Answer {
  const alpha = alphaNominal.compute(study)
  if (alpha.value === null) return alpha.reason === 'no_variation' ? 0 : alpha
  return alpha[which] ?? 0
}

/** Enough draws for bounds that hold still in the second decimal, fewer where a study is large. */
function drawsFor(study: Ratings): Draws {
  const units = Math.max(1, study.weights.length)
  return { samples: Math.max(2000, Math.min(20_000, Math.floor(4e7 / units))), seed: 1 }
}

/** The answers of a file of kind `bootstrap`, under the names its expected values have. */
export function bootstrapAnswers(study: Ratings): readonly (readonly [string, Answer])[] {
  const draws = drawsFor(study)
  const byUnits = alphaBootstrapByUnits(study, draws)
  const asKalpha = alphaBootstrapAsKalpha(study, draws)
  return [
    ['alpha_nominal', alphaNominal.compute(study)],
    ['alpha_nominal_se', alphaNominalError(study)],
    ['bootstrap_units', described(byUnits, [])],
    ['bootstrap_krippendorff', described(asKalpha, [0.9, 0.8, 0.7, 0.667, 0.6, 0.5])],
    ['alpha_nominal_ci_units', bounds(byUnits, 0.95)],
    ['alpha_nominal_ci_krippendorff', bounds(asKalpha, 0.95)],
  ]
}

function described(drawn: Distribution | NoFigure, thresholds: readonly number[]): Answer {
  if ('reason' in drawn) return drawn
  const fields: Record<string, Answer> = {
    ci95: bounds(drawn, 0.95),
    ci90: bounds(drawn, 0.9),
    median: known(quantile(drawn, 0.5)),
    sd: known(deviationOf(drawn)),
  }
  if (thresholds.length > 0) {
    fields.probability_below = new Map(
      thresholds.map((threshold) => [String(threshold), known(probabilityBelow(drawn, threshold))]),
    )
  }
  return { fields }
}

function bounds(drawn: Distribution | NoFigure, level: number): Answer {
  if ('reason' in drawn) return drawn
  const interval = intervalOf(drawn, level)
  return interval ? [interval.low, interval.high] : none('no_variation')
}

function known(value: number | null): Answer {
  return value ?? none('no_variation')
}

/** How many units a study has in all, for the person who reads the printout. */
export function unitsIn(study: Ratings): number {
  return summed(ratingsTallies(study))[0] ?? 0
}
