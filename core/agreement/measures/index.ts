import type { ContinuaMeasure, Measure, RatingsMeasure } from '../measure'
import type { Result } from '../result'
import type { Continua, Ratings } from '../study'
import { alphaNominal, alphaNominalError } from './alpha-nominal'
import { alphaU1995 } from './alpha-u-1995'
import { brennanPrediger, brennanPredigerError } from './brennan-prediger'
import { charAlpha, charAlphaWithGap, charCuAlpha } from './char-alpha'
import { cohenKappa, cohenKappaError, lightKappa } from './cohen-kappa'
import { congerKappa } from './conger-kappa'
import { cuAlpha } from './cu-alpha'
import { fleissKappa, fleissKappaError } from './fleiss-kappa'
import { gamma, gammaCat } from './gamma'
import { gwetAC1, gwetAC1Error } from './gwet-ac1'
import { holsti } from './holsti'
import { maxqda } from './maxqda'
import { nvivo } from './nvivo'
import { percentAgreement, percentAgreementAll, percentAgreementPairWeighted } from './percent-agreement'
import { scottPi } from './scott-pi'
import { uAlpha, uAlphaBinary } from './u-alpha'

/** Every measure of ratings, those that correct for chance after those that do not. */
export const ratingsMeasures: readonly RatingsMeasure[] = [
  percentAgreement,
  percentAgreementPairWeighted,
  percentAgreementAll,
  holsti,
  cohenKappa,
  lightKappa,
  scottPi,
  fleissKappa,
  congerKappa,
  brennanPrediger,
  gwetAC1,
  alphaNominal,
]

/** The measures of continua that are sums over interviews, so that an interval can be drawn for them. */
export const continuaMeasures: readonly ContinuaMeasure[] = [
  uAlpha,
  uAlphaBinary,
  cuAlpha,
  charAlpha,
  charAlphaWithGap,
  charCuAlpha,
]

/** The measures of continua that are not: those of 1995, those of other programs, and the alignments. */
export const otherContinuaMeasures: readonly Measure<Continua>[] = [alphaU1995, nvivo, maxqda, gamma, gammaCat]

/** Standard errors by formula, by the id of the measure they belong to, for the measures whose sources give one. */
export const standardErrors: Readonly<Record<string, (study: Ratings) => Result>> = {
  cohen_kappa: cohenKappaError,
  fleiss_kappa: fleissKappaError,
  brennan_prediger: brennanPredigerError,
  gwet_ac1: gwetAC1Error,
  alpha_nominal: alphaNominalError,
}
