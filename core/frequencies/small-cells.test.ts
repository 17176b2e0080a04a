import fc from 'fast-check'
import { expect, test } from 'vitest'
import { associations, fewIn } from './associations'
import { crosstab } from './crosstab'
import { smallCells } from './small-cells'
import { category, material, node } from './testing'

/** A table of one code over groups: so many interviews with it, of so many. */
function tableOf(cells: readonly (readonly [number, number])[]) {
  const group = category('group', ...cells.map((_, c) => `g${c}`))
  const values = cells.flatMap(([, of], c) => Array.from({ length: of }, () => ({ group: `g${c}` })))
  const said = cells.flatMap(([yes], c) => {
    const first = cells.slice(0, c).reduce((sum, [, of]) => sum + of, 0)
    return Array.from({ length: yes }, (_, i) => ({ interview: first + i, code: 'milk', coder: 'A', from: 20, to: 30 }))
  })
  const settings = { by: [group], count: 'interviews', rollUp: true, interviewers: false, coders: null } as const
  return crosstab(material([node('milk')], values, said), settings)
}
const shown = (cells: readonly (readonly [number, number])[], least: number) => {
  const table = tableOf(cells)
  const hidden = smallCells(table, least)
  const [row = table.any] = table.rows
  return [...row.cells.map((n, c) => (hidden(row, c) ? '-' : n)), hidden(row, null) ? '-' : row.total]
}

test('small counts are withheld, and one more where a single one would follow from the total', () => {
  expect(
    shown(
      [
        [1, 9],
        [7, 9],
        [4, 9],
        [0, 9],
      ],
      3,
    ),
  ).toEqual(['-', 7, '-', 0, 12])
  expect(
    shown(
      [
        [1, 9],
        [2, 9],
        [7, 9],
      ],
      3,
    ),
  ).toEqual(['-', '-', 7, 10])
  expect(
    shown(
      [
        [2, 9],
        [0, 9],
      ],
      3,
    ),
  ).toEqual(['-', 0, '-'])
  expect(
    shown(
      [
        [1, 9],
        [7, 9],
      ],
      0,
    ),
  ).toEqual([1, 7, 8])
})

test('nothing that is withheld follows from the total and the rest of its row', () => {
  const cell = fc.integer({ min: 1, max: 9 }).chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), fc.integer({ min: 2, max: 6 }), (cells, least) => {
      const row = shown(cells, least)
      const withheld = row.filter((one) => one === '-').length
      expect(withheld).not.toBe(1)
      for (const one of row) if (one !== '-') expect(Number(one) === 0 || Number(one) >= least).toBe(true)
    }),
  )
})

test('each code is tested over the groups, small groups are named, and codings are not tested', () => {
  const table = tableOf([
    [20, 30],
    [5, 30],
    [1, 3],
  ])
  const [milk] = associations(table, 'holm')
  expect(typeof milk?.result === 'string' ? null : milk?.result.residuals.map((one) => Math.sign(one))).toEqual([
    1, -1, -1,
  ])
  expect(milk?.corrected).toBe(typeof milk?.result === 'string' ? null : milk?.result.p)
  expect(fewIn(table)).toEqual([2])
  expect(associations({ ...table, count: 'codings' }, 'bh')).toEqual([])
  expect(associations(tableOf([[1, 4]]), 'bh')).toEqual([])
})
