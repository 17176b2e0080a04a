import { type Alignment, bestAlignment } from '../alignment'
import { type ChanceSampler, chanceContinuum } from '../chance-continua'
import { type GammaWeights, positional } from '../disorder'
import type { Measure } from '../measure'
import { finished, type Progress } from '../progress'
import { randomFrom } from '../random'
import { figure, none, type Reason, type Result } from '../result'
import { type Continua, continuaAccepted, type Segment } from '../study'

/**
 * How categorical disorder is summed: as in the paper, or as pygamma-agreement 0.5 does, which weighs closeness by
 * alpha d_pos and lets every pair of a unit and an empty one add disorder, so that its gamma-cat comes out lower.
 */
export type CategoricalForm = 'paper' | 'pygamma'

/** How gamma is computed: the weights, how chance is drawn, how many random continua, and the seed they come from. */
export type GammaOptions = {
  readonly weights: GammaWeights
  readonly categorical: CategoricalForm
  readonly sampler: ChanceSampler
  readonly samples: number
  readonly seed: number
}

/** The authors' random continua, thirty of them as they advise at least, and equal weight for place and category. */
export const usualGamma: GammaOptions = {
  weights: { alpha: 1, beta: 1, deltaEmpty: 1 },
  categorical: 'paper',
  sampler: 'shift',
  samples: 30,
  seed: 1,
}

/**
 * What the best alignments of all texts come to: disorder by mean number of units of a coder, how many unitary alignments
 * there are, the categorical disorder weighted by closeness, over all pairs and over those with each value (null where no
 * pair is aligned), and whether no better alignment can exist.
 */
export type Disorder = {
  readonly disorder: number
  readonly unitary: number
  readonly categorical: number | null
  readonly categoricalBy: readonly (number | null)[]
  readonly exact: boolean
}

/** The segments of one text, coder by coder. */
export type Coders = readonly (readonly Segment[])[]

/** The disorder of the best alignments of texts taken together; null when nobody marked anything. */
export function disorderOf(
  texts: readonly Coders[],
  values: number,
  { weights, categorical }: Pick<GammaOptions, 'weights' | 'categorical'>,
): Disorder | null {
  let [sum, units, unitary] = [0, 0, 0]
  let exact = true
  const counted = new Float64Array(values + 1)
  const wrong = new Float64Array(values + 1)
  for (const coders of texts) {
    const mean = coders.reduce((n, own) => n + own.length, 0) / coders.length
    if (mean === 0) continue
    const alignment = bestAlignment(coders, weights)
    sum += alignment.disorder
    units += mean
    unitary += alignment.unitary.length
    exact &&= alignment.exact
    addCategories(alignment, counted, wrong, categorical === 'pygamma' ? { weights, coders: coders.length } : null)
  }
  if (units === 0) return null
  const ratio = (index: number) => {
    const weight = counted[index] ?? 0
    return weight > 0 ? (wrong[index] ?? 0) / weight : null
  }
  const categoricalBy = Array.from({ length: values }, (_, k) => ratio(k))
  return { disorder: sum / units, unitary, categorical: ratio(values), categoricalBy, exact }
}

/**
 * Sums over pairs of real units (Mathet 2017, section 4): weight max(0, 1 - d_pos) / (n_v - 1); the last index is all pairs.
 * With `pygamma` its weights, and D^2 weighing D for every pair of a unit and an empty one.
 */
function addCategories(
  alignment: Alignment,
  counted: Float64Array,
  wrong: Float64Array,
  pygamma: { readonly weights: GammaWeights; readonly coders: number } | null,
): void {
  const all = counted.length - 1
  const count = (values: readonly number[], weight: number, disorder: number) => {
    for (const k of new Set([...values, all])) {
      counted[k] = (counted[k] ?? 0) + weight
      wrong[k] = (wrong[k] ?? 0) + disorder
    }
  }
  for (const members of alignment.unitary) {
    members.forEach(({ unit: u }, i) => {
      if (pygamma) {
        const { deltaEmpty } = pygamma.weights
        const empties = pygamma.coders - members.length
        count([u.value], empties * deltaEmpty, empties * deltaEmpty ** 2)
      }
      for (const { unit: v } of members.slice(i + 1)) {
        const weight = Math.max(0, 1 - (pygamma?.weights.alpha ?? 1) * positional(u, v)) / (members.length - 1)
        count([u.value, v.value], weight, u.value === v.value ? 0 : weight)
      }
    })
  }
}

