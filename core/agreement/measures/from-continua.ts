import { continuaTallies } from '../continua-tally'
import type { ContinuaMeasure } from '../measure'
import { summed } from '../ratings-tally'
import { type NoFigure, none, type Result } from '../result'
import { type Continua, continuaAccepted } from '../study'

/** Why a study of values that exclude each other has no figure, with the passages where they overlap; null when it may have one. */
export function refusedContinua(study: Continua): NoFigure | null {
  const accepted = continuaAccepted(study)
  if (accepted !== true) return none(accepted)
  const { overlaps } = continuaTallies(study)
  return overlaps.length > 0 ? none('not_exclusive', overlaps) : null
}

/** A measure of continua from its formula over the summed tally of values that exclude each other. */
export function continuaMeasure(
  description: { readonly id: string; readonly name: string; readonly paper: string },
  ofTally: (tally: Float64Array, study: Continua) => Result,
): ContinuaMeasure {
  return {
    ...description,
    accepts: (study) => refusedContinua(study)?.reason ?? true,
    ofTally,
    compute: (study) => refusedContinua(study) ?? ofTally(summed(continuaTallies(study).tallies), study),
  }
}
