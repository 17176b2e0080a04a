import fc from 'fast-check'
import { expect, test } from 'vitest'
import { context } from './context'

const text = 'Первое. Второе слово здесь. Третье! Четвёртое? Пятое.'
const around = (quote: string, sentences: number) => {
  const start = text.indexOf(quote)
  return context(text, start, start + quote.length, sentences)
}

test('the context completes the sentence and adds whole ones on either side', () => {
  expect(around('слово', 1)).toEqual({ before: 'Первое. Второе ', after: ' здесь. Третье!' })
  expect(around('слово', 9)).toEqual({ before: 'Первое. Второе ', after: ' здесь. Третье! Четвёртое? Пятое.' })
})
test('no sentences are no context', () => {
  expect(around('слово', 0)).toEqual({ before: '', after: '' })
})
test('context and passage together are a piece of the text, wherever the passage lies', () => {
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.nat(30), fc.integer({ min: 1, max: 3 }), (start, long, sentences) => {
      const end = Math.min(text.length, start + long + 1)
      const { before, after } = context(text, start, end, sentences)
      expect(text.slice(start - before.length, end + after.length)).toBe(before + text.slice(start, end) + after)
    }),
  )
})
