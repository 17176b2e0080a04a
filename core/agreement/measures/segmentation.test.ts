import { expect, it } from 'vitest'
import { boundariesOfMasses, boundarySimilarity, pK, usualWindow, windowDiff } from './segmentation'

const mask = (text: string) => [...text].map((place) => place === '1')

it('Pevzner & Hearst 2002: WindowDiff counts windows with different numbers of boundaries', () => {
  const reference = mask('000100000010')
  expect(windowDiff(reference, reference, 3).value).toBe(0)
  expect(windowDiff(reference, mask('000010000100'), 3).value).toBeCloseTo(0.3, 12)
  expect(windowDiff(mask('000010000100'), mask('100000010000'), 3).value).toBeCloseTo(0.8, 12)
})

it('Beeferman et al. 1999: P_k is a half for boundaries everywhere and for none', () => {
  const reference = mask('0100'.repeat(100))
  expect(pK(reference, mask('1'.repeat(400)), 2).value).toBeCloseTo(0.4987, 4)
  expect(pK(reference, mask('0'.repeat(400)), 2).value).toBeCloseTo(0.5013, 4)
  expect(usualWindow(reference)).toBe(2)
})

it('Fournier 2013: boundary similarity of near, missed and added boundaries', () => {
  const of = (a: number[], b: number[]) => boundarySimilarity(boundariesOfMasses(a), boundariesOfMasses(b)).value
  expect(of([2, 3, 6], [5, 6])).toBeCloseTo(0.5, 12)
  expect(of([2, 3, 6], [2, 3, 3, 3])).toBeCloseTo(2 / 3, 12)
  expect(of([2, 3, 6], [2, 2, 7])).toBeCloseTo(0.75, 12)
  expect(of([2, 3, 6], [1, 1, 3, 1, 5])).toBeCloseTo(0.5, 12)
  expect(of([11], [11])).toBe(1)
})

it('texts of different lengths, or shorter than the window, have nothing to compare', () => {
  expect(windowDiff(mask('01'), mask('010'), 2)).toMatchObject({ reason: 'empty' })
  expect(pK(mask('01'), mask('01'), 3)).toMatchObject({ reason: 'empty' })
})
