import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { alphaNominal } from './measures/alpha-nominal'
import { brennanPrediger } from './measures/brennan-prediger'
import { cohenKappa } from './measures/cohen-kappa'
import { cuAlpha } from './measures/cu-alpha'
import { gwetAC1 } from './measures/gwet-ac1'
import { maxqdaReport } from './measures/maxqda'
import { cellHolsti, cellKappa, characterCells } from './measures/nvivo'
import { percentAgreement } from './measures/percent-agreement'
import { scottPi } from './measures/scott-pi'
import { uAlpha, uAlphaBinary } from './measures/u-alpha'
import { continuaOf, ratingsOfTable } from './study'

const page = readFileSync('docs/agreement.md', 'utf8')
const printed = (value: number | null) => `**${(value ?? Number.NaN).toFixed(4).replace(/^0/, '')}**`

describe('the examples of docs/agreement.md', () => {
  it('come out as worked by hand for the twelve turns', () => {
    const study = ratingsOfTable(
      [
        [3, 1],
        [1, 7],
      ],
      ['yes', 'no'],
    )
    const rows = [
      ['Observed agreement', percentAgreement, 10 / 12],
      ['Cohen', cohenKappa, 0.625],
      ['Scott', scottPi, 0.625],
      ['Brennan', brennanPrediger, 2 / 3],
      ['AC1', gwetAC1, 0.7],
      ['alpha', alphaNominal, 1 - 2 / 12 / (1 - 296 / 552)],
    ] as const
    for (const [name, measure, byHand] of rows) {
      const { value } = measure.compute(study)
      expect(value).toBeCloseTo(byHand, 12)
      expect(
        page.split('\n').some((line) => line.includes(name) && line.includes(printed(value))),
        name,
      ).toBe(true)
    }
  })

  it('come out as worked by hand for the hundred characters', () => {
    const marks = [
      { coder: 'Anna', start: 10, end: 30, code: 'milk wars' },
      { coder: 'Anna', start: 60, end: 80, code: 'costs' },
      { coder: 'Boris', start: 15, end: 35, code: 'milk wars' },
      { coder: 'Boris', start: 60, end: 80, code: 'benefits' },
    ]
    const study = continuaOf([{ id: 'page', length: 100, coders: ['Anna', 'Boris'], marks }])
    for (const [measure, byHand] of [
      [uAlpha, 1 - (60 * 38_280) / (200 * 23_200)],
      [uAlphaBinary, 1 - (20 * 38_280) / (400 * 120 * 80)],
      [cuAlpha, 1 - (40 * 3650) / (70 * 3200)],
    ] as const) {
      const { value } = measure.compute(study)
      expect(value).toBeCloseTo(byHand, 12)
      expect(page).toContain(printed(value))
    }
    const [cell] = characterCells(study, 0, ['Anna'], ['Boris'])
    expect(cell).toMatchObject({ both: 15, aOnly: 5, bOnly: 5, neither: 75 })
    expect(page).toContain(printed(cell ? cellKappa(cell).value : null))
    expect(page).toContain(printed(cell ? cellHolsti(cell) : null))
    expect(maxqdaReport(study, 'Anna', 'Boris', 0.9).segments.agreements).toBe(0)
    expect(maxqdaReport(study, 'Anna', 'Boris', 0.6).segments).toEqual({ agreements: 2, aOnly: 1, bOnly: 1 })
  })
})
