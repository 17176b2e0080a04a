import { expect, it } from 'vitest'
import type { Variable } from '@/core/variable'
import { matchFiles } from './match'
import { isFatal, openColumns, sheetValues, wantedVariables } from './sheet-values'

const side: Variable = { id: 's', name: 'side', kind: 'category', categories: ['Russia'] }
const year: Variable = { id: 'y', name: 'Год', kind: 'number', categories: [] }
const sheet = {
  columns: ['file', 'side', 'год', 'mood'],
  rows: [
    ['RB-1', 'russia', '2016', 'calm'],
    ['RB-2', 'Mongolia', 'soon', 'angry'],
  ],
}
const files = ['a/RB-1.txt', 'a/RB-2.docx']

it('values go to the variables that can have them, and nothing else', () => {
  const match = matchFiles(files, sheet, [side, year])
  expect([...sheetValues(match, [side, year])]).toEqual([
    ['a/RB-1.txt', { s: 'Russia', y: '2016' }],
    ['a/RB-2.docx', {}],
  ])
})

it('what is ticked is made, and then its values are taken', () => {
  const match = matchFiles(files, sheet, [side, year])
  expect(openColumns(match).map((column) => column.name)).toEqual(['side', 'mood'])
  expect(wantedVariables(match, new Set(['mood'])).map((variable) => variable.name)).toEqual(['mood'])
  const mood: Variable = { id: 'm', name: 'mood', kind: 'text', categories: [] }
  expect(sheetValues(match, [side, mood]).get('a/RB-2.docx')).toEqual({ m: 'angry' })
})

it('two rows for one file make a sheet unusable; a row too many does not', () => {
  const twice = { ...sheet, rows: [...sheet.rows, ['RB-1.txt', '', '', '']] }
  expect(
    matchFiles(files, twice, [])
      .mismatches.filter(isFatal)
      .map((one) => one.kind),
  ).toEqual(['two-rows'])
  const more = { ...sheet, rows: [...sheet.rows, ['RB-3', '', '', '']] }
  expect(matchFiles(files, more, []).mismatches.filter(isFatal)).toEqual([])
})