/** Gamma, gamma-cat and gamma-k by value with the disorders they come from. */
export type GammaReport = {
  readonly observed: Disorder
  readonly expectedDisorder: number
  readonly gamma: Result
  readonly gammaCat: Result
  readonly gammaK: ReadonlyMap<string, Result>
}

/** The texts that gamma can compare, coder by coder; identical segments of one coder count once. */
export function comparable(study: Continua): Continua['documents'] {
  return study.documents
    .filter((document) => document.coders.length > 1 && document.length > 0)
    .map((document) => ({ ...document, segments: document.segments.map(withoutRepeats) }))
}

function withoutRepeats(own: readonly Segment[]): Segment[] {
  return [...new Map(own.map((segment) => [`${segment.start} ${segment.end} ${segment.value}`, segment])).values()]
}

/** Gamma of a study (Mathet, Widlöcher & Métivier 2015; Mathet 2017), one random corpus a step. */
export function* gammaSteps(study: Continua, options: GammaOptions): Generator<Progress, GammaReport | Reason> {
  const accepted = continuaAccepted(study)
  if (accepted !== true) return accepted
  const documents = comparable(study)
  const values = study.values.length
  const observed = disorderOf(
    documents.map(({ segments }) => segments),
    values,
    options,
  )
  if (!observed) return 'empty'
  const random = randomFrom(options.seed)
  const chance: Disorder[] = []
  for (let done = 0; done < options.samples; done++) {
    yield { done, of: options.samples }
    const texts = documents.map((document) => chanceContinuum(document, options.sampler, random))
    const drawn = disorderOf(texts, values, options)
    if (drawn) chance.push(drawn)
  }
  return gammaGivenChance(study, observed, chance)
}

/** Gamma from the observed disorder and the disorders of random continua, wherever they come from. */
export function gammaGivenChance(study: Continua, observed: Disorder, chance: readonly Disorder[]): GammaReport {
  const expected = mean(chance.map(({ disorder }) => disorder)) ?? 0
  const pairs = observed.unitary
  const by = (mine: number | null, theirs: readonly (number | null)[]): Result => {
    if (mine === null) return none('no_pairable')
    const scale = mean(theirs.flatMap((value) => value ?? []))
    return scale === null || scale <= 0 ? none('no_variation') : figure(1 - mine / scale, pairs, mine, scale)
  }
  const gamma = () => {
    if (observed.disorder === 0) return figure(1, pairs, 0, expected)
    return expected > 0
      ? figure(1 - observed.disorder / expected, pairs, observed.disorder, expected)
      : none('no_variation')
  }
  return {
    observed,
    expectedDisorder: expected,
    gamma: gamma(),
    gammaCat: by(
      observed.categorical,
      chance.map(({ categorical }) => categorical),
    ),
    gammaK: new Map(
      study.values.map((value, k) => [
        value,
        by(
          observed.categoricalBy[k] ?? null,
          chance.map(({ categoricalBy }) => categoricalBy[k] ?? null),
        ),
      ]),
    ),
  }
}

function mean(numbers: readonly number[]): number | null {
  return numbers.length > 0 ? numbers.reduce((a, b) => a + b, 0) / numbers.length : null
}

/** The whole report at once; a reason when there is nothing to align. */
export function gammaReport(study: Continua, options: GammaOptions = usualGamma): GammaReport | Reason {
  return finished(gammaSteps(study, options))
}

function gammaMeasure(id: string, name: string, paper: string, of: (report: GammaReport) => Result): Measure<Continua> {
  return {
    id,
    name,
    paper,
    accepts: (study) => {
      const accepted = continuaAccepted(study)
      if (accepted !== true) return accepted
      return comparable(study).some(({ segments }) => segments.some((own) => own.length > 0)) ? true : 'empty'
    },
    compute: (study) => {
      const report = gammaReport(study)
      return typeof report === 'string' ? none(report) : of(report)
    },
  }
}

/**
 * Gamma: 1 - observed / expected disorder of the best alignment of coders' units, with place and category weighed together.
 * Handles overlapping units and several codes on one passage. Computed with `usualGamma`; costs seconds on long texts.
 */
export const gamma = gammaMeasure('gamma', 'Gamma', 'Mathet, Widlöcher & Métivier 2015', (report) => report.gamma)

/** Gamma-cat: agreement on categories alone, over the units gamma aligned, near ones weighing more. */
export const gammaCat = gammaMeasure('gamma_cat', 'Gamma-cat', 'Mathet 2017', (report) => report.gammaCat)
