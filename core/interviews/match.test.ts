import { describe, expect, test } from 'vitest'
import { kindOf, storedValue } from './kind'
import { matchFiles } from './match'

const section = { id: 's', name: 'Section', kind: 'category', categories: ['RU-BY'] } as const
const year = { id: 'y', name: 'year', kind: 'number', categories: [] } as const

describe('matching files with a sheet', () => {
  test('files are found by name in any case and normal form, with or without the ending, whatever the column is called', () => {
    const sheet = {
      columns: ['n', 'Кто', 'section', 'Year'],
      rows: [
        ['1', 'Интервью 1', 'RU-BY', '2016'],
        ['2', 'ЁЛКА.DOCX', 'RU-KZ', '2 017'],
      ],
    }
    const match = matchFiles(['интервью 1.txt', 'folder/е\u0308лка.docx', 'spare.txt'], sheet, [section, year])
    expect(match.fileColumn).toBe('Кто')
    expect(match.rows).toEqual([
      { row: 2, file: 'интервью 1.txt', values: { n: '1', Section: 'RU-BY', year: '2016' } },
      { row: 3, file: 'folder/е\u0308лка.docx', values: { n: '2', Section: 'RU-KZ', year: '2017' } },
    ])
    expect(match.columns).toEqual([
      { name: 'n', variable: null, kind: 'number', categories: [] },
      { name: 'Section', variable: 's', kind: 'category', categories: ['RU-KZ'] },
      { name: 'year', variable: 'y', kind: 'number', categories: [] },
    ])
    expect(match.mismatches).toEqual([
      { kind: 'file-without-row', file: 'spare.txt' },
      { kind: 'unknown-column', column: 'n' },
    ])
  })

  test('a file with two rows and a row with two files belong to nobody, and each is told with its row', () => {
    const sheet = {
      columns: ['file', 'year'],
      rows: [
        ['a.txt', '1'],
        ['A', '2'],
        ['b', 'soon'],
        ['c', ''],
        ['d.txt', 'soon'],
      ],
    }
    const match = matchFiles(['a.txt', 'b.txt', 'b.docx', 'd.docx'], sheet, [year])
    expect(match.rows).toEqual([{ row: 6, file: 'd.docx', values: {} }])
    expect(match.mismatches).toEqual([
      { kind: 'two-rows', file: 'a.txt', first: 2, second: 3 },
      { kind: 'two-files', row: 4, file: 'b.txt', other: 'b.docx' },
      { kind: 'row-without-file', row: 5, file: 'c' },
      { kind: 'other-kind', row: 6, column: 'year', value: 'soon', expected: 'number' },
      { kind: 'file-without-row', file: 'b.txt' },
      { kind: 'file-without-row', file: 'b.docx' },
    ])
  })

  test('a sheet that names none of the files says so', () => {
    const match = matchFiles(['a.txt'], { columns: ['x'], rows: [['q']] }, [])
    expect(match.fileColumn).toBe(null)
    expect(match.mismatches[0]).toEqual({ kind: 'no-file-column' })
  })
})

describe('the kind of a column', () => {
  test.each([
    [['2014', '2015', ''], 'number'],
    [['2,5', '-1'], 'number'],
    [['007', '012'], 'text'],
    [['2014-05-01', '31.12.2015'], 'date'],
    [['31.02.2015'], 'text'],
    [['business', 'official', 'business', 'official'], 'category'],
    [['Anna', 'Boris', 'Vera'], 'text'],
    [['', ''], 'text'],
  ] as const)('%j is %s', (values, kind) => {
    expect(kindOf(values)).toBe(kind)
  })

  test('values are stored in one notation', () => {
    expect(storedValue('2,50', 'number')).toBe('2.5')
    expect(storedValue('1\u00A0234', 'number')).toBe('1234')
    expect(storedValue('1.5.2016', 'date')).toBe('2016-05-01')
    expect(storedValue('2016-13-01', 'date')).toBe(null)
  })
})
