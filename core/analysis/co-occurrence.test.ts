import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { material, node, type Said } from '@/core/frequencies/testing'
import { chosen } from './choice'
import { coefficient, coOccurrence, type MeetingUnit, meetings, meetingUnits } from './co-occurrence'
import { everything } from './testing'

const codes = [node('trade'), node('milk', 'trade'), node('identity', null, 1)]
// Two turns of the respondent in each interview, words 10 to 50 and 50 to 100; offsets are five times words.
const turns = () => [50, 250, 250, 500]
const said: readonly Said[] = [
  { interview: 0, code: 'milk', coder: 'Anna', from: 20, to: 30 },
  { interview: 0, code: 'milk', coder: 'Boris', from: 25, to: 35 },
  { interview: 0, code: 'identity', coder: 'Anna', from: 28, to: 32 },
  { interview: 0, code: 'identity', coder: 'Anna', from: 40, to: 44 },
  { interview: 0, code: 'milk', coder: 'Anna', from: 60, to: 64 },
  { interview: 1, code: 'milk', coder: 'Anna', from: 20, to: 30 },
  { interview: 1, code: 'identity', coder: 'Boris', from: 48, to: 55 },
  { interview: 2, code: 'identity', coder: 'Boris', from: 1, to: 5 },
]
const of = (part: Partial<typeof everything> = {}, list = said) =>
  chosen(material(codes, [{}, {}, {}], list), { ...everything, ...part })
const made = (unit: MeetingUnit, words = 0, part: Partial<typeof everything> = {}) =>
  coOccurrence(of(part), { unit, words }, turns)

describe('codes by codes', () => {
  test('overlap: what two coders marked is one place, and only words that both cover are a meeting', () => {
    const { rows, cells, interviews } = made('overlap')
    expect(rows.map(({ code, places, interviews }) => [code.code.id, places, interviews])).toEqual([
      ['milk', 3, 2],
      ['identity', 3, 2],
    ])
    expect(cells[0]?.[1]).toEqual({ both: 1, interviews: 1, coefficient: 1 / 5 })
    expect(cells[1]?.[0]).toEqual(cells[0]?.[1])
    expect(cells[0]?.[0]).toBeNull()
    expect(interviews).toBe(3)
  })
  test('near: words between the end of one and the beginning of the other are counted', () => {
    expect(made('near', 15).cells[0]?.[1]?.both).toBe(1)
    expect(made('near', 16).cells[0]?.[1]?.both).toBe(2)
    expect(made('near', 18).cells[0]?.[1]?.both).toBe(3)
  })
  test('turn: a turn with both is one place, and a passage over two turns is in both', () => {
    const { rows, cells } = made('turn')
    expect(rows.map((row) => row.places)).toEqual([3, 3])
    expect(cells[0]?.[1]).toEqual({ both: 2, interviews: 2, coefficient: 2 / 4 })
  })
  test('interview: each counts once', () => {
    expect(made('interview').rows.map((row) => row.places)).toEqual([2, 2])
    expect(made('interview').cells[0]?.[1]).toEqual({ both: 2, interviews: 2, coefficient: 1 })
  })
  test('the interviewer’s passages do not count unless asked for', () => {
    expect(made('interview', 0, { interviewers: true }).rows[1]?.places).toBe(3)
  })
  test('rolled up, a code meets others where its sub-codes do, and its own sub-codes not at all', () => {
    const { rows, cells } = made('overlap', 0, { rollUp: true })
    expect(rows.map(({ code }) => code.code.id)).toEqual(['trade', 'milk', 'identity'])
    expect(cells[0]?.[1]).toBeNull()
    expect(cells[0]?.[2]?.both).toBe(1)
  })
  test('a cell leads to the places it counts', () => {
    expect(meetings(of(), { unit: 'overlap', words: 0 }, turns, 0, 1)).toEqual([
      {
        interview: 0,
        a: { from: 100, to: 175, start: 100, end: 175 },
        b: { from: 140, to: 160, start: 140, end: 160 },
      },
    ])
  })
  test('in every unit the counts are symmetric, no larger than either code’s own, and as many as the places that are listed', () => {
    const passage = fc.record({
      interview: fc.nat(2),
      code: fc.constantFrom('trade', 'milk', 'identity'),
      coder: fc.constantFrom('Anna', 'Boris'),
      from: fc.nat(80),
      long: fc.nat(19),
    })
    fc.assert(
      fc.property(
        fc.array(passage),
        fc.constantFrom(...meetingUnits),
        fc.nat(20),
        fc.boolean(),
        (list, unit, words, rollUp) => {
          const at = of(
            { rollUp },
            list.map(({ long, ...rest }) => ({ ...rest, to: rest.from + long })).sort((a, b) => a.from - b.from),
          )
          const table = coOccurrence(at, { unit, words }, turns)
          table.cells.forEach((row, a) => {
            row.forEach((pair, b) => {
              expect(table.cells[b]?.[a]).toEqual(pair)
              if (!pair) return
              expect(pair.both).toBeLessThanOrEqual(Math.min(table.rows[a]?.places ?? 0, table.rows[b]?.places ?? 0))
              expect(meetings(at, { unit, words }, turns, a, b)).toHaveLength(pair.both)
            })
          })
        },
      ),
    )
  })
})

test('the coefficient is the share of places with both among the places with either', () => {
  expect(coefficient(10, 20, 6)).toBe(6 / 24)
  expect(coefficient(3, 3, 3)).toBe(1)
  expect(coefficient(4, 0, 0)).toBe(0)
  expect(coefficient(0, 0, 0)).toBeNull()
  expect(() => coefficient(2, 5, 3)).toThrow(RangeError)
})
