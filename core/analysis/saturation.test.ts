import fc from 'fast-check'
import { expect, test } from 'vitest'
import { category, material, node, type Said } from '@/core/frequencies/testing'
import type { Variable } from '@/core/variable'
import { chosen } from './choice'
import { saturation } from './saturation'
import { saturationOrder } from './saturation-order'
import { everything } from './testing'

/** Interviews that bring so many new codes each, and one that all share. */
const bringing = (...fresh: readonly number[]) => {
  let next = 1
  return fresh.map((count, i) => new Set([...(i > 0 ? [1] : []), ...Array.from({ length: count }, () => next++)]))
}

test('the new-information ratio of a run is its new codes over those of the base', () => {
  // By hand: the base of four has 20 + 10 + 6 + 4 = 40 codes; runs of two bring 3 (7.5 %), 2 (5 %), 1 (2.5 %) of them.
  const rule = { base: 4, run: 2, threshold: 0.05 }
  const found = saturation(bringing(20, 10, 6, 4, 2, 1, 1, 0), rule)
  expect(found.baseCodes).toBe(40)
  expect(found.runs).toEqual([
    { from: 4, to: 6, fresh: 3, ratio: 0.075 },
    { from: 5, to: 7, fresh: 2, ratio: 0.05 },
    { from: 6, to: 8, fresh: 1, ratio: 0.025 },
  ])
  expect(found.after).toBe(5)
  expect(saturation(bringing(20, 10, 6, 4, 2, 1, 1, 0), { ...rule, threshold: 0 }).after).toBeNull()
  expect(found.steps.at(-1)).toEqual({ fresh: 0, known: 44 })
})
test('too few interviews for a run, or a base without a code, are no saturation', () => {
  expect(saturation(bringing(3, 2, 0, 0, 0), { base: 4, run: 2, threshold: 0.05 }).after).toBeNull()
  expect(saturation([new Set(), new Set(), new Set()], { base: 1, run: 1, threshold: 0 }).after).toBeNull()
  expect(() => saturation([], { base: 0, run: 2, threshold: 0 })).toThrow(RangeError)
})
test('new codes add up to all codes, and the curve never falls', () => {
  const sets = fc.array(fc.uniqueArray(fc.nat(12)).map((list) => new Set(list)))
  fc.assert(
    fc.property(sets, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 }), (interviews, base, run) => {
      const { steps, runs, after } = saturation(interviews, { base, run, threshold: 0 })
      expect(steps.reduce((sum, step) => sum + step.fresh, 0)).toBe(new Set(interviews.flatMap((one) => [...one])).size)
      if (after !== null) expect(runs.find((one) => one.from === after)?.fresh).toBe(0)
    }),
  )
})

const codes = [node('a'), node('b', null, 1)]
const year: Variable = { id: 'year', name: 'year', kind: 'number', categories: [] }
const section = category('section', 'RU-BY', 'RU-KZ')
const said: readonly Said[] = [
  { interview: 2, code: 'a', coder: 'Anna', from: 20, to: 30 },
  { interview: 0, code: 'b', coder: 'Anna', from: 20, to: 30 },
  { interview: 1, code: 'b', coder: 'Anna', from: 40, to: 50 },
]
const values = [
  { year: '2016', section: 'RU-KZ' },
  { section: 'RU-BY' },
  { year: '2014', section: 'RU-BY' },
  { year: '2013', section: 'RU-BY' },
]
const of = chosen(material(codes, values, said), { ...everything, codes: ['a', 'b'] })

test('interviews stand in the order of fieldwork, of coding or of their names; those that nobody coded are left out', () => {
  expect(saturationOrder(of, { by: 'variable', variable: year }, null)[0]?.interviews).toEqual([2, 0, 1])
  expect(saturationOrder(of, { by: 'coding' }, null)[0]?.interviews).toEqual([2, 0, 1])
  expect(saturationOrder(of, { by: 'name' }, null)[0]?.interviews).toEqual([0, 1, 2])
})
test('by a variable each group has its own order and its own codes', () => {
  const groups = saturationOrder(of, { by: 'name' }, section)
  expect(groups.map(({ value, interviews }) => [value, interviews])).toEqual([
    ['RU-BY', [1, 2]],
    ['RU-KZ', [0]],
  ])
  expect(groups[0]?.codes).toEqual([new Set([1]), new Set([0])])
})
