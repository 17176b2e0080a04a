import { continuaTallies } from './continua-tally'
import { type Distribution, distributionOf } from './distribution'
import type { Additive, ContinuaMeasure, RatingsMeasure } from './measure'
import { alphaNominal } from './measures/alpha-nominal'
import { finished, type Progress } from './progress'
import { type Random, randomFrom, randomIndex } from './random'
import { at, PAIRABLE, part, ratingsLayout, ratingsTallies, summed, total } from './ratings-tally'
import { type NoFigure, none } from './result'
import type { Continua, Ratings } from './study'

/** How often to draw, and the seed of the draws: the same seed gives the same interval. */
export type Draws = { readonly samples: number; readonly seed: number }

/** Enough draws for the second decimal of a 95 % interval. */
export const usualDraws: Draws = { samples: 1000, seed: 20220 }

/** A figure that can be computed again from a sum of tallies, one tally an interview; null where a draw has no figure. */
export type Redrawn = {
  readonly tallies: readonly Float64Array[]
  readonly figureOf: (sum: Float64Array) => number | null
}

/** A measure of ratings, ready to be drawn again by interview. */
export function redrawnRatings(measure: RatingsMeasure, study: Ratings): Redrawn {
  return { tallies: ratingsTallies(study), figureOf: figureOf(measure, study) }
}

/** A measure of continua, ready to be drawn again by interview. */
export function redrawnContinua(measure: ContinuaMeasure, study: Continua): Redrawn {
  return { tallies: continuaTallies(study).tallies, figureOf: figureOf(measure, study) }
}

function figureOf<S>(measure: Additive<S>, study: S): Redrawn['figureOf'] {
  return (sum) => measure.ofTally(sum, study).value
}

/**
 * Bootstrap over interviews: in every draw as many interviews as there are are drawn with replacement, the same for all
 * figures, and each figure is computed again from their summed tallies. Interviews, not passages, are what a study samples,
 * and passages of one interview are alike; with fewer than two interviews there is nothing to draw from and every
 * distribution is empty. Draws without a figure are left out and counted. Yields after every draw, so that a caller can show
 * progress, rest, or stop.
 */
export function* bootstrapSteps(figures: readonly Redrawn[], draws: Draws): Generator<Progress, Distribution[]> {
  const interviews = figures[0]?.tallies.length ?? 0
  if (figures.some(({ tallies }) => tallies.length !== interviews)) {
    throw new RangeError('all figures must rest on the same interviews')
  }
  const random = randomFrom(draws.seed)
  const samples = interviews < 2 ? 0 : draws.samples
  const drawn = figures.map(() => new Float64Array(samples))
  const times = new Int32Array(interviews)
  for (let done = 0; done < samples; done++) {
    times.fill(0)
    for (let i = 0; i < interviews; i++) {
      const index = randomIndex(random, interviews)
      times[index] = at(times, index) + 1
    }
    figures.forEach(({ tallies, figureOf }, which) => {
      const own = drawn[which]
      if (own) own[done] = figureOf(summed(tallies, times)) ?? Number.NaN
    })
    yield { done: done + 1, of: samples }
  }
  return drawn.map(distributionOf)
}

/**
 * The plain mean of several figures over the same interviews, ready to be drawn with them: in every draw the mean of those that have a figure there, null
 * where none has. Throws a RangeError when they rest on different interviews.
 */
export function redrawnMean(figures: readonly Redrawn[]): Redrawn {
  const interviews = figures[0]?.tallies.length ?? 0
  if (figures.some(({ tallies }) => tallies.length !== interviews)) {
    throw new RangeError('all figures must rest on the same interviews')
  }
  const widths = figures.map(({ tallies }) => tallies[0]?.length ?? 0)
  const starts = widths.map((_, which) => widths.slice(0, which).reduce((sum, width) => sum + width, 0))
  const tallies = Array.from({ length: interviews }, (_, i) =>
    Float64Array.from(figures.flatMap((figure) => [...(figure.tallies[i] ?? [])])),
  )
  return {
    tallies,
    figureOf: (sum) => {
      const values = figures.flatMap(({ figureOf }, which) => {
        const start = starts[which] ?? 0
        const value = figureOf(sum.subarray(start, start + (widths[which] ?? 0)))
        return value === null ? [] : [value]
      })
      return values.length === 0 ? null : values.reduce((all, value) => all + value, 0) / values.length
    },
  }
}

/** The whole bootstrap at once. */
export function bootstrap(figures: readonly Redrawn[], draws: Draws = usualDraws): Distribution[] {
  return finished(bootstrapSteps(figures, draws))
}

