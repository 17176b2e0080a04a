import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crosstab } from '@/core/frequencies/crosstab'
import { category, material, node, type Said } from '@/core/frequencies/testing'
import { everything, matches, type Query } from './query'

const section = category('section', 'RU-BY', 'RU-KZ')
const codes = [node('trade'), node('milk wars', 'trade'), node('identity', null, 1), node('border', null, 2)]
const said: readonly Said[] = [
  { interview: 0, code: 'milk wars', coder: 'Anna', from: 20, to: 30 },
  { interview: 0, code: 'identity', coder: 'Boris', from: 25, to: 40 },
  { interview: 0, code: 'trade', coder: 'Anna', from: 40, to: 50 },
  { interview: 1, code: 'identity', coder: 'Anna', from: 2, to: 8 },
  { interview: 1, code: 'border', coder: 'Anna', from: 8, to: 12 },
]
const of = material(codes, [{ section: 'RU-BY' }, {}], said)
const found = (query: Partial<Query>) => matches(of, { ...everything, ...query }, () => false)

describe('a query', () => {
  test('for nothing finds everything', () => {
    expect(found({})).toEqual([0, 1, 2, 3, 4])
  })
  test('for any of some codes finds their codings and those of their sub-codes, unless these are left out', () => {
    expect(found({ any: ['trade'] })).toEqual([0, 2])
    expect(found({ any: ['trade'], subCodes: false })).toEqual([2])
  })
  test('for all of some codes finds the codings of each that the others overlap, by any coder', () => {
    expect(found({ all: ['trade', 'identity'] })).toEqual([0, 1])
    expect(found({ all: ['trade', 'identity'], any: ['trade'] })).toEqual([0])
    expect(found({ all: ['trade', 'identity'], coders: ['Anna'] })).toEqual([])
  })
  test('for none of some codes leaves out what they overlap; what only touches stays', () => {
    expect(found({ none: ['identity'] })).toEqual([2, 4])
  })
  test('asks for values, and for none', () => {
    expect(found({ values: [{ variable: section, values: ['RU-BY'] }] })).toEqual([0, 1, 2])
    expect(found({ values: [{ variable: section, values: [null] }] })).toEqual([3, 4])
  })
  test('for anybody but interviewers leaves out what is wholly theirs; other roles are asked of the turns', () => {
    expect(found({ speakers: ['respondent', 'other'] })).toEqual([0, 1, 2, 4])
    expect(matches(of, { ...everything, speakers: ['interviewer'] }, (p) => p === 3)).toEqual([3])
  })
})

test('the codings in a cell of a table of one coder are those its excerpts find', () => {
  const one = fc.record({
    interview: fc.nat(1),
    code: fc.constantFrom('trade', 'milk wars', 'identity'),
    coder: fc.constant('Anna'),
    from: fc.nat(60),
    to: fc.integer({ min: 61, max: 100 }),
  })
  fc.assert(
    fc.property(fc.array(one), fc.boolean(), (all, subCodes) => {
      const own = material(codes, [{ section: 'RU-BY' }, { section: 'RU-KZ' }], all)
      const settings = { by: [section], count: 'codings', rollUp: subCodes, interviewers: false, coders: null } as const
      const table = crosstab(own, settings)
      for (const row of table.rows)
        for (const [c, column] of table.columns.entries()) {
          const values = [{ variable: section, values: column.values }]
          const query: Query = {
            ...everything,
            any: [row.code.code.id],
            subCodes,
            values,
            speakers: ['respondent', 'other'],
          }
          expect(matches(own, query, () => false).length).toBe(row.cells[c])
        }
    }),
  )
})
