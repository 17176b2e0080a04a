import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordOffsets } from '@/core/text/words'
import { finder } from './find'
import { parse } from './query'
import { Vocabulary } from './vocabulary'

/** What a query finds in a text, as words; the reason when it cannot be asked, null when the text does not answer it. */
function found(query: string, text: string): readonly string[] | string | null {
  const vocabulary = new Vocabulary()
  const words = vocabulary.read(text)
  const parsed = parse(query)
  if ('fault' in parsed) return `${parsed.fault} ${parsed.at}`
  const offsets = wordOffsets(text)
  const matches = (source: string) =>
    [...text.matchAll(new RegExp(source, 'giu'))].map(({ index, 0: { length } }) => {
      const own = Array.from(words.keys()).filter(
        (i) => (offsets[2 * i] ?? 0) < index + length && (offsets[2 * i + 1] ?? 0) > index,
      )
      return { from: own[0] ?? 0, to: (own.at(-1) ?? 0) + 1 }
    })
  const hits = finder(parsed, vocabulary)({ words, matches })
  return hits?.map(({ from, to }) => text.slice(offsets[2 * from], offsets[2 * to - 1])) ?? null
}

const ru = 'Молочные войны начались в пятнадцатом году. Ещё раз: молоко стояло, войны шли по-хозяйски. Ёлки!'
const en =
  'The milk wars began. Trucks stood at the border for weeks; a truck driver slept, and bordering towns waited.'

describe('a query', () => {
  test('finds words by their stem, in any case, with ё as е', () => {
    expect(found('война', ru)).toEqual(['войны', 'войны'])
    expect(found('ЕЩЕ', ru)).toEqual(['Ещё'])
    expect(found('ёлка', ru)).toEqual(['Ёлки'])
    expect(found('trucks', en)).toEqual(['Trucks', 'truck'])
    expect(found('хозяйски', ru)).toEqual(['по-хозяйски'])
  })
  test('finds words as they stand, by their beginning, and phrases', () => {
    expect(found('=truck', en)).toEqual(['truck'])
    expect(found('border*', en)).toEqual(['border', 'bordering'])
    expect(found('"молочные войны"', ru)).toEqual(['Молочные войны'])
    expect(found('«молоч* войны»', ru)).toEqual(['Молочные войны'])
    expect(found('"milk war"', en)).toBeNull()
  })
  test('finds what is near, in either order, and nothing farther away', () => {
    expect(found('truck NEAR/4 border', en)).toEqual(['Trucks stood at the border'])
    expect(found('weeks NEAR/1 truck', en)).toEqual(['weeks; a truck'])
    expect(found('война РЯДОМ/1 молоко', ru)).toEqual(['молоко стояло, войны'])
    expect(found('milk NEAR/1 border', en)).toBeNull()
  })
  test('combines with AND, OR, NOT and parentheses, in both languages', () => {
    expect(found('milk AND truck', en)).toEqual(['milk', 'Trucks', 'truck'])
    expect(found('milk cheese', en)).toBeNull()
    expect(found('cheese OR milk', en)).toEqual(['milk'])
    expect(found('сыр ИЛИ молоко', ru)).toEqual(['молоко'])
    expect(found('milk -cheese', en)).toEqual(['milk'])
    expect(found('milk NOT driver', en)).toBeNull()
    expect(found('(cheese | milk) (driver | pilot)', en)).toEqual(['milk', 'driver'])
  })
  test('finds regular expressions', () => {
    expect(found('/tr.ck(s)?/', en)).toEqual(['Trucks', 'truck'])
  })
  test('says what is wrong with it, and where', () => {
    expect(found('', en)).toBe('empty 0')
    expect(found('a "b', en)).toBe('quoteOpen 2')
    expect(found('a /b', en)).toBe('patternOpen 2')
    expect(found('/(/', en)).toBe('pattern 0')
    expect(found('(a', en)).toBe('parenthesis 0')
    expect(found('a)', en)).toBe('parenthesis 1')
    expect(found('a OR', en)).toBe('operand 4')
    expect(found('AND a', en)).toBe('operand 0')
    expect(found('NOT a', en)).toBe('onlyNot 0')
    expect(found('a NEAR -b', en)).toBe('operand 2')
  })
})

test('whatever is typed is a query or a fault inside it', () => {
  const pieces = fc.constantFrom(
    'a',
    'слово',
    '"',
    '«',
    '»',
    '(',
    ')',
    ' ',
    'OR',
    'NEAR/3',
    'NOT',
    '-',
    '/',
    '*',
    '=',
    '|',
    '\\',
    '😀',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (given) => {
      const text = given.join(' '.repeat(given.length % 2))
      const parsed = parse(text)
      if ('fault' in parsed) expect(parsed.at >= 0 && parsed.at <= text.length).toBe(true)
      else expect(finder(parsed, new Vocabulary())({ words: new Uint32Array(), matches: () => [] })).toBeDefined()
    }),
    { numRuns: 2000 },
  )
})

test('every word of a text is found where it stands', () => {
  const word = fc.stringMatching(/^[а-яёa-z]{1,8}$/u)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.nat(), (words, n) => {
      const wanted = words[n % words.length] ?? ''
      const plain = (one: string) => one.replaceAll('ё', 'е')
      const hits = found(`=${wanted}`, words.join(', '))
      expect(hits).toEqual(words.filter((one) => plain(one) === plain(wanted)))
    }),
  )
})
