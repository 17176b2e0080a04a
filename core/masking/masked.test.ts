import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apart, masked, maskedPiece } from './masked'

const spots = fc
  .array(
    fc.record({
      start: fc.nat(60),
      length: fc.integer({ min: 1, max: 9 }),
      pseudonym: fc.string({ minLength: 1, maxLength: 12 }),
    }),
  )
  .map((all) => apart(all.map(({ start, length, pseudonym }) => ({ start, end: start + length, pseudonym }))))
const text = fc.string({ minLength: 70, maxLength: 90 })
const range = fc.tuple(fc.nat(69), fc.nat(69)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))

test('names are replaced, and what stands around them stays', () => {
  const text = 'Иванов из Смоленска молчит'
  const marks = [
    { start: 0, end: 6, pseudonym: 'Петров' },
    { start: 10, end: 19, pseudonym: 'города А' },
  ]
  const { text: shown, shown: at } = masked(text, marks)
  expect(shown).toBe('Петров из города А молчит')
  expect([at(20, 'start'), at(12, 'start'), at(12, 'end')]).toEqual([19, 10, 18])
})

test('a range that does not cut a name goes to the masked text and comes back as it was', () => {
  fc.assert(
    fc.property(text, spots, range, (raw, marks, { start, end }) => {
      fc.pre(!marks.some((one) => [start, end].some((at) => one.start < at && at < one.end)))
      const { shown, stored } = masked(raw, marks)
      expect(stored(shown(start, 'start'), 'start')).toBe(start)
      expect(stored(shown(end, 'end'), 'end')).toBe(end)
    }),
  )
})

test('a range that cuts a name comes back with the whole name, and going again changes nothing', () => {
  fc.assert(
    fc.property(text, spots, range, (raw, marks, { start, end }) => {
      const { shown, stored } = masked(raw, marks)
      const back = { start: stored(shown(start, 'start'), 'start'), end: stored(shown(end, 'end'), 'end') }
      expect(back.start).toBe(marks.find((one) => one.start < start && start < one.end)?.start ?? start)
      expect(back.end).toBe(marks.find((one) => one.start < end && end < one.end)?.end ?? end)
      expect(shown(back.start, 'start')).toBe(shown(start, 'start'))
      expect(shown(back.end, 'end')).toBe(shown(end, 'end'))
    }),
  )
})

test('every range of the masked text is a range of the text, with the same characters outside of names', () => {
  fc.assert(
    fc.property(text, spots, range, (raw, marks, { start, end }) => {
      const { text: hidden, shown, stored } = masked(raw, marks)
      const to = Math.min(end, hidden.length)
      fc.pre(start < to)
      const back = { start: stored(start, 'start'), end: stored(to, 'end') }
      expect(back.start).toBeLessThan(back.end)
      expect(shown(back.start, 'start')).toBeLessThanOrEqual(start)
      expect(shown(back.end, 'end')).toBeGreaterThanOrEqual(to)
      const inside = marks.some((one) => one.start < back.end && one.end > back.start)
      if (!inside) expect(raw.slice(back.start, back.end)).toBe(hidden.slice(start, to))
    }),
  )
})

test('a piece masked by itself is the slice of the masked text', () => {
  fc.assert(
    fc.property(text, spots, range, (raw, marks, { start, end }) => {
      const { text: hidden, shown } = masked(raw, marks)
      expect(maskedPiece(raw.slice(start, end), start, marks)).toBe(
        hidden.slice(shown(start, 'start'), shown(end, 'end')),
      )
    }),
  )
})

test('marks that overlap, are empty or out of order are refused', () => {
  expect(() => masked('abcdef', [{ start: 2, end: 2, pseudonym: 'x' }])).toThrow(RangeError)
  expect(() => masked('abcdef', [{ start: 2, end: 3, pseudonym: '' }])).toThrow(RangeError)
  expect(() =>
    masked('abcdef', [
      { start: 2, end: 4, pseudonym: 'x' },
      { start: 3, end: 5, pseudonym: 'y' },
    ]),
  ).toThrow(RangeError)
})
