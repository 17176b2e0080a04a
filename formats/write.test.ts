import { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { writeCsv } from './csv/write'
import { CELL_LIMIT, sheetNames, writeXlsx } from './xlsx/write'

const table = {
  name: 'Цитаты',
  columns: ['code', 'quote', 'n'],
  rows: [
    ['trade', 'Сказал: «да», и "нет"\nушёл', 3],
    ['=1+1', '@cmd', -2.5],
    ['-12', '- пункт', null],
  ],
}

describe('writing tables', () => {
  test('a csv begins with a byte order mark, quotes what needs it and disarms formulas but not numbers', () => {
    const bytes = writeCsv(table)
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toBe(
      'code,quote,n\r\ntrade,"Сказал: «да», и ""нет""\nушёл",3\r\n\'=1+1,\'@cmd,-2.5\r\n-12,\'- пункт,\r\n',
    )
  })

  test('a workbook gives back its texts as texts and its numbers as numbers', async () => {
    const { bytes, notes } = await writeXlsx([table])
    expect(notes).toEqual([])
    expect(await readSheet(Buffer.from(bytes))).toEqual([
      ['code', 'quote', 'n'],
      ['trade', 'Сказал: «да», и "нет"\nушёл', 3],
      ['=1+1', '@cmd', -2.5],
      ['-12', '- пункт', null],
    ])
  })

  test('a cell longer than Excel holds is cut and said so, and control characters do not break the file', async () => {
    const { bytes, notes } = await writeXlsx([
      { name: 'a', columns: ['x'], rows: [['д'.repeat(CELL_LIMIT + 1)], ['a\u0001b\uD800'], ['_x0041_']] },
    ])
    expect(notes).toEqual([{ key: 'cellsCut', values: { table: 'a', count: 1, limit: CELL_LIMIT } }])
    const rows = await readSheet(Buffer.from(bytes))
    expect(rows.slice(0, 3)).toEqual([['x'], ['д'.repeat(CELL_LIMIT)], ['ab']])
  })

  test('names of sheets are made fit for Excel and kept apart', () => {
    expect(sheetNames(['a/b:c', '', 'A b c', 'x'.repeat(40), 'x'.repeat(41)])).toEqual([
      'a b c',
      'Sheet',
      'A b c 2',
      'x'.repeat(31),
      `${'x'.repeat(29)} 2`,
    ])
  })
})
