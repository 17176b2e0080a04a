import { describe, expect, it } from 'vitest'
import type { Result } from '../result'
import { continuaOf, type Mark, ratingsOf, ratingsOfCounts, ratingsOfTable } from '../study'
import { alphaByCategory, alphaNominal, alphaNominalError } from './alpha-nominal'
import { alphaU1995, alphaU1995ByValue } from './alpha-u-1995'
import { brennanPrediger, brennanPredigerError } from './brennan-prediger'
import { cohenKappa, cohenKappaError, lightKappa } from './cohen-kappa'
import { congerKappa } from './conger-kappa'
import { cuAlpha, kcuAlpha, kcuCoverage } from './cu-alpha'
import { fleissByCategory, fleissKappa, fleissKappaError } from './fleiss-kappa'
import { gwetAC1, gwetAC1Error } from './gwet-ac1'
import { holsti } from './holsti'
import { percentAgreement, percentAgreementAll, percentAgreementPairWeighted } from './percent-agreement'
import { scottPi } from './scott-pi'
import { uAlpha, uAlphaBinary } from './u-alpha'

/** Units written as one letter a coder, a hyphen for a missing value. */
function units(rows: string): (string | null)[][] {
  return rows
    .trim()
    .split(/\s+/)
    .map((row) => [...row].map((value) => (value === '-' ? null : value)))
}

function byValue(results: Result | ReadonlyMap<string, Result>): Record<string, number | null> {
  if (!(results instanceof Map)) throw new Error('no figures by value')
  return Object.fromEntries([...results].map(([value, result]) => [value, result.value]))
}

const fleiss1971 = `
  444444 222555 233335 555555 222444 113333 333355 113334 114444 555555
  144444 124444 222333 144444 224445 333335 111455 111112 224444 133555
  555555 244444 224555 114444 144445 222224 111155 224444 133333 555555`

const hayesKrippendorff2007 = `
  112-2 1101- 2333- -00-0 000-0 000-0 102-1 1-20- 222-2 2111-
  -100- 0000- 1222- 33223 111-1 111-1 212-2 1233- 1101- 000-0
  0011- 00-00 2333- 0000- 12-22 0111- 00010 1212- 1122- 112-2
  110-0 2121- 22-22 3222- 222-2 223-2 222-2 22-12 2222- 111-1`

const krippendorff12Units = 'BB-B LLPL PPPP PPPP LLLL BLPC CCCC BBLB LLLL -FFF --BB --P-'

