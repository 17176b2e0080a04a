import { expect, it } from 'vitest'
import { movedPlace } from './grid-keys'

const size = { rows: 100, columns: 5, page: 10 }

it('arrows move by one cell and stop at the edges, the heading included', () => {
  expect(movedPlace('ArrowDown', false, { row: -1, column: 2 }, size)).toEqual({ row: 0, column: 2 })
  expect(movedPlace('ArrowUp', false, { row: -1, column: 2 }, size)).toEqual({ row: -1, column: 2 })
  expect(movedPlace('ArrowDown', false, { row: 99, column: 2 }, size)).toEqual({ row: 99, column: 2 })
  expect(movedPlace('ArrowRight', false, { row: 3, column: 4 }, size)).toEqual({ row: 3, column: 4 })
  expect(movedPlace('ArrowLeft', false, { row: 3, column: 4 }, size)).toEqual({ row: 3, column: 3 })
})

it('Home and End go along the row, with Ctrl to the corners', () => {
  expect(movedPlace('End', false, { row: 3, column: 0 }, size)).toEqual({ row: 3, column: 4 })
  expect(movedPlace('Home', true, { row: 3, column: 4 }, size)).toEqual({ row: 0, column: 0 })
  expect(movedPlace('End', true, { row: 3, column: 0 }, size)).toEqual({ row: 99, column: 4 })
})

it('a page is as many rows as are seen, and never lands in the heading', () => {
  expect(movedPlace('PageDown', false, { row: 95, column: 0 }, size)).toEqual({ row: 99, column: 0 })
  expect(movedPlace('PageUp', false, { row: 4, column: 1 }, size)).toEqual({ row: 0, column: 1 })
})

it('other keys move nowhere', () => {
  expect(movedPlace('a', false, { row: 0, column: 0 }, size)).toBeNull()
})