/** Units in cumulated weights, for drawing a unit with the chance of its weight. */
function drawer(weights: Float64Array): (random: Random) => number {
  const ends = new Float64Array(weights.length)
  let sum = 0
  let alike = true
  weights.forEach((weight, i) => {
    sum += weight
    ends[i] = sum
    if (weight !== 1) alike = false
  })
  if (alike) return (random) => randomIndex(random, weights.length)
  return (random) => {
    const place = random() * sum
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (at(ends, middle) > place) high = middle
      else low = middle + 1
    }
    return low
  }
}

/**
 * Alpha's bootstrap over units (Zapf et al. 2016; Gwet 2015): as many pairable units as there are are drawn with
 * replacement and alpha is computed whole. Right where units are the sample; where they are passages of a few interviews,
 * `bootstrapSteps` is. Draws with one value only are left out and counted.
 */
export function alphaBootstrapByUnits(study: Ratings, draws: Draws): Distribution | NoFigure {
  const accepted = alphaNominal.accepts(study)
  if (accepted !== true) return none(accepted)
  const m = study.coders.length
  const q = study.categories.length
  const rows = pairableRows(study)
  const units = Math.round(at(summed(ratingsTallies(study)), PAIRABLE))
  const draw = drawer(rows.map((row) => at(study.weights, row)))
  const random = randomFrom(draws.seed)
  const figures = new Float64Array(draws.samples)
  const counts = new Float64Array(q)
  const disagreeing = disagreementOfRows(study, rows)
  for (let sample = 0; sample < draws.samples; sample++) {
    counts.fill(0)
    let observed = 0
    for (let i = 0; i < units; i++) {
      const which = draw(random)
      observed += at(disagreeing, which)
      const base = at(rows, which) * m
      for (let coder = 0; coder < m; coder++) {
        const value = study.values[base + coder] ?? -1
        if (value >= 0) counts[value] = at(counts, value) + 1
      }
    }
    const n = total(counts)
    const expected = n * n - total(counts.map((count) => count * count))
    figures[sample] = expected > 0 ? 1 - ((n - 1) * observed) / expected : Number.NaN
  }
  return distributionOf(figures)
}

function pairableRows(study: Ratings): Float64Array {
  const m = study.coders.length
  const rows: number[] = []
  for (let row = 0; row < study.weights.length; row++) {
    let r = 0
    for (let coder = 0; coder < m; coder++) if ((study.values[row * m + coder] ?? -1) >= 0) r++
    if (r > 1) rows.push(row)
  }
  return Float64Array.from(rows)
}

/** For each row, its ordered pairs of different values by r_u - 1: what it adds to n D_o. */
function disagreementOfRows(study: Ratings, rows: Float64Array): Float64Array {
  const m = study.coders.length
  return rows.map((row) => {
    const given = study.values.subarray(row * m, row * m + m).filter((value) => value >= 0)
    let different = 0
    for (const a of given) for (const b of given) if (a !== b) different++
    return different / (given.length - 1)
  })
}

/**
 * Krippendorff's own bootstrap (manuscript of 2006 and 2011; the KALPHA macro): the expected disagreement stays as observed;
 * for each pair of values of each unit one pair is drawn from all observed pairs, and alpha* = 1 - sum 2 delta /
 * (n D_e (r_u - 1)), not below -1. Narrower than a bootstrap over units, and with missing values not centred on alpha: for
 * comparison with KALPHA only. The manuscript's correction of the mass at 1 is left out, as in R icr.
 */
export function alphaBootstrapAsKalpha(study: Ratings, draws: Draws): Distribution | NoFigure {
  const alpha = alphaNominal.compute(study)
  if (alpha.value === null) return alpha
  const { q, totals } = ratingsLayout(study)
  const n = total(part(summed(ratingsTallies(study)), totals, q))
  const { pairsBySize, different, pairs } = pairsOf(study)
  const random = randomFrom(draws.seed)
  const figures = new Float64Array(draws.samples)
  const scale = 2 / (n * (alpha.expected ?? 1))
  for (let sample = 0; sample < draws.samples; sample++) {
    let disagreement = 0
    for (const [r, count] of pairsBySize) {
      let hits = 0
      for (let i = 0; i < count; i++) if (random() * pairs < different) hits++
      disagreement += (scale * hits) / (r - 1)
    }
    figures[sample] = Math.max(-1, 1 - disagreement)
  }
  return distributionOf(figures)
}

function pairsOf(study: Ratings) {
  const rows = pairableRows(study)
  const m = study.coders.length
  const pairsBySize = new Map<number, number>()
  let [different, pairs] = [0, 0]
  for (const row of rows) {
    const weight = at(study.weights, row)
    const given = study.values.subarray(row * m, row * m + m).filter((value) => value >= 0)
    const own = (given.length * (given.length - 1)) / 2
    pairsBySize.set(given.length, (pairsBySize.get(given.length) ?? 0) + weight * own)
    pairs += weight * own
    given.forEach((a, i) => {
      for (const b of given.subarray(i + 1)) if (a !== b) different += weight
    })
  }
  return { pairsBySize, different, pairs }
}