describe('two coders', () => {
  it('Cohen 1960, p. 45: agreement .70, kappa .492', () => {
    const study = ratingsOfTable(
      [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
      [1, 2, 3],
    )
    expect(percentAgreement.compute(study).value).toBeCloseTo(0.7, 12)
    expect(cohenKappa.compute(study).value).toBeCloseTo(0.49152542372881, 12)
  })

  it('Landis & Koch 1977 (Agresti 1992, p. 202), two pathologists: kappa .493, standard error .057', () => {
    const study = ratingsOfTable(
      [
        [22, 2, 2, 0],
        [5, 7, 14, 0],
        [0, 2, 36, 0],
        [0, 1, 17, 10],
      ],
      [1, 2, 3, 4],
    )
    expect(cohenKappa.compute(study).value).toBeCloseTo(0.493, 3)
    expect(cohenKappaError(study).value).toBeCloseTo(0.057, 3)
  })

  it('Artstein & Poesio 2008, p. 558: S .4, pi .341, kappa .348 on the same table', () => {
    const study = ratingsOfTable(
      [
        [20, 10],
        [20, 50],
      ],
      ['STAT', 'IReq'],
    )
    expect(brennanPrediger.compute(study).value).toBeCloseTo(0.4, 12)
    expect(scottPi.compute(study).value).toBeCloseTo(0.341, 3)
    expect(cohenKappa.compute(study).value).toBeCloseTo(0.348, 3)
  })

  it('Krippendorff 2004, p. 246: kappa rewards coders for unequal margins, pi does not', () => {
    const equal = ratingsOfTable(
      [
        [12, 9, 9],
        [9, 14, 9],
        [9, 9, 20],
      ],
      ['a', 'b', 'c'],
    )
    const unequal = ratingsOfTable(
      [
        [12, 18, 18],
        [0, 14, 18],
        [0, 0, 20],
      ],
      ['a', 'b', 'c'],
    )
    expect(scottPi.compute(equal).value).toBeCloseTo(0.186, 3)
    expect(scottPi.compute(unequal).value).toBeCloseTo(0.186, 3)
    expect(cohenKappa.compute(equal).value).toBeCloseTo(0.186, 3)
    expect(cohenKappa.compute(unequal).value).toBeCloseTo(0.258, 3)
  })

  it('Gwet 2014 (three abstractors): kappa .796 with error .0589, AC1 .849, BP .835, alpha .797', () => {
    const study = ratingsOfTable(
      [
        [13, 0, 0],
        [0, 20, 7],
        [0, 4, 56],
      ],
      ['Ectopic', 'AIU', 'NIU'],
    )
    expect(cohenKappa.compute(study).value).toBeCloseTo(0.7964094, 7)
    expect(cohenKappaError(study).value).toBeCloseTo(0.05891072, 7)
    expect(gwetAC1.compute(study).value).toBeCloseTo(0.8493305, 6)
    expect(brennanPrediger.compute(study).value).toBeCloseTo(0.835, 12)
    expect(alphaNominal.compute(study).value).toBeCloseTo(0.7972585, 7)
  })

  it('Krippendorff 2004, p. 224: 60 % agreement on ten units is an alpha of .095', () => {
    const study = ratingsOf(units('10 11 01 00 00 01 00 01 00 00'))
    expect(percentAgreement.compute(study).value).toBeCloseTo(0.6, 12)
    expect(holsti.compute(study).value).toBeCloseTo(0.6, 12)
    expect(alphaNominal.compute(study)).toMatchObject({ value: expect.closeTo(0.0952381, 7), observed: 0.4 })
  })
})

describe('several coders', () => {
  it('Fleiss 1971, thirty patients: kappa .430, agreement .5556, and the kappas of the five diagnoses', () => {
    const study = ratingsOf(units(fleiss1971))
    expect(fleissKappa.compute(study)).toMatchObject({
      value: expect.closeTo(0.43, 3),
      observed: expect.closeTo(0.5556, 4),
      expected: expect.closeTo(0.22, 3),
    })
    const kappas = byValue(fleissByCategory(study))
    for (const [category, published] of [
      ['1', 0.245],
      ['2', 0.245],
      ['3', 0.52],
      ['4', 0.471],
      ['5', 0.566],
    ] as const) {
      expect(kappas[category]).toBeCloseTo(published, 3)
    }
  })

  it('Gwet 2014 on fifteen of them, known as counts only: AC1 .4448007, Fleiss .4139265, with their errors', () => {
    const counts = [
      [0, 0, 0, 6, 0],
      [0, 3, 0, 0, 3],
      [0, 1, 4, 0, 1],
      [0, 0, 0, 0, 6],
      [0, 3, 0, 3, 0],
      [2, 0, 4, 0, 0],
      [0, 0, 4, 0, 2],
      [2, 0, 3, 1, 0],
      [2, 0, 0, 4, 0],
      [0, 0, 0, 0, 6],
      [1, 0, 0, 5, 0],
      [1, 1, 0, 4, 0],
      [0, 3, 3, 0, 0],
      [1, 0, 0, 5, 0],
      [0, 2, 0, 3, 1],
    ]
    const study = ratingsOfCounts(counts, ['Depression', 'Personality', 'Schizophrenia', 'Neurosis', 'Other'])
    expect(gwetAC1.compute(study).value).toBeCloseTo(0.4448007, 7)
    expect(gwetAC1Error(study).value).toBeCloseTo(0.08418757, 7)
    expect(fleissKappa.compute(study).value).toBeCloseTo(0.4139265, 6)
    expect(fleissKappaError(study).value).toBeCloseTo(0.08119291, 7)
    expect(congerKappa.compute(study)).toMatchObject({ reason: 'not_applicable' })
  })

  it('Krippendorff 2019, p. 290, twelve units with missing values, in all measures (Gwet 2014)', () => {
    const study = ratingsOf(units(krippendorff12Units))
    expect(alphaNominal.compute(study).value).toBeCloseTo(0.743421052631579, 14)
    expect(alphaNominalError(study).value).toBeCloseTo(0.14557, 5)
    expect(percentAgreement.compute(study).value).toBeCloseTo(0.8181818, 7)
    expect(percentAgreementPairWeighted.compute(study).value).toBeCloseTo(0.8, 12)
    expect(percentAgreementAll.compute(study).value).toBeCloseTo(8 / 11, 12)
    expect(gwetAC1.compute(study).value).toBeCloseTo(0.77544, 5)
    expect(gwetAC1Error(study).value).toBeCloseTo(0.14295, 5)
    expect(fleissKappa.compute(study).value).toBeCloseTo(0.76117, 5)
    expect(fleissKappaError(study).value).toBeCloseTo(0.15302, 5)
    expect(congerKappa.compute(study).value).toBeCloseTo(0.76282, 5)
    expect(brennanPrediger.compute(study).value).toBeCloseTo(0.77273, 5)
    expect(brennanPredigerError(study).value).toBeCloseTo(0.14472, 5)
  })

  it('Hayes & Krippendorff 2007, p. 84, forty units of five observers: nominal alpha .4765', () => {
    expect(alphaNominal.compute(ratingsOf(units(hayesKrippendorff2007))).value).toBeCloseTo(0.4765, 4)
  })

  it('Randolph 2005, p. 17: where nearly all say yes, Fleiss gives -.20 and the free-marginal kappa .33', () => {
    const study = ratingsOf(units('YYY YYN YYN YYY'))
    expect(fleissKappa.compute(study).value).toBeCloseTo(-0.2, 12)
    expect(brennanPrediger.compute(study).value).toBeCloseTo(1 / 3, 12)
  })

  it('Freelon 2010: the mean of pairs is undefined as soon as one pair has no variation', () => {
    const study = ratingsOf(units('000 100 000 000'))
    expect(lightKappa.compute(study)).toMatchObject({ value: null, reason: 'no_variation' })
    expect(fleissKappa.compute(study).value).toBeLessThan(0)
  })

  it('alpha of a value against the others is the alpha of the data made binary', () => {
    const own = byValue(alphaByCategory(ratingsOf(units(krippendorff12Units))))
    const binary = units(krippendorff12Units).map((row) => row.map((value) => value && (value === 'L' ? 'L' : 'x')))
    expect(own.L).toBeCloseTo(alphaNominal.compute(ratingsOf(binary)).value ?? Number.NaN, 12)
  })
})

describe('continua', () => {
  const mark = (coder: string, start: number, end: number, code: string): Mark => ({ coder, start, end, code })

  it('Krippendorff 2019, fig. 12.11: u-alpha .510, |u-alpha binary .413 (.4136), cu-alpha .724, and its values', () => {
    const marks = [
      ...[
        [0, 7, '1'],
        [7, 13, '2'],
        [30, 32, '5'],
        [32, 37, '6'],
        [37, 44, '6'],
        [44, 60, '7'],
      ].map(([s, e, c]) => mark('Alex', Number(s), Number(e), String(c))),
      ...[
        [0, 7, '1'],
        [7, 13, '3'],
        [13, 21, '5'],
        [32, 44, '6'],
      ].map(([s, e, c]) => mark('Paul', Number(s), Number(e), String(c))),
      ...[
        [0, 7, '1'],
        [7, 13, '4'],
        [13, 21, '5'],
        [32, 37, '6'],
        [37, 41, '6'],
        [41, 44, '6'],
      ].map(([s, e, c]) => mark('Suzan', Number(s), Number(e), String(c))),
    ]
    const study = continuaOf([{ id: 'fig', length: 60, coders: ['Alex', 'Paul', 'Suzan'], marks }])
    expect(uAlpha.compute(study).value).toBeCloseTo(0.5099819077921268, 12)
    expect(uAlphaBinary.compute(study).value).toBeCloseTo(0.41359923044895264, 12)
    expect(cuAlpha.compute(study).value).toBeCloseTo(0.7241689650166934, 12)
    expect(byValue(kcuAlpha(study))).toEqual({ 1: 1, 2: 0, 5: 1, 6: 1, 7: null, 3: 0, 4: 0 })
    expect(byValue(kcuCoverage(study))['5']).toBeCloseTo(4 / 9, 12)
  })

  it('Krippendorff 2004, p. 254: alpha_U .8591 from .7286 and 1, although values of one coder overlap', () => {
    const marks = [
      ['i', 75, 145, 'c'],
      ['i', 220, 250, 'c'],
      ['j', 70, 150, 'c'],
      ['j', 205, 225, 'c'],
      ['j', 250, 270, 'c'],
      ['i', 30, 90, 'k'],
      ['i', 150, 200, 'k'],
      ['j', 30, 90, 'k'],
      ['j', 150, 200, 'k'],
    ].map(([coder, start, end, code]) => mark(String(coder), Number(start), Number(end), String(code)))
    const study = continuaOf([{ id: 'p254', length: 300, coders: ['i', 'j'], marks }])
    expect(byValue(alphaU1995ByValue(study)).c).toBeCloseTo(0.7286, 4)
    expect(byValue(alphaU1995ByValue(study)).k).toBe(1)
    expect(alphaU1995.compute(study).value).toBeCloseTo(0.8587, 4)
    expect(uAlpha.compute(study)).toMatchObject({ value: null, reason: 'not_exclusive' })
  })

  it('Krippendorff 1995, p. 57, pair A: observed disagreement .03125, expected .0699, alpha .553', () => {
    const spans = [
      ['1', 2, 10],
      ['1', 14, 20],
      ['2', 4, 8],
      ['2', 15, 17],
    ] as const
    const marks = spans.map(([coder, start, end]) => mark(coder, start * 50_000, end * 50_000, 'A'))
    const alpha = alphaU1995.compute(continuaOf([{ id: 'A', length: 24 * 50_000, coders: ['1', '2'], marks }]))
    expect(alpha).toMatchObject({
      value: expect.closeTo(0.553, 3),
      observed: expect.closeTo(0.03125, 8),
      expected: expect.closeTo(0.0699, 4),
    })
  })
})
