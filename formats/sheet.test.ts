import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { writeCsv } from './csv/write'
import { readSheet } from './index'

async function read(name: string, bytes: Uint8Array) {
  const reading = await readSheet(name, bytes)
  if ('refused' in reading) throw new Error(reading.refused.key)
  return reading
}

const expected = {
  columns: ['файл', 'раздел', 'год'],
  rows: [
    ['Интервью 1.docx', 'RU-BY; сёла', '2016'],
    ['b.txt', '', '2,5'],
  ],
}

describe('reading a sheet', () => {
  test.each([
    [
      'semicolons and windows-1251',
      'файл;раздел;год\r\nИнтервью 1.docx;"RU-BY; сёла";2016\r\nb.txt;;2,5\r\n',
      'win1251',
    ],
    [
      'tabs and UTF-16',
      '\uFEFFфайл\tраздел\tгод\r\nИнтервью 1.docx\tRU-BY; сёла\t2016\r\n\r\nb.txt\t\t2,5',
      'utf-16le',
    ],
    ['commas and UTF-8', 'файл,раздел,год,,\n"Интервью 1.docx","RU-BY; сёла",2016\nb.txt,,"2,5"', 'utf8'],
    ['the sign told by Excel', 'sep=|\nфайл|раздел|год\nИнтервью 1.docx|RU-BY; сёла|2016\nb.txt||2,5', 'utf8'],
  ])('with %s', async (_, text, encoding) => {
    expect((await read('s.csv', new Uint8Array(iconv.encode(text, encoding)))).value).toEqual(expected)
  })

  test('of Excel: numbers as JavaScript writes them, dates as YYYY-MM-DD, the first sheet only', async () => {
    const data = [
      ['file', 'year', 'share', 'date', 'yes'],
      ['a.txt', 2016, 0.1, { value: new Date(Date.UTC(2016, 4, 1)), type: Date, format: 'dd.mm.yyyy' }, true],
      [null, null, null, null, null],
      ['b.txt', 1e21, -2.5, null, null],
    ]
    const bytes = await writeXlsxFile([
      { data, sheet: 'Лист' },
      { data: [['x']], sheet: 'More' },
    ]).toBuffer()
    expect(await read('s.xlsx', new Uint8Array(bytes))).toEqual({
      value: {
        columns: ['file', 'year', 'share', 'date', 'yes'],
        rows: [
          ['a.txt', '2016', '0.1', '2016-05-01', 'true'],
          ['b.txt', '1e+21', '-2.5', '', ''],
        ],
      },
      notes: [{ key: 'firstSheetOnly', values: { sheet: 'Лист', count: 2 } }],
    })
  })

  test('what we write as CSV is read back', async () => {
    const table = {
      name: 't',
      columns: ['file', 'цитата', 'n'],
      rows: [
        ['a', 'Да, "так"\nи ещё', 1.5],
        ['b', 'x', null],
      ],
    }
    expect((await read('t.csv', writeCsv(table))).value).toEqual({
      columns: table.columns,
      rows: [
        ['a', 'Да, "так"\nи ещё', '1.5'],
        ['b', 'x', ''],
      ],
    })
  })
})
