import { describe, expect, it } from 'vitest'
import { continuaOf, ratingsOf } from '../study'
import { cohenKappa } from './cohen-kappa'
import { maxqda, maxqdaOccurrenceKappa, maxqdaReport, maxqdaSegmentKappa } from './maxqda'
import { cellAgreement, cellKappa, characterCells, joinedCells, nvivo, nvivoAverages, nvivoKappa } from './nvivo'
import { pooledKappa, tableOfPair } from './pooled-kappa'

const mark = (coder: string, start: number, end: number, code = 'x') => ({ coder, start, end, code })

describe('NVivo', () => {
  it('its help: 50 characters coded by both, 150 by one, 800 by neither of 1,000 are 85 % agreement', () => {
    const study = continuaOf([
      { id: 'd', length: 1000, coders: ['A', 'B'], marks: [mark('A', 100, 300), mark('B', 100, 150)] },
    ])
    const [cell] = characterCells(study, 0, ['A'], ['B'])
    expect(cell && cellAgreement(cell)).toBeCloseTo(0.85, 12)
    expect(cell && nvivoKappa(cell)).toBeCloseTo(0.34782608695652, 12)
  })

  it('shows 1 where nobody coded and 0 where one did, and its mean is neither kappa of the cells together', () => {
    const study = continuaOf([
      { id: 'd1', length: 1000, coders: ['A', 'B'], marks: [mark('A', 100, 300), mark('B', 150, 350)] },
      { id: 'd2', length: 3000, coders: ['A', 'B'], marks: [] },
      { id: 'd3', length: 500, coders: ['A', 'B'], marks: [mark('A', 0, 100)] },
    ])
    const cells = characterCells(study, 0, ['A'], ['B'])
    expect(cells.map(nvivoKappa)).toEqual([expect.closeTo(0.6875, 12), 1, 0])
    expect(cells.map((cell) => cellKappa(cell).value)).toEqual([expect.closeTo(0.6875, 12), null, 0])
    expect(nvivoAverages(cells)?.kappaMean).toBeCloseTo(0.5625, 12)
    expect(cellKappa(joinedCells(cells)).value).toBeCloseTo(0.5774647887, 9)
    expect(nvivo.compute(study).value).toBeCloseTo(0.5625, 12)
  })

  it('compares groups of coders by what any of them marked', () => {
    const marks = [mark('A', 0, 10), mark('B', 5, 20), mark('C', 0, 20)]
    const study = continuaOf([{ id: 'd', length: 40, coders: ['A', 'B', 'C'], marks }])
    expect(characterCells(study, 0, ['A', 'B'], ['C'])).toMatchObject([{ both: 20, aOnly: 0, bOnly: 0, neither: 20 }])
  })
})

describe('MAXQDA', () => {
  const marks = [
    mark('A', 0, 10),
    mark('A', 20, 30, 'y'),
    mark('A', 40, 50, 'y'),
    mark('B', 0, 9),
    mark('B', 20, 28, 'y'),
    mark('B', 70, 80, 'z'),
  ]
  const study = continuaOf([{ id: 'd', length: 100, coders: ['A', 'B'], marks }])

  it('counts a match at 90 % where nine of ten characters are shared, and twice', () => {
    const report = maxqdaReport(study, 'A', 'B', 0.9)
    expect(report.segments).toEqual({ agreements: 2, aOnly: 2, bOnly: 2 })
    expect(report.occurrence).toEqual({ both: 2, aOnly: 0, bOnly: 1, neither: 0 })
    expect(report.frequency).toEqual({ agreements: 1, total: 3 })
    expect(maxqdaSegmentKappa(report).value).toBeCloseTo(0, 12)
    expect(maxqdaOccurrenceKappa(report).value).toBeCloseTo(1 / 3, 12)
    expect(maxqda.compute(study).value).toBeCloseTo(0, 12)
  })

  it('has no kappa for a single code, and nothing to compare without ranges', () => {
    const one = continuaOf([{ id: 'd', length: 9, coders: ['A', 'B'], marks: [mark('A', 0, 5), mark('B', 0, 5)] }])
    expect(maxqda.compute(one)).toMatchObject({ reason: 'no_variation' })
    expect(maxqda.compute(continuaOf([{ id: 'd', length: 9, coders: ['A', 'B'], marks: [] }]))).toMatchObject({
      reason: 'empty',
    })
  })
})

it('De Vries et al. 2008: pooled kappa is one kappa from the mean agreements of the codes', () => {
  const tables = [
    [
      [20, 5],
      [10, 15],
    ],
    [
      [40, 2],
      [3, 5],
    ],
  ]
  // p_o (35/50 + 45/50) / 2 = .8; p_e (.5 + (42*43 + 8*7) / 2500) / 2 = .6224
  expect(pooledKappa(tables).value).toBeCloseTo((0.8 - 0.6224) / (1 - 0.6224), 12)
  expect(pooledKappa([])).toMatchObject({ reason: 'empty' })
})

it('pooled kappa of a single code is Cohen’s kappa of its table, whichever pair of coders it is', () => {
  const study = ratingsOf([
    ['a', 'b', 'a'],
    ['b', 'b', 'b'],
    ['a', 'b', null],
    ['a', 'a', 'a'],
    ['b', 'a', 'b'],
  ])
  const pair = ratingsOf([
    ['b', 'a'],
    ['b', 'b'],
    ['a', 'a'],
    ['a', 'b'],
  ])
  expect(tableOfPair(study, 1, 2)).toEqual([
    [1, 1],
    [1, 1],
  ])
  expect(pooledKappa([tableOfPair(study, 1, 2)]).value).toBeCloseTo(cohenKappa.compute(pair).value ?? Number.NaN, 12)
})
