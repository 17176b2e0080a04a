import type { RatingsMeasure } from '../measure'
import { at, PAIRABLE, ratingsTallies, summed } from '../ratings-tally'
import { none, type Reason, type Result } from '../result'
import { type Ratings, ratingsAccepted } from '../study'

/** Whether a study of ratings can be measured; `named` measures also need to know which coder gave which value. */
export function acceptsRatings(study: Ratings, named = false): true | Reason {
  const accepted = ratingsAccepted(study, at(summed(ratingsTallies(study)), PAIRABLE))
  return accepted === true && named && study.anonymous ? 'not_applicable' : accepted
}

/**
 * A measure of ratings from its formula over the summed tally. `named` says that the formula needs to know which coder gave
 * which value, so that it does not apply to counts.
 */
export function ratingsMeasure(
  description: { readonly id: string; readonly name: string; readonly paper: string; readonly named?: boolean },
  ofTally: (tally: Float64Array, study: Ratings) => Result,
): RatingsMeasure {
  const accepts = (study: Ratings) => acceptsRatings(study, description.named ?? false)
  return {
    id: description.id,
    name: description.name,
    paper: description.paper,
    accepts,
    ofTally,
    compute: (study) => {
      const accepted = accepts(study)
      return accepted === true ? ofTally(summed(ratingsTallies(study)), study) : none(accepted)
    },
  }
}

/** What a formula over units needs of one unit: how many units it stands for, its values' number, P_u and its counts. */
export type Unit = {
  readonly weight: number
  readonly r: number
  readonly agreement: number
  /** Categories given, each once, with the coders who gave it; only the first `kinds` are meant. */
  readonly categories: Int32Array
  readonly counts: Int32Array
  readonly kinds: number
}

/**
 * Calls `visit` with every unit that has at least one value. The unit is one object used again and again: nothing of it may
 * be kept.
 */
export function eachUnit(study: Ratings, visit: (unit: Unit) => void): void {
  const m = study.coders.length
  const unit = { weight: 0, r: 0, agreement: 0, categories: new Int32Array(m), counts: new Int32Array(m), kinds: 0 }
  for (let row = 0; row < study.weights.length; row++) {
    unit.weight = at(study.weights, row)
    unit.r = 0
    unit.kinds = 0
    for (let coder = 0; coder < m; coder++) {
      const value = study.values[row * m + coder] ?? -1
      if (value < 0) continue
      unit.r++
      let kind = 0
      while (kind < unit.kinds && unit.categories[kind] !== value) kind++
      if (kind === unit.kinds) {
        unit.categories[unit.kinds++] = value
        unit.counts[kind] = 0
      }
      unit.counts[kind] = at(unit.counts, kind) + 1
    }
    if (unit.r === 0) continue
    let matches = 0
    for (let kind = 0; kind < unit.kinds; kind++) matches += at(unit.counts, kind) * (at(unit.counts, kind) - 1)
    unit.agreement = unit.r > 1 ? matches / (unit.r * (unit.r - 1)) : 0
    visit(unit)
  }
}
