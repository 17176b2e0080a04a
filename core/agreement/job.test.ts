import { describe, expect, it } from 'vitest'
import { alphaBootstrapAsKalpha, alphaBootstrapByUnits, bootstrap, redrawnRatings } from './bootstrap'
import { deviationOf, distributionOf, intervalOf, probabilityBelow, quantile } from './distribution'
import { type IntervalJob, type IntervalNews, intervalSteps, runIntervals } from './job'
import type { Material } from './material'
import { alphaNominal } from './measures/alpha-nominal'
import { randomFrom, randomNormal } from './random'
import { ratingsOf } from './study'

const random = randomFrom(2)
const interviews = Array.from({ length: 12 }, (_, i) => `i${i}`)
const material: Material = {
  interviews: interviews.map((id) => ({
    id,
    length: 400,
    coders: ['A', 'B'],
    interviewer: [],
    sentences: [],
    turns: [],
    paragraphs: [],
    values: {},
  })),
  codes: [{ id: 'x', parent: null }],
  codings: interviews.flatMap((interview) => {
    const start = Math.floor(random() * 200)
    return ['A', 'B'].map((coder) => ({
      interview,
      coder,
      code: 'x',
      start: start + Math.floor(random() * 20),
      end: start + 60 + Math.floor(random() * 40),
    }))
  }),
}
const choice = { unit: 'character', withInterviewer: true, rollUp: false, share: 0 } as const
const job: IntervalJob = {
  material,
  asked: ['u_alpha_binary', 'gamma', 'cohen_kappa'].map((measure) => ({
    measure,
    question: { about: 'code', code: 'x' } as const,
    choice,
  })),
  draws: { samples: 200, seed: 5 },
  level: 0.95,
}

describe('intervals over interviews', () => {
  it('come with progress in hundredths, the same from the same seed, around the figure; gamma has none', () => {
    const news: IntervalNews[] = []
    runIntervals(job, (one) => news.push(one))
    const last = news.at(-1)
    expect(news.filter(({ kind }) => kind === 'progress').length).toBe(101)
    const again: IntervalNews[] = []
    runIntervals(job, (one) => again.push(one))
    expect(again.at(-1)).toEqual(last)
    if (last?.kind !== 'done') throw new Error('not done')
    const [binary, gamma, kappa] = last.intervals
    expect(gamma).toBeNull()
    expect(binary && binary.low < binary.high && binary.high <= 1).toBe(true)
    expect(kappa && kappa.low > 0).toBe(true)
  })

  it('can be left at any step', () => {
    const steps = intervalSteps(job)
    expect(steps.next()).toMatchObject({ done: false, value: { done: 1, of: 200 } })
    expect(steps.return([]).done).toBe(true)
  })

  it('are not drawn from a single interview', () => {
    const one = { ...material, interviews: material.interviews.slice(0, 1) }
    const news: IntervalNews[] = []
    runIntervals({ ...job, material: one }, (message) => news.push(message))
    expect(news).toEqual([{ kind: 'done', intervals: [null, null, null] }])
  })

  it('need figures that rest on the same interviews', () => {
    const figure = (names: string[]) =>
      redrawnRatings(
        alphaNominal,
        ratingsOf(
          names.map(() => ['a', 'b']),
          { interviews: names },
        ),
      )
    expect(() => bootstrap([figure(['1', '2']), figure(['1', '2', '3'])])).toThrow(RangeError)
  })

  it('are a point when all interviews are alike', () => {
    const alike = ratingsOf(
      interviews.flatMap(() => [
        ['a', 'a'],
        ['b', 'b'],
        ['a', 'b'],
      ]),
      { interviews: interviews.flatMap((id) => [id, id, id]) },
    )
    const [drawn] = bootstrap([redrawnRatings(alphaNominal, alike)], { samples: 50, seed: 1 })
    const interval = drawn && intervalOf(drawn, 0.95)
    expect(interval?.low).toBeCloseTo(alphaNominal.compute(alike).value ?? 0, 12)
    expect(interval?.high).toBeCloseTo(interval?.low ?? 0, 12)
  })
})

describe('bootstraps of alpha over units', () => {
  const units = 'BB-B LLPL PPPP PPPP LLLL BLPC CCCC BBLB LLLL -FFF --BB --P-'
    .split(' ')
    .map((row) => [...row].map((v) => (v === '-' ? null : v)))

  it('of Krippendorff’s twelve units are [.42, 1.00] by units and [.57, .85] as KALPHA draws them', () => {
    const draws = { samples: 5000, seed: 3 }
    const byUnits = alphaBootstrapByUnits(ratingsOf(units), draws)
    const asKalpha = alphaBootstrapAsKalpha(ratingsOf(units), draws)
    if ('reason' in byUnits || 'reason' in asKalpha) throw new Error('no distribution')
    expect(Math.abs((quantile(byUnits, 0.025) ?? 0) - 0.415)).toBeLessThan(0.035)
    expect(quantile(byUnits, 0.975)).toBe(1)
    expect(Math.abs((quantile(asKalpha, 0.025) ?? 0) - 0.572)).toBeLessThan(0.035)
    expect(Math.abs((quantile(asKalpha, 0.975) ?? 0) - 0.85)).toBeLessThan(0.035)
    expect(Math.abs((probabilityBelow(asKalpha, 0.8) ?? 0) - 0.866)).toBeLessThan(0.03)
  })

  it('take a row that stands for several units as that many', () => {
    const rows = [
      ['a', 'a'],
      ['b', 'b'],
      ['a', 'b'],
    ]
    const times = [30, 20, 10]
    const spread = rows.flatMap((row, i) => new Array<string[]>(times[i] ?? 0).fill(row))
    const of = (study: ReturnType<typeof ratingsOf>) => {
      const drawn = alphaBootstrapByUnits(study, { samples: 4000, seed: 9 })
      return 'reason' in drawn ? Number.NaN : (deviationOf(drawn) ?? Number.NaN)
    }
    expect(of(ratingsOf(rows, { weights: times }))).toBeCloseTo(of(ratingsOf(spread)), 2)
  })

  it('have a reason where alpha has one', () => {
    expect(alphaBootstrapByUnits(ratingsOf([['a', null]]), { samples: 9, seed: 1 })).toMatchObject({
      reason: 'no_pairable',
    })
    expect(alphaBootstrapAsKalpha(ratingsOf([['a', 'a']]), { samples: 9, seed: 1 })).toMatchObject({
      reason: 'no_variation',
    })
  })
})

it('quantiles interpolate between draws, and draws without a figure are counted apart', () => {
  const drawn = distributionOf(Float64Array.from([3, Number.NaN, 1, 2]))
  expect(drawn.undefinedDraws).toBe(1)
  expect([0, 0.25, 0.5, 1].map((p) => quantile(drawn, p))).toEqual([1, 1.5, 2, 3])
  expect(quantile(distributionOf(new Float64Array()), 0.5)).toBeNull()
})

it('random numbers are the same for a seed, spread over 0 to 1, and normal ones have their mean and deviation', () => {
  expect([...Array(5)].map(randomFrom(7))).toEqual([...Array(5)].map(randomFrom(7)))
  const one = randomFrom(1)
  const numbers = Array.from({ length: 20_000 }, () => randomNormal(one, 10, 2))
  const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length
  expect(mean).toBeCloseTo(10, 1)
  expect(Math.sqrt(numbers.reduce((a, b) => a + (b - mean) ** 2, 0) / numbers.length)).toBeCloseTo(2, 1)
})
