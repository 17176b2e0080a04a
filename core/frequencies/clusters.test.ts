import { expect, test } from 'vitest'
import { clusters } from './clusters'

const at = (start: number, end: number, coder: number) => ({ start, end, coder })

test('one passage marked by three coders is one coding', () => {
  expect(clusters([at(0, 10, 1), at(5, 12, 2), at(11, 20, 3)])).toBe(1)
})
test('passages that only touch are two', () => {
  expect(clusters([at(0, 10, 1), at(10, 20, 2)])).toBe(2)
})
test('two codings of one coder under one of another stay two', () => {
  expect(clusters([at(0, 100, 1), at(0, 40, 2), at(60, 100, 2)])).toBe(2)
})
test('one coder’s own overlapping codings are as many as there are', () => {
  expect(clusters([at(0, 10, 1), at(5, 15, 1), at(7, 9, 1)])).toBe(3)
})
