import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Countable, type CrosstabSettings, countables, crosstab } from './crosstab'
import { canShow, cellOf, shows } from './express'
import { category, material, node, type Said } from './testing'

const section = category('section', 'RU-BY', 'RU-KZ')
const codes = [node('trade'), node('milk wars', 'trade'), node('costs', 'trade', 1), node('identity', null, 1)]
const values = [{ section: 'RU-KZ' }, { section: 'RU-BY' }, { section: 'RU-KZ' }, {}]
const settings = (count: Countable, more: Partial<CrosstabSettings> = {}): CrosstabSettings => ({
  by: [section],
  count,
  rollUp: true,
  interviewers: false,
  coders: null,
  ...more,
})
const said: readonly Said[] = [
  { interview: 0, code: 'milk wars', coder: 'Anna', from: 20, to: 30 },
  { interview: 0, code: 'milk wars', coder: 'Boris', from: 25, to: 40 },
  { interview: 0, code: 'costs', coder: 'Anna', from: 28, to: 32 },
  { interview: 0, code: 'costs', coder: 'Anna', from: 50, to: 52 },
  { interview: 1, code: 'trade', coder: 'Boris', from: 5, to: 15 },
  { interview: 2, code: 'identity', coder: 'Anna', from: 2, to: 8 },
]
const table = (count: Countable, more: Partial<CrosstabSettings> = {}, of = said) => {
  const made = crosstab(material(codes, values, of), settings(count, more))
  return { ...made, of: (path: string) => made.rows.find((row) => row.code.path === path)?.cells }
}

describe('a table of codes by groups', () => {
  test('has a column per value in declared order, the interviews without one last, and its denominators', () => {
    expect(table('interviews').columns).toEqual([
      { values: ['RU-BY'], interviews: 1, words: 90, mentions: 1 },
      { values: ['RU-KZ'], interviews: 2, words: 180, mentions: 2 },
      { values: [null], interviews: 1, words: 90, mentions: 0 },
    ])
  })
  test('counts an interview once for a code though two coders coded it and though two sub-codes are in it', () => {
    expect(table('interviews').of('trade/milk wars')).toEqual([0, 1, 0])
    expect(table('interviews').of('trade')).toEqual([1, 1, 0])
  })
  test('counts what two coders marked alike as one coding, and sums the codings of sub-codes', () => {
    expect(table('codings').of('trade/milk wars')).toEqual([0, 1, 0])
    expect(table('codings').of('trade')).toEqual([1, 3, 0])
  })
  test('counts each word once however many coders and sub-codes cover it', () => {
    expect(table('words').of('trade/milk wars')).toEqual([0, 20, 0])
    expect(table('words').of('trade')).toEqual([5, 22, 0])
    expect(table('words').any.cells).toEqual([5, 22, 0])
  })
  test('leaves sub-codes out of a row that is not rolled up', () => {
    expect(table('codings', { rollUp: false }).of('trade')).toEqual([1, 0, 0])
  })
  test('knows no coding that is wholly the interviewer’s, unless asked to', () => {
    expect(table('codings').of('identity')).toEqual([0, 0, 0])
    expect(table('codings', { interviewers: true }).of('identity')).toEqual([0, 1, 0])
    expect(table('words', { interviewers: true }).of('trade')).toEqual([10, 22, 0])
    expect(table('words', { interviewers: true }).columns[0]?.words).toBe(100)
  })
  test('counts only the chosen coders', () => {
    expect(table('words', { coders: new Set(['Boris']) }).of('trade')).toEqual([5, 15, 0])
    expect(table('codings', { coders: new Set() }).any.total).toBe(0)
  })
  test('with no variable has one column of all interviews', () => {
    expect(table('interviews', { by: [] }).columns).toEqual([{ values: [], interviews: 4, words: 360, mentions: 3 }])
  })
  test('makes columns of dates by their year and of numbers by size', () => {
    const date = { id: 'd', name: 'Date', kind: 'date', categories: [] } as const
    const number = { id: 'n', name: 'Number', kind: 'number', categories: [] } as const
    const own = [
      { d: '2016-05-01', n: '10' },
      { d: '2015-01-01', n: '9' },
      { d: '2016-09-09', n: '10' },
    ]
    const made = crosstab(material(codes, own, []), settings('interviews', { by: [date, number] }))
    expect(made.columns.map((column) => [...column.values, column.interviews])).toEqual([
      ['2015', '9', 1],
      ['2016', '10', 2],
    ])
  })
})

