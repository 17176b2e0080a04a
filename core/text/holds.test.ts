import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold'
import { holds } from './holds'

test('words are found in any case, with е for ё, and over the end of a line', () => {
  expect(holds('все еще')('И ВСЁ\nЕщё стоят.')).toBe(true)
  expect(holds('молочные')('Молоко')).toBe(false)
})

test('signs stand for themselves', () => {
  expect(holds('(смеётся)?')('Да (смеется)? Нет.')).toBe(true)
  expect(holds('a.c')('abc')).toBe(false)
  expect(holds('50-60')('лет 50-60')).toBe(true)
})

test('a text holds words exactly when it does so folded', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'аАеЕёЁбz Z\n\t.*+?()[]{}|\\/^$-'), maxLength: 12 })
  const words = fc.string({ unit: fc.constantFrom(...'аАеЕёЁz .*+?()[]{}|\\/^$-'), maxLength: 3 })
  fc.assert(
    fc.property(letters, words, (text, wanted) => {
      expect(holds(wanted)(text)).toBe(fold(text).includes(fold(wanted)))
    }),
  )
})
