import { encode } from 'iconv-lite'
import { expect, test } from 'vitest'
import { readSecondOpinions } from '.'

const read = (text: string | Uint8Array) =>
  readSecondOpinions('other.csv', typeof text === 'string' ? new TextEncoder().encode(text) : text)

test('rows are read with their lines, whatever the order of the columns, empty lines and line ends in a cell', () => {
  const text =
    'Coder;code;start;END;interview;memo\r\nscript;milk;0;4;I-1;x\r\n\r\nscript;"milk\nwars";5;9;I-2;\r\nscript;costs;1;2;I-2\r\n'
  expect(read(text)).toEqual({
    value: {
      rows: [
        { line: 2, interview: 'I-1', code: 'milk', coder: 'script', start: 0, end: 4 },
        { line: 4, interview: 'I-2', code: 'milk\nwars', coder: 'script', start: 5, end: 9 },
        { line: 6, interview: 'I-2', code: 'costs', coder: 'script', start: 1, end: 2 },
      ],
      refused: [],
    },
    notes: [],
  })
})

test('a row that says nothing is told by its line and does not keep the others out', () => {
  const text =
    'interview,start,end,code,coder\nI-1,0,4,milk,b\nI-1,4,4,milk,b\nI-1,-1,4,milk,b\nI-1,1.5,4,milk,b\nI-1,1,4,,b\nI-1,1,4\n'
  const reading = read(text)
  expect('value' in reading && reading.value.rows.map(({ line }) => line)).toEqual([2])
  expect('value' in reading && reading.value.refused.map(({ line, fault }) => [line, fault])).toEqual([
    [3, 'offsets'],
    [4, 'offsets'],
    [5, 'offsets'],
    [6, 'empty'],
    [7, 'empty'],
  ])
})

test('an old encoding is read, and what is no such table is refused by its name', () => {
  const old = read(encode('interview,start,end,code,coder\nИнтервью,0,4,молочные войны,Борис\n', 'win1251'))
  expect('value' in old && old.value.rows[0]?.code).toBe('молочные войны')
  const refused = [
    '',
    'interview,start,end,code\nI-1,0,4,milk\n',
    'interview,start,end,code,coder\n',
    '\u0000\u0001\u0002',
  ].map(read)
  expect(refused.map((one) => 'refused' in one && one.refused.values.file)).toEqual(Array(4).fill('other.csv'))
  expect(refused.map((one) => ('refused' in one ? one.refused.key : ''))[1]).toBe('opinionsColumn')
})
