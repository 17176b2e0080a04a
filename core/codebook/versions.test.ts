import { expect, test } from 'vitest'
import type { Code } from './code'
import { codebookDifferences, sameCodebook } from './versions'

const code = (id: string, position: number, more: Partial<Code> = {}): Code => ({
  ...{
    id,
    name: id,
    position,
    parentId: null,
    colour: 0,
    definition: '',
    include: '',
    exclude: '',
    example: '',
    aliases: [],
  },
  ...more,
})
const told = (before: readonly Code[], after: readonly Code[]) =>
  codebookDifferences(before, after).map(({ id, state, changes }) =>
    `${id} ${state} ${changes.map((one) => one.field).join(',')}`.trim(),
  )

test('colours and aliases make no other version, names, words, places and use do', () => {
  const was = [code('a', 0), code('b', 1)]
  expect(sameCodebook(was, [code('a', 0, { colour: 3, aliases: ['x'] }), code('b', 1)])).toBe(true)
  expect(sameCodebook(was, [code('b', 1), code('a', 0)])).toBe(true)
  for (const other of [{ name: 'x' }, { definition: 'x' }, { parentId: 'b' }, { position: 2 }, { archived: true }])
    expect(sameCodebook(was, [code('a', 0, other), code('b', 1)])).toBe(false)
  expect(sameCodebook(was, was.slice(1))).toBe(false)
})

test('a code put between others has moved none of them', () => {
  expect(
    told([code('a', 0), code('b', 1)], [code('a', 0), code('new', 1, { definition: 'words' }), code('b', 2)]),
  ).toEqual(['new added definition'])
  expect(told([code('a', 0), code('b', 1), code('c', 2)], [code('b', 0), code('c', 1)])).toEqual(['a removed'])
})

test('of codes that change places the fewest count as moved', () => {
  expect(told([code('a', 0), code('b', 1), code('c', 2)], [code('c', 0), code('a', 1), code('b', 2)])).toEqual([
    'c changed order',
  ])
})

test('another parent is named by the names above', () => {
  const was = [code('a', 0), code('b', 1), code('c', 2)]
  const is = [code('a', 0), code('b', 0, { parentId: 'a' }), code('c', 0, { parentId: 'b', name: 'see' })]
  expect(
    codebookDifferences(was, is).map(({ path, changes }) => [
      path.join('/'),
      ...changes.map((one) => `${one.field}: ${one.before} > ${one.after}`),
    ]),
  ).toEqual([
    ['a/b', 'parent:  > a'],
    ['a/b/see', 'name: c > see', 'parent:  > a / b'],
  ])
})
