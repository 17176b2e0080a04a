import type { Reason, Result } from './result'
import type { Continua, Ratings } from './study'

/**
 * One coefficient of agreement over one kind of study. `paper` is the source of the formula. `accepts` says whether the
 * study can be measured at all; `compute` answers for every study, with the reason of `accepts` when it cannot.
 */
export type Measure<S> = {
  readonly id: string
  readonly name: string
  readonly paper: string
  accepts(study: S): true | Reason
  compute(study: S): Result
}

/**
 * A measure that is a function of sums over interviews: `ofTally` reads the summed tally of a study (see `ratingsTallies`
 * and `continuaTallies`), so that interviews can be drawn again for an interval without going back to the codings.
 */
export type Additive<S> = Measure<S> & { ofTally(tally: Float64Array, study: S): Result }

/** A measure of ratings. */
export type RatingsMeasure = Additive<Ratings>

/** A measure of continua. */
export type ContinuaMeasure = Additive<Continua>
