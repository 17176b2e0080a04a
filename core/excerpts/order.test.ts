import { expect, test } from 'vitest'
import { category, material, node } from '@/core/frequencies/testing'
import { type Grouping, ordered, type Sort } from './order'

const section = category('section', 'RU-KZ', 'RU-BY')
const of = material(
  [node('trade'), node('identity', null, 1)],
  [{ section: 'RU-BY' }, { section: 'RU-KZ' }, {}],
  [
    { interview: 2, code: 'trade', coder: 'Boris', from: 20, to: 30 },
    { interview: 0, code: 'identity', coder: 'Anna', from: 50, to: 52 },
    { interview: 0, code: 'trade', coder: 'Anna', from: 10, to: 40 },
    { interview: 1, code: 'identity', coder: 'Boris', from: 5, to: 6 },
  ],
)
const order = (grouping: Grouping, sort: Sort = 'place') => {
  const { passages, groups } = ordered(of, [0, 1, 2, 3], grouping, sort)
  return [passages, groups.map((group) => [group.label, group.count])]
}

test('excerpts stand by interview and place under one heading', () => {
  expect(order({ by: 'none' })).toEqual([[2, 1, 3, 0], [[null, 4]]])
})
test('under codes in the order of the codebook', () => {
  expect(order({ by: 'code' })).toEqual([
    [2, 0, 1, 3],
    [
      ['trade', 2],
      ['identity', 2],
    ],
  ])
})
test('under the values of a variable as declared, those without one last', () => {
  expect(order({ by: 'variable', variable: section })).toEqual([
    [3, 2, 1, 0],
    [
      ['RU-KZ', 1],
      ['RU-BY', 2],
      [null, 1],
    ],
  ])
})
test('under interviews and coders by the alphabet, the longest first', () => {
  expect(order({ by: 'coder' }, 'longest')).toEqual([
    [2, 1, 0, 3],
    [
      ['Anna', 2],
      ['Boris', 2],
    ],
  ])
})
