import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Variable } from '@/core/variable'
import type { Interview } from './interview'
import { type Filter, shownInterviews, tableColumns, type View } from './table'
import { plainView, viewOf, viewParams } from './view'

const side: Variable = { id: 's', name: 'side', kind: 'category', categories: ['Russia', 'Belarus', 'Kazakhstan'] }
const year: Variable = { id: 'y', name: 'Год', kind: 'number', categories: [] }
const met: Variable = { id: 'm', name: 'met', kind: 'date', categories: [] }
const place: Variable = { id: 'p', name: 'place', kind: 'text', categories: [] }
const variables = [side, year, met, place]

const one = (name: string, more: Partial<Interview> = {}): Interview => ({
  id: name,
  name,
  language: 'ru',
  file: '',
  values: {},
  words: 0,
  turns: 0,
  codings: 0,
  translations: 0,
  coders: [],
  ...more,
})
const interviews = [
  one('RB-10', { values: { s: 'Kazakhstan', y: '9', m: '2016-05-31', p: 'Орёл' }, words: 9, coders: ['Anna'] }),
  one('RB-2', { values: { s: 'Russia', y: '2014.5', m: '2015-01-01' }, words: 100, language: 'en' }),
  one('RB-1', { values: { s: 'Belarus', p: 'Псков' }, words: 20, coders: ['Anna', 'Boris'], language: '' }),
]
const columns = tableColumns(interviews, variables, 'en')
const names = (view: Partial<View>) =>
  shownInterviews(interviews, columns, { ...plainView, ...view }, 'ru').map((interview) => interview.name)
const sorted = (column: string, descending = false) => names({ sort: { column, descending } })
const filtered = (id: string, filter: Filter) => names({ filters: { [id]: filter } })

describe('the table of interviews', () => {
  it('has the variables between the name and what was counted', () => {
    expect(columns.map((column) => column.param)).toEqual([
      'name',
      ...['v.side', 'v.Год', 'v.met', 'v.place'],
      ...['language', 'words', 'turns', 'coders', 'codings', 'translations'],
    ])
    expect(columns.find((column) => column.id === 'coders')?.categories).toEqual(['Anna', 'Boris'])
  })

  it('sorts names with their numbers, categories in their order, numbers as numbers', () => {
    expect(sorted('name')).toEqual(['RB-1', 'RB-2', 'RB-10'])
    expect(sorted('s')).toEqual(['RB-2', 'RB-1', 'RB-10'])
    expect(sorted('words', true)).toEqual(['RB-2', 'RB-1', 'RB-10'])
    expect(sorted('coders')).toEqual(['RB-10', 'RB-1', 'RB-2'])
  })

  it('puts what has no value last, in both directions', () => {
    expect(sorted('y')).toEqual(['RB-10', 'RB-2', 'RB-1'])
    expect(sorted('y', true)).toEqual(['RB-2', 'RB-10', 'RB-1'])
  })

  it('finds text in any case and with е for ё', () => {
    expect(filtered('p', { by: 'contains', text: 'ОРЕЛ' })).toEqual(['RB-10'])
    expect(filtered('name', { by: 'contains', text: 'rb-1' })).toEqual(['RB-1', 'RB-10'])
  })

  it('filters by some of the categories, and by none', () => {
    expect(filtered('s', { by: 'oneOf', values: ['Russia', 'Belarus'] })).toEqual(['RB-1', 'RB-2'])
    expect(filtered('language', { by: 'oneOf', values: ['', 'en'] })).toEqual(['RB-1', 'RB-2'])
    expect(filtered('coders', { by: 'oneOf', values: ['Boris'] })).toEqual(['RB-1'])
  })

  it('filters by ranges that include both ends and may be open', () => {
    expect(filtered('y', { by: 'range', from: '9', to: '' })).toEqual(['RB-2', 'RB-10'])
    expect(filtered('y', { by: 'range', from: '', to: '9' })).toEqual(['RB-10'])
    expect(filtered('m', { by: 'range', from: '2015-01-01', to: '2016-05-30' })).toEqual(['RB-2'])
  })
})

describe('the view in the URL', () => {
  it('is nothing for the plain view', () => {
    expect(viewParams(plainView, columns).toString()).toBe('')
    expect(viewOf(new URLSearchParams('sort=height&v.gone=1&words=abc&v.met=1..2'), columns)).toEqual(plainView)
  })

  it('is read back as it was written', () => {
    const texts = fc.string({ minLength: 1 })
    const filters = fc.record(
      {
        s: fc
          .uniqueArray(fc.constantFrom('', ...side.categories), { minLength: 1 })
          .map((values): Filter => ({ by: 'oneOf', values })),
        p: texts.map((text): Filter => ({ by: 'contains', text })),
        words: fc
          .tuple(fc.nat(), fc.nat())
          .map(([from, to]): Filter => ({ by: 'range', from: String(from), to: String(to) })),
        m: fc.constantFrom<Filter>(
          { by: 'range', from: '2015-01-01', to: '' },
          { by: 'range', from: '', to: '2016-01-01' },
        ),
      },
      { requiredKeys: [] },
    )
    const sort = fc.record({ column: fc.constantFrom(...columns.map((c) => c.id)), descending: fc.boolean() })
    fc.assert(
      fc.property(fc.record({ sort, filters }), (view) => {
        const written = new URLSearchParams(viewParams(view, columns).toString())
        expect(viewOf(written, columns)).toEqual({ sort: view.sort, filters: { ...view.filters } })
      }),
    )
  })
})
