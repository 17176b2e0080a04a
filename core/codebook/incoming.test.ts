import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Code } from './code'
import { type IncomingCode, takeIn } from './incoming'
import { codePaths } from './path'

const empty = { definition: '', include: '', exclude: '', example: '', aliases: [] }
const trade: Code = { id: 't', parentId: null, name: 'Trade', position: 0, colour: 3, ...empty, definition: 'Goods' }
const milk: Code = { id: 'm', parentId: 't', name: 'milk wars', position: 0, colour: 3, ...empty, aliases: ['молоко'] }
const ids = () => {
  let n = 0
  return () => `new${++n}`
}

test('codes are found by their path in any case, new ones stand behind their siblings in the colour of the code above', () => {
  const taken = takeIn(
    [trade, milk],
    [
      { path: ['trade'], definition: 'Goods over the border', include: '' },
      { path: ['TRADE', 'Milk  Wars'], aliases: ['Молоко', 'milk', 'milk wars'] },
      { path: ['Trade', 'meat'], example: 'Our meat was stopped.\r\n' },
      { path: ['Law', 'courts', 'appeal'], colour: 7 },
    ],
    ids(),
  )
  expect(taken.changed).toEqual([
    { ...trade, definition: 'Goods over the border' },
    { ...milk, aliases: ['молоко', 'milk'] },
  ])
  expect(taken.added).toEqual([
    { ...empty, id: 'new1', parentId: 't', name: 'meat', position: 1, colour: 3, example: 'Our meat was stopped.' },
    { ...empty, id: 'new2', parentId: null, name: 'Law', position: 1, colour: 1 },
    { ...empty, id: 'new3', parentId: 'new2', name: 'courts', position: 0, colour: 1 },
    { ...empty, id: 'new4', parentId: 'new3', name: 'appeal', position: 0, colour: 7 },
  ])
  expect(taken.same).toBe(0)
})

test('a text that the file has empty stays, and a codebook taken in twice changes nothing the second time', () => {
  expect(takeIn([trade], [{ path: ['Trade'], definition: ' ', aliases: ['trade'] }])).toMatchObject({
    ...{ added: [], changed: [], same: 1 },
  })
  const code = fc.record<IncomingCode>({
    path: fc.array(fc.constantFrom('a', 'A', 'б', 'c d', 'C  D'), { minLength: 1, maxLength: 4 }),
    definition: fc.constantFrom('', 'x', 'y\r\nz'),
    aliases: fc.array(fc.constantFrom('a', 'Q', 'q', '')),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(code, { selector: ({ path }) => path.join('\n').toLowerCase().replace(/ +/g, ' ') }),
      (incoming) => {
        const once = takeIn([trade, milk], incoming)
        const twice = takeIn(once.codes, incoming)
        expect([twice.added, twice.changed]).toEqual([[], []])
        expect(once.codes.length).toBe(2 + once.added.length)
        // No two siblings of one name, every place filled once, every parent there.
        const paths = [...codePaths(once.codes).values()].map((path) => path.join('\n').toLowerCase())
        expect(new Set(paths).size).toBe(paths.length)
        const places = once.codes.map(({ parentId, position }) => `${parentId} ${position}`)
        expect(new Set(places).size).toBe(places.length)
      },
    ),
  )
})
