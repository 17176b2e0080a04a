import { expect, test } from 'vitest'
import { answerColumns, answersOf } from './answers'

const sheet = {
  columns: ['id', 'year', 'Что изменилось?', 'Why?', 'town'],
  rows: [
    [
      'A-1',
      '2016',
      'Стало труднее возить молоко через границу, и все это знают.',
      'Because of the rules at the border post.',
      'Смоленск',
    ],
    ['A-2', '2017', '', 'Nobody told us anything about it, as ever.', 'Омск'],
    ['A-3', '2018', '', '', 'Орёл'],
  ],
}

test('columns of long texts are taken for answers, short ones for values', () => {
  expect(answerColumns(sheet)).toEqual(['Что изменилось?', 'Why?'])
  expect(
    answerColumns({
      columns: ['a', 'b'],
      rows: [
        ['1', 'it is so'],
        ['2', 'x y z'],
      ],
    }),
  ).toEqual(['b'])
  expect(
    answerColumns({
      columns: ['a', 'b'],
      rows: [
        ['1', 'yes'],
        ['2', 'no'],
      ],
    }),
  ).toEqual([])
})

test('each row with an answer becomes an interview, its columns headings, the rest its values', () => {
  const { files, grid, empty } = answersOf('survey', sheet, ['что изменилось?', 'Why?'])
  expect(files).toEqual([
    {
      path: 'A-1.txt',
      text: '# Что изменилось?\n\nСтало труднее возить молоко через границу, и все это знают.\n\n# Why?\n\nBecause of the rules at the border post.',
    },
    { path: 'A-2.txt', text: '# Why?\n\nNobody told us anything about it, as ever.' },
  ])
  expect(grid).toEqual({
    columns: ['file', 'year', 'town'],
    rows: [
      ['A-1.txt', '2016', 'Смоленск'],
      ['A-2.txt', '2017', 'Омск'],
    ],
  })
  expect(empty).toBe(1)
})

test('one column of text stands without a heading; rows without a name are numbered; no name is a path', () => {
  const rows = [
    ['x', 'first answer here'],
    ['x', 'second answer here'],
  ]
  expect(answersOf('poll', { columns: ['g', 'text'], rows }, ['text']).files).toEqual([
    { path: 'poll 1.txt', text: 'first answer here' },
    { path: 'poll 2.txt', text: 'second answer here' },
  ])
  const odd = answersOf('poll', { columns: ['id', 'text'], rows: [['../a\u0000b', 'an answer here']] }, ['text'])
  expect(odd.files[0]?.path).toBe('..-a-b.txt')
})