describe('a cell', () => {
  test('is empty where there is nothing to divide by and 0 where there is nothing to count', () => {
    const made = table('interviews', {}, [])
    const first = made.rows[0]
    if (!first) throw new Error('no row')
    expect(cellOf(made, first, 0, 'count')).toBe(0)
    expect(cellOf(made, first, 0, 'share')).toBe(0)
    expect(cellOf(made, first, 0, 'row')).toBeNull()
    expect(cellOf(made, first, 0, 'column')).toBeNull()
  })
  test('as a share of interviews is divided by those under its heading', () => {
    const made = table('interviews')
    const trade = made.rows[0]
    if (!trade) throw new Error('no row')
    expect(cellOf(made, trade, 1, 'share')).toBe(0.5)
    expect(cellOf(made, trade, null, 'share')).toBe(0.5)
  })
})

const arbitrarySaid = fc.array(
  fc
    .record({
      interview: fc.nat(3),
      code: fc.constantFrom('trade', 'milk wars', 'costs', 'identity'),
      coder: fc.constantFrom('Anna', 'Boris', 'Consensus'),
      from: fc.nat(99),
      long: fc.integer({ min: 1, max: 30 }),
    })
    .map(({ long, ...one }) => ({ ...one, to: Math.min(100, one.from + long) })),
  { maxLength: 30 },
)
const arbitrarySettings = fc.record({
  count: fc.constantFrom(...countables),
  rollUp: fc.boolean(),
  interviewers: fc.boolean(),
})
const make = (of: readonly Said[], more: Partial<CrosstabSettings>) =>
  crosstab(material(codes, values, of), { ...settings('words'), ...more })

describe('whatever was coded', () => {
  test('no cell exceeds its denominator, and every share lies between 0 and 1', () => {
    fc.assert(
      fc.property(arbitrarySaid, arbitrarySettings, (of, more) => {
        const made = make(of, more)
        for (const row of [...made.rows, made.any])
          for (const column of [null, ...made.columns.keys()])
            for (const show of shows)
              if (show !== 'count' && canShow(made.count, show)) {
                const share = cellOf(made, row, column, show)
                if (share !== null && (share < 0 || share > 1)) return false
              }
        return true
      }),
    )
  })
  test('a table without variables is the total of the table with them', () => {
    fc.assert(
      fc.property(arbitrarySaid, arbitrarySettings, (of, more) => {
        const split = make(of, more)
        const whole = make(of, { ...more, by: [] })
        expect(split.rows.map((row) => row.total)).toEqual(whole.rows.map((row) => row.total))
        expect(split.any.total).toBe(whole.any.total)
        expect(split.all).toEqual(whole.all)
      }),
    )
  })
  test('the same codings by one more coder change nothing', () => {
    fc.assert(
      fc.property(arbitrarySaid, arbitrarySettings, (of, more) => {
        const anna = of.map((one) => ({ ...one, coder: 'Anna' }))
        const both = [...anna, ...anna.map((one) => ({ ...one, coder: 'Boris' }))]
        expect(make(both, more).rows).toEqual(make(anna, more).rows)
      }),
    )
  })
  test('the order in which codings were made does not matter', () => {
    fc.assert(
      fc.property(arbitrarySaid, arbitrarySettings, (of, more) => {
        expect(make(of.toReversed(), more).rows).toEqual(make(of, more).rows)
      }),
    )
  })
  test('all coders together find no less than any of them and no more than the sum of them', () => {
    fc.assert(
      fc.property(arbitrarySaid, arbitrarySettings, (of, more) => {
        const all = make(of, more)
        const each = [...new Set(of.map((one) => one.coder))].map((id) => make(of, { ...more, coders: new Set([id]) }))
        for (const [k, row] of all.rows.entries()) {
          const totals = each.map((one) => one.rows[k]?.total ?? 0)
          if (row.total < Math.max(0, ...totals) || row.total > totals.reduce((a, b) => a + b, 0)) return false
        }
        return true
      }),
    )
  })
  test('a parent that is rolled up has no less than any of its sub-codes, and codings exactly their sum', () => {
    fc.assert(
      fc.property(arbitrarySaid, fc.boolean(), fc.constantFrom(...countables), (of, interviewers, count) => {
        const own = make(of, { count, interviewers, rollUp: false }).rows.map((row) => row.total)
        const rolled = make(of, { count, interviewers, rollUp: true }).rows.map((row) => row.total)
        const sum = (own[0] ?? 0) + (own[1] ?? 0) + (own[2] ?? 0)
        expect(rolled.slice(1)).toEqual(own.slice(1))
        expect(rolled[0]).toBeLessThanOrEqual(sum)
        expect(rolled[0]).toBeGreaterThanOrEqual(Math.max(own[0] ?? 0, own[1] ?? 0, own[2] ?? 0))
        if (count === 'codings') expect(rolled[0]).toBe(sum)
      }),
    )
  })
})
