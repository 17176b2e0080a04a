import fc from 'fast-check'
import { expect, test } from 'vitest'
import { material, node, type Said } from '@/core/frequencies/testing'
import { byInterview } from './by-interview'
import { chosen } from './choice'
import { sequence } from './sequence'
import { everything } from './testing'

const codes = [node('a'), node('b', null, 1), node('c', null, 2)]
const said: readonly Said[] = [
  { interview: 0, code: 'a', coder: 'Anna', from: 12, to: 20 },
  { interview: 0, code: 'a', coder: 'Boris', from: 14, to: 22 },
  { interview: 0, code: 'b', coder: 'Anna', from: 30, to: 35 },
  { interview: 0, code: 'c', coder: 'Anna', from: 30, to: 40 },
  { interview: 0, code: 'a', coder: 'Anna', from: 90, to: 95 },
  { interview: 1, code: 'b', coder: 'Anna', from: 20, to: 40 },
  { interview: 1, code: 'a', coder: 'Anna', from: 30, to: 50 },
]
const of = (list = said) => chosen(material(codes, [{}, {}], list), { ...everything, codes: ['a', 'b', 'c'] })

test('a place is followed by all that begin next, and those that begin together do not follow each other', () => {
  const { cells, totals } = sequence(of(), 99)
  expect(cells.map((row) => row.map((cell) => cell.count))).toEqual([
    [0, 1, 1],
    [2, 0, 0],
    [1, 0, 0],
  ])
  expect(totals).toEqual([2, 2, 1])
  expect(cells[0]?.[1]).toEqual({ count: 1, interviews: 1, gap: 8 })
})
test('the gap runs from the end of one to the beginning of the next, is 0 where they overlap, and its median is told', () => {
  expect(sequence(of(), 99).cells[1]?.[0]).toEqual({ count: 2, interviews: 2, gap: 27.5 })
  expect(sequence(of(), 54).cells[1]?.[0]).toEqual({ count: 1, interviews: 1, gap: 0 })
})
test('codes by interviews count what different coders marked alike once, and each word once', () => {
  expect(byInterview(of(), 'codings', false).cells[0]).toEqual([
    { count: 2, first: 60 },
    { count: 1, first: 150 },
  ])
  expect(byInterview(of(), 'words', false).cells.map((row) => row.map((cell) => cell.count))).toEqual([
    [15, 20],
    [5, 20],
    [10, 0],
  ])
})
test('a place follows at most what begins next: with unlimited gaps every place but those that begin last is followed', () => {
  const passage = fc.record({
    code: fc.constantFrom('a', 'b', 'c'),
    from: fc.integer({ min: 10, max: 90 }),
    long: fc.nat(9),
  })
  fc.assert(
    fc.property(fc.array(passage, { maxLength: 12 }), (list) => {
      const marked = list.map(({ long, ...rest }) => ({
        ...rest,
        interview: 0,
        coder: 'Anna',
        to: rest.from + long + 1,
      }))
      const { cells, totals } = sequence(of(marked), 1000)
      const within = sequence(of(marked), 5)
      cells.forEach((row, a) => {
        expect(totals[a]).toBe(row.reduce((sum, cell) => sum + cell.count, 0))
        row.forEach((cell, b) => {
          expect(within.cells[a]?.[b]?.count ?? 0).toBeLessThanOrEqual(cell.count)
          expect(cell.gap === null).toBe(cell.count === 0)
        })
      })
    }),
  )
})
