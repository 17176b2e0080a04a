import { expect, test } from 'vitest'
import { findTargets, targetFinder } from './find-target'
import type { Target } from './memo'

const targets: readonly Target[] = [
  { kind: 'code', id: '1', name: 'trade / milk wars' },
  { kind: 'interview', id: '1', name: 'Смоленск-2' },
  { kind: 'memo', id: '2', name: 'О молоке' },
]
const found = (query: string, limit = 9) =>
  findTargets(targetFinder(targets), query, limit).map((one) => `${one.kind} ${one.id}`)

test('targets are found in any case, by words inside a path, and typed in the wrong layout', () => {
  expect(found('MILK')).toEqual(['code 1'])
  expect(found('смол')).toEqual(['interview 1'])
  expect(found('vjkjr')).toEqual(['memo 2'])
})

test('nothing typed offers all, in their order, as many as asked for', () => {
  expect(found('')).toEqual(['code 1', 'interview 1', 'memo 2'])
  expect(found('', 2)).toEqual(['code 1', 'interview 1'])
  expect(found('zzz')).toEqual([])
})
