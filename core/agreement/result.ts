/**
 * Why there is no figure.
 *
 * - `empty`: there is nothing to compare (no interview, no unit, no value, no character);
 * - `one_coder`: fewer than two coders worked on any of it;
 * - `no_pairable`: no unit or stretch of text has values of two coders;
 * - `no_variation`: only one value occurs, so that chance cannot be told from agreement;
 * - `not_exclusive`: one coder put two values of a group said to be exclusive on the same text;
 * - `not_applicable`: the measure is not defined for material of this kind.
 */
export type Reason = 'empty' | 'one_coder' | 'no_pairable' | 'no_variation' | 'not_exclusive' | 'not_applicable'

/** A stretch of an interview, `start` included, `end` not, on which one coder put two values said to exclude each other. */
export type Overlap = {
  readonly interview: string
  readonly coder: string
  readonly start: number
  readonly end: number
  readonly values: readonly [string, string]
}

/**
 * A figure: the coefficient, how many units it rests on (pairable units, or characters in a continuum), and the observed and
 * expected agreement or disagreement it was made from, where the measure has them.
 */
export type Figure = {
  readonly value: number
  readonly units: number
  readonly observed: number | null
  readonly expected: number | null
}

/** The absence of a figure, with its reason; `overlaps` lists the passages when the reason is `not_exclusive`. */
export type NoFigure = { readonly value: null; readonly reason: Reason; readonly overlaps: readonly Overlap[] }

/** What every measure answers: a number that is never NaN, or the reason why there is none. */
export type Result = Figure | NoFigure

/** The absence of a figure for the given reason. */
export function none(reason: Reason, overlaps: readonly Overlap[] = []): NoFigure {
  return { value: null, reason, overlaps }
}

/**
 * A figure resting on `units` units. Throws a RangeError when `value` is not finite: a measure that divides by zero has
 * forgotten to give a reason.
 */
export function figure(
  value: number,
  units: number,
  observed: number | null = null,
  expected: number | null = null,
): Figure {
  if (!Number.isFinite(value)) throw new RangeError('a figure must be a finite number')
  return { value, units, observed, expected }
}

/** Agreement corrected for chance, (observed - expected) / (1 - expected); without variation when expected agreement is 1. */
export function beyondChance(observed: number, expected: number, units: number): Result {
  if (1 - expected < 1e-12) return none('no_variation')
  return figure((observed - expected) / (1 - expected), units, observed, expected)
}

/** Reliability as one minus the ratio of observed to expected disagreement; without variation when none is expected. */
export function oneMinusRatio(observed: number, expected: number, units: number): Result {
  if (expected <= 0) return none('no_variation')
  return figure(1 - observed / expected, units, observed, expected)
}
