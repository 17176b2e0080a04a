import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { alphaNominal } from '@/core/agreement/measures/alpha-nominal'
import { brennanPrediger } from '@/core/agreement/measures/brennan-prediger'
import { cohenKappa } from '@/core/agreement/measures/cohen-kappa'
import { gwetAC1 } from '@/core/agreement/measures/gwet-ac1'
import { percentAgreement } from '@/core/agreement/measures/percent-agreement'
import { scottPi } from '@/core/agreement/measures/scott-pi'
import { ratingsOf } from '@/core/agreement/study'
import { coded } from './coders'
import { compose } from './compose'
import { readMaterial } from './material'

test('the example that docs/agreement.md works by hand is what the sample study holds', () => {
  const study = compose(readMaterial())
  const { codings, rounds } = coded(study)
  const by = (interview: number, coder: string) =>
    codings.filter((one) => one.interview === interview && one.coder === coder)
  const both = (rounds[0]?.interviews ?? []).filter(
    (at) => by(at, 'coder 2').length > 0 && by(at, 'coder 3').length > 0,
  )
  const units = both.flatMap((at) =>
    (study.interviews[at]?.answers ?? []).map(({ start, end }) =>
      ['coder 2', 'coder 3'].map((coder) =>
        by(at, coder).some((one) => one.code === 'integration/asymmetry' && one.start < end && one.end > start)
          ? 'yes'
          : 'no',
      ),
    ),
  )
  const counted = (dina: string, igor: string) => units.filter(([a, b]) => a === dina && b === igor).length
  expect({ interviews: both.length, units: units.length }).toEqual({ interviews: 7, units: 100 })
  expect([counted('yes', 'yes'), counted('yes', 'no'), counted('no', 'yes'), counted('no', 'no')]).toEqual([
    3, 2, 7, 88,
  ])

  const page = readFileSync('docs/agreement.md', 'utf8')
  const ratings = ratingsOf(units, { categories: ['yes', 'no'] })
  const value = (measure: typeof cohenKappa) => measure.compute(ratings).value ?? Number.NaN
  expect(value(percentAgreement)).toBeCloseTo(0.91, 12)
  for (const [name, measure, byHand] of [
    ["Cohen's kappa, sample", cohenKappa, (0.91 - 0.86) / (1 - 0.86)],
    ["Scott's pi, sample", scottPi, (0.91 - (15 ** 2 + 185 ** 2) / 200 ** 2) / (1 - (15 ** 2 + 185 ** 2) / 200 ** 2)],
    ['Brennan and Prediger, sample', brennanPrediger, 2 * 0.91 - 1],
    ["Gwet's AC1, sample", gwetAC1, (0.91 - (2 * 15 * 185) / 200 ** 2) / (1 - (2 * 15 * 185) / 200 ** 2)],
    ["Krippendorff's alpha, sample", alphaNominal, 1 - 0.09 / (1 - (15 * 14 + 185 * 184) / (200 * 199))],
  ] as const) {
    expect(value(measure), name).toBeCloseTo(byHand, 12)
    const line = page.split('\n').find((one) => one.includes(name)) ?? ''
    expect(line, name).toContain(`**${value(measure).toFixed(4).replace(/^0/, '')}**`)
  }
})
