import { expect, it } from 'vitest'
import { continuaOf } from '../study'
import { gamma, gammaCat, gammaReport, usualGamma } from './gamma'

const mark = (coder: string, start: number, end: number, code: string) => ({ coder, start, end, code })
const study = (marks: ReturnType<typeof mark>[], coders = ['A', 'B']) =>
  continuaOf([{ id: 't', length: 60, coders, marks }])

it('Mathet et al. 2015: a coder who marked nothing leaves a disorder of as many as there are coders', () => {
  const report = gammaReport(study([mark('A', 0, 5, 'x'), mark('A', 20, 25, 'y')], ['A', 'B', 'C']))
  expect(report).toMatchObject({ observed: { disorder: 3 } })
})

it('two units four fifths over each other come to the disorder worked by hand', () => {
  // d_pos = ((2 + 2) / (10 + 10))^2 = 0.04, one unit a coder.
  const report = gammaReport(study([mark('A', 0, 10, 'x'), mark('B', 2, 12, 'x')]))
  expect(report).toMatchObject({ observed: { disorder: expect.closeTo(0.04, 12) } })
})

it('nobody having marked anything is empty, one code has no gamma-cat, identical coders have gamma 1', () => {
  expect(gamma.compute(study([]))).toMatchObject({ reason: 'empty' })
  const same = study([mark('A', 0, 9, 'x'), mark('B', 0, 9, 'x')])
  expect(gamma.compute(same).value).toBe(1)
  expect(gammaCat.compute(same)).toMatchObject({ reason: 'no_variation' })
})

it('the same seed gives the same gamma, another seed nearly the same', () => {
  const marks = [0, 1, 2, 3, 4].flatMap((i) => [
    mark('A', i * 12, i * 12 + 6, 'xy'[i % 2] ?? 'x'),
    mark('B', i * 12 + 1, i * 12 + 7, 'x'),
  ])
  const of = (seed: number) => {
    const report = gammaReport(study(marks), { ...usualGamma, samples: 60, seed })
    return typeof report === 'string' ? Number.NaN : (report.gamma.value ?? Number.NaN)
  }
  expect(of(1)).toBe(of(1))
  expect(Math.abs(of(1) - of(2))).toBeLessThan(0.1)
})
