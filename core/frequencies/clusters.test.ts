import { expect, test } from 'vitest'
import { clusters } from './clusters'

const of = (...marks: readonly (readonly [start: number, end: number, coder: number])[]) =>
  clusters([...marks.keys()], {
    start: marks.map(([start]) => start),
    end: marks.map(([, end]) => end),
    coder: marks.map(([, , coder]) => coder),
  })

test('one passage marked by three coders is one coding', () => {
  expect(of([0, 10, 1], [5, 12, 2], [11, 20, 3])).toBe(1)
})
test('passages that only touch are two', () => {
  expect(of([0, 10, 1], [10, 20, 2])).toBe(2)
})
test('two codings of one coder under one of another stay two', () => {
  expect(of([0, 100, 1], [0, 40, 2], [60, 100, 2])).toBe(2)
})
test('one coder’s own overlapping codings are as many as there are', () => {
  expect(of([0, 10, 1], [5, 15, 1], [7, 9, 1])).toBe(3)
})
