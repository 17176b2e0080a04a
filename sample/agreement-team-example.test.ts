import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lightKappa } from '@/core/agreement/measures/cohen-kappa'
import { congerKappa } from '@/core/agreement/measures/conger-kappa'
import { fleissKappa } from '@/core/agreement/measures/fleiss-kappa'
import { holsti } from '@/core/agreement/measures/holsti'
import { percentAgreement, percentAgreementAll } from '@/core/agreement/measures/percent-agreement'
import { pooledKappa, tableOfPair } from '@/core/agreement/measures/pooled-kappa'
import { ratingsOf } from '@/core/agreement/study'
import { coded } from './coders'
import { compose } from './compose'
import { readMaterial } from './material'

const page = readFileSync('docs/agreement.md', 'utf8')
const printed = (value: number | null) => `**${(value ?? Number.NaN).toFixed(4).replace(/^0/, '')}**`
const study = compose(readMaterial())
const { codings, rounds } = coded(study)

/** The answers of interviews as units: has each of the coders the code on it? */
function answers(interviews: readonly number[], coders: readonly string[], code: string) {
  return interviews.flatMap((interview) =>
    (study.interviews[interview]?.answers ?? []).map(({ start, end }) =>
      coders.map((coder) =>
        codings.some(
          (one) =>
            one.interview === interview &&
            one.coder === coder &&
            one.code === code &&
            one.start < end &&
            one.end > start,
        )
          ? 'yes'
          : 'no',
      ),
    ),
  )
}

test('three coders come out as docs/agreement.md works them by hand', () => {
  expect([study.interviews[0]?.name, study.interviews[96]?.name].map((name) => name?.slice(0, 9))).toEqual([
    'RU-BY 001',
    'RU-KZ 042',
  ])
  const units = answers([0, 96], ['coder 1', 'coder 2', 'supervisor'], 'integration/benefits')
  const counted = (pattern: string) => units.filter((unit) => unit.join(' ') === pattern).length
  expect([
    units.length,
    counted('yes yes yes'),
    counted('yes yes no'),
    counted('no yes yes'),
    counted('no no no'),
  ]).toEqual([31, 1, 1, 1, 28])
  const ratings = ratingsOf(units, { categories: ['yes', 'no'] })
  const observed = (29 + 2 / 3) / 31
  const fleiss = (7 / 93) ** 2 + (86 / 93) ** 2
  const conger = (818 + 845 + 818) / 31 ** 2 / 3
  for (const [measure, byHand, name] of [
    [percentAgreement, observed, 'mean share of agreeing pairs'],
    [percentAgreementAll, 29 / 31, '**.9355**'],
    [holsti, observed, 'mean share of agreeing pairs'],
    [fleissKappa, (observed - fleiss) / (1 - fleiss), "Fleiss' kappa, sample"],
    [congerKappa, (observed - conger) / (1 - conger), "Conger's, sample"],
    [lightKappa, (2 * ((930 - 818) / (961 - 818)) + (899 - 845) / (961 - 845)) / 3, "Light's, sample"],
  ] as const) {
    const { value } = measure.compute(ratings)
    expect(value, name).toBeCloseTo(byHand, 12)
    expect(page.split('\n').find((line) => line.includes(name)) ?? '', name).toContain(printed(value))
  }
})

test('two coders and two codes come out as docs/agreement.md pools them by hand', () => {
  const both = (rounds[0]?.interviews ?? []).filter((interview) =>
    ['coder 2', 'coder 3'].every((coder) => codings.some((one) => one.interview === interview && one.coder === coder)),
  )
  const ofCode = (code: string) => ratingsOf(answers(both, ['coder 2', 'coder 3'], code), { categories: ['yes', 'no'] })
  const tables = ['integration/asymmetry', 'integration/weak powers of regions'].map((code) =>
    tableOfPair(ofCode(code), 0, 1),
  )
  expect(tables).toEqual([
    [
      [3, 2],
      [7, 88],
    ],
    [
      [2, 3],
      [3, 92],
    ],
  ])
  const [observed, expected] = [(91 + 94) / 2 / 100, (8600 + 5 * 5 + 95 * 95) / 2 / 100 ** 2]
  const pooled = pooledKappa(tables).value
  expect(pooled).toBeCloseTo((observed - expected) / (1 - expected), 12)
  expect(page).toContain(`pooled ${printed(pooled)}`)
  expect(page).toContain('2 * 91 / (100 + 100) = **.9100**')
  expect(holsti.compute(ofCode('integration/asymmetry')).value).toBeCloseTo(0.91, 12)
})
