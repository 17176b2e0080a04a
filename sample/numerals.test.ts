import { expect, test } from 'vitest'
import { inWords } from './numerals'

test('a number is said in the words of its language', () => {
  expect([0, 7, 15, 20, 45, 100, 110, 350].map((n) => inWords(n, 'ru'))).toEqual([
    ...['ноль', 'семь', 'пятнадцать', 'двадцать', 'сорок пять', 'сто', 'сто десять', 'триста пятьдесят'],
  ])
  expect([3, 35, 100, 110, 215].map((n) => inWords(n, 'en'))).toEqual([
    ...['three', 'thirty-five', 'a hundred', 'a hundred and ten', 'two hundred and fifteen'],
  ])
})

test('every number that has words has its own, and no other number has any', () => {
  for (const language of ['ru', 'en'] as const)
    expect(new Set(Array.from({ length: 1000 }, (_, n) => inWords(n, language))).size).toBe(1000)
  for (const n of [-1, 1000, 1.5]) expect(() => inWords(n, 'ru')).toThrow(RangeError)
})
