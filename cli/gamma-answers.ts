import {
  type CategoricalForm,
  comparable,
  type Disorder,
  disorderOf,
  type GammaOptions,
  type GammaReport,
  gammaGivenChance,
  gammaReport,
  usualGamma,
} from '@/core/agreement/measures/gamma'
import { none, type Reason } from '@/core/agreement/result'
import { type Continua, continuaAccepted, type Segment } from '@/core/agreement/study'
import type { Answer } from './answer'
import type { FiledTexts } from './study-file'

const cache = new WeakMap<Continua, Map<string, GammaReport | Reason>>()

/**
 * The answer to a measure of gamma's family; null for other names. Names with `given_chance` rest on the random continua of
 * the file, the others on continua drawn as pygamma-agreement draws them. `gamma_cat` and `gamma_k` themselves are that
 * package's variants, which published figures are of; with `given_chance` or `observed` they are those of Mathet 2017.
 */
export function gammaAnswer(texts: FiledTexts, study: Continua, measure: string): Answer | null {
  if (!/^gamma(_|$)/.test(measure)) return null
  const accepted = continuaAccepted(study)
  if (accepted !== true) return none(accepted)
  const given = measure.includes('given_chance')
  const paper = (given || /^gamma_(cat|k)_/.test(measure)) && !measure.includes('pygamma')
  const form: CategoricalForm = paper ? 'paper' : 'pygamma'
  if (given && texts.chance.length === 0) return none('not_applicable')
  const options: GammaOptions = { ...usualGamma, weights: texts.weights, categorical: form, sampler: 'statistical' }
  if (measure.includes('observed') || measure.includes('unitary')) return observedAnswer(study, options, measure)
  const report = reportOf(texts, study, options, given)
  if (typeof report === 'string') return none(report)
  if (measure.startsWith('gamma_cat')) return report.gammaCat
  if (measure.startsWith('gamma_k')) return report.gammaK
  return measure.includes('expected') ? report.expectedDisorder : report.gamma
}

function observedAnswer(study: Continua, options: GammaOptions, measure: string): Answer {
  const observed = observedOf(study, options)
  if (!observed) return none('empty')
  if (measure.includes('unitary')) return observed.unitary
  if (measure.startsWith('gamma_cat')) return observed.categorical ?? none('no_pairable')
  if (!measure.startsWith('gamma_k')) return observed.disorder
  return new Map(study.values.map((value, k) => [value, observed.categoricalBy[k] ?? none('no_pairable')]))
}

function observedOf(study: Continua, options: GammaOptions): Disorder | null {
  const texts = comparable(study).map(({ segments }) => segments)
  return disorderOf(texts, study.values.length, options)
}

function reportOf(texts: FiledTexts, study: Continua, options: GammaOptions, given: boolean): GammaReport | Reason {
  const known = cache.get(study) ?? new Map<string, GammaReport | Reason>()
  cache.set(study, known)
  const key = `${options.categorical} ${given}`
  const report = known.get(key) ?? (given ? givenChance(texts, study, options) : gammaReport(study, options))
  known.set(key, report)
  return report
}

function givenChance(texts: FiledTexts, study: Continua, options: GammaOptions): GammaReport | Reason {
  const observed = observedOf(study, options)
  if (!observed) return 'empty'
  const values = [...study.values]
  const coders = study.documents[0]?.coders ?? []
  // Random continua may reach beyond the text and repeat a coder's units: they are taken as they are.
  const chance = texts.chance.map((marks) => {
    const segments: Segment[][] = coders.map(() => [])
    for (const { coder, start, end, code } of marks) {
      const value = values.includes(code) ? values.indexOf(code) : values.push(code) - 1
      segments[coders.indexOf(coder)]?.push({ start, end, value })
    }
    return segments
  })
  return gammaGivenChance(
    study,
    observed,
    chance.flatMap((coders) => disorderOf([coders], values.length, options) ?? []),
  )
}
