import { expect, test } from 'vitest'
import { outline } from './outline'
import { node } from './testing'

test('an outline has parents before children, siblings by position, and the reach of each subtree', () => {
  const rows = outline([node('b', null, 1), node('x', 'a', 1), node('a'), node('y', 'x'), node('w', 'a')])
  expect(rows.map((row) => [row.path, row.depth, row.parent, row.last])).toEqual([
    ['a', 0, -1, 4],
    ['a/w', 1, 0, 2],
    ['a/x', 1, 0, 4],
    ['a/x/y', 2, 2, 4],
    ['b', 0, -1, 5],
  ])
})
test('a code whose parent is not there stands at the top', () => {
  expect(outline([node('lost', 'gone')]).map((row) => row.path)).toEqual(['lost'])
})
