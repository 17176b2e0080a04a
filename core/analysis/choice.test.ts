import { expect, test } from 'vitest'
import { category, material, node, type Said } from '@/core/frequencies/testing'
import { chosen } from './choice'
import { everything } from './testing'

const section = category('section', 'RU-BY', 'RU-KZ')
const codes = [
  node('trade'),
  node('milk', 'trade'),
  node('costs', 'trade', 1),
  node('identity', null, 1),
  node('unused', null, 2),
]
const said: readonly Said[] = [
  { interview: 0, code: 'milk', coder: 'Anna', from: 20, to: 30 },
  { interview: 0, code: 'costs', coder: 'Boris', from: 40, to: 50 },
  { interview: 1, code: 'costs', coder: 'Anna', from: 40, to: 50 },
  { interview: 1, code: 'identity', coder: 'Anna', from: 2, to: 8 },
]
const of = material(codes, [{ section: 'RU-BY' }, { section: 'RU-KZ' }], said)
const names = (part: Partial<typeof everything>) =>
  chosen(of, { ...everything, ...part }).rows.map((row) => row.code.id)

test('the codes in the most interviews are taken, in the order of the codebook, and none that nobody used', () => {
  expect(names({})).toEqual(['milk', 'costs'])
  expect(names({ most: 1 })).toEqual(['costs'])
  expect(names({ interviewers: true })).toEqual(['milk', 'costs', 'identity'])
  expect(names({ rollUp: true, most: 1 })).toEqual(['trade'])
})
test('named codes have rows whether they were used or not', () => {
  expect(names({ codes: ['unused', 'costs'] })).toEqual(['costs', 'unused'])
})
test('only the chosen coders and interviews count', () => {
  expect(names({ coders: ['Boris'] })).toEqual(['costs'])
  const some = chosen(of, { ...everything, values: [{ variable: section, values: ['RU-KZ'] }] })
  expect(some.interviews).toEqual([1])
  expect(some.rows.map((row) => row.code.id)).toEqual(['costs'])
})
test('a passage counts in the row of its code and, rolled up, in those above it', () => {
  expect(chosen(of, { ...everything, codes: ['trade', 'milk'] }).rowsOf).toEqual([[0], [1], [], [], []])
  expect(chosen(of, { ...everything, codes: ['trade', 'milk'], rollUp: true }).rowsOf).toEqual([
    [0],
    [1, 0],
    [0],
    [],
    [],
  ])
})
