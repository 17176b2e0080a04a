import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Carried, carrier } from './carry'
import { edited, editsBetween } from './edits'

/** The words of `range` (written by their first occurrence) after a text became another. */
function after(before: string, now: string, quote: string): string {
  const start = before.indexOf(quote)
  const at = carrier(before, now, editsBetween(before, now))({ start, end: start + quote.length })
  return at.state === 'lost' ? 'lost' : `${at.state}: ${now.slice(at.start, at.end)}`
}

test.each([
  ['a b c', 'x a b c', 'b', 'kept: b'],
  ['one two three', 'one two, three', 'two', 'kept: two'],
  ['one two three', 'one very two three', 'two', 'kept: two'],
  ['молочные войны начались', 'молочная война началась', 'войны', 'touched: война'],
  ['one two three four', 'one four', 'two three', 'lost'],
  ['one two three four', 'one three four', 'two three', 'touched: three'],
  ['one two three four', 'one two and three four', 'two three', 'touched: two and three'],
  ['line one\nline two', 'line one line two', 'one\nline', 'touched: one line'],
  ['да нет да', 'нет да', 'да', 'touched: да'],
  [
    'first part. The moved sentence stays. last part.',
    'The moved sentence stays. first part. last part.',
    'The moved sentence stays.',
    'kept: The moved sentence stays.',
  ],
  ['👍🏽 good', '👍🏿 good', 'good', 'kept: good'],
])('%j to %j carries %j to %j', (before, now, quote, expected) => {
  expect(after(before, now, quote)).toBe(expected)
})

const words = ['да', 'нет', 'milk', 'wars', 'border', 'мы', 'и', '😀', 'е́', 'x']
const text = fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 60 })
const change = fc.record({
  at: fc.nat(1000),
  many: fc.nat(4),
  insert: fc.array(fc.constantFrom(...words, 'new', 'слово'), { maxLength: 4 }),
})

test('the edits between any two texts make the one of the other', () => {
  fc.assert(
    fc.property(text, text, fc.constantFrom(' ', '\n', ', '), (a, b, gap) => {
      expect(edited(a.join(' '), editsBetween(a.join(' '), b.join(gap)))).toBe(b.join(gap))
    }),
    { numRuns: 500 },
  )
})

/** Words that know where they come from, so that the truth of an edit is known without any difference being computed. */
type Word = { readonly word: string; readonly origin: number | null }

test('whatever is edited, a passage whose own words were not touched quotes the same words', () => {
  fc.assert(
    fc.property(text, fc.array(change, { minLength: 1, maxLength: 8 }), (first, changes) => {
      let now: Word[] = first.map((word, origin) => ({ word, origin }))
      for (const { at, many, insert } of changes) {
        const place = at % (now.length + 1)
        now = [...now.slice(0, place), ...insert.map((word) => ({ word, origin: null })), ...now.slice(place + many)]
      }
      const before = first.join(' ')
      const written = now.map((one) => one.word).join(' ')
      const carry = carrier(before, written, editsBetween(before, written))
      const starts = [0]
      for (const word of first) starts.push((starts.at(-1) ?? 0) + word.length + 1)
      for (let i = 0; i < first.length; i++)
        for (let n = 1; n <= 3 && i + n <= first.length; n++) {
          const at = now.findIndex((one) => one.origin === i)
          const untouched =
            at >= 0 && Array.from({ length: n }, (_, k) => now[at + k]?.origin).every((o, k) => o === i + k)
          if (!untouched) continue
          const start = starts[i] ?? 0
          const quote = first.slice(i, i + n).join(' ')
          const carried = carry({ start, end: start + quote.length })
          expect(wordsOf(written, carried)).toBe(quote)
        }
    }),
    { numRuns: 1500 },
  )
})

function wordsOf(text: string, carried: Carried): string | null {
  return carried.state === 'lost' ? null : text.slice(carried.start, carried.end)
}

test('a text that was wrapped anew keeps every passage inside a line, and a long rewrite is no disaster', () => {
  const long = Array.from({ length: 4000 }, (_, i) => `word${i % 900} и${i}`).join(' ')
  const wrapped = long.replaceAll(/ (word\d*5 )/gu, '\n$1')
  const carry = carrier(long, wrapped, editsBetween(long, wrapped))
  const start = long.indexOf('word7 и7')
  expect(carry({ start, end: start + 8 })).toEqual({
    state: 'kept',
    start: wrapped.indexOf('word7 и7'),
    end: wrapped.indexOf('word7 и7') + 8,
  })
  const other = long.replaceAll('word', 'слово')
  const there = carrier(
    long,
    other,
    editsBetween(long, other),
  )({ start: long.indexOf('и2000'), end: long.indexOf('и2000') + 5 })
  expect(wordsOf(other, there)).toBe('и2000')
})
