import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blanked, consentLevels, consentOf, withheld } from './consent'

const level = fc.constantFrom(...consentLevels)
const marks = fc
  .array(fc.record({ start: fc.nat(20), length: fc.integer({ min: 1, max: 9 }), level }))
  .map((all) => all.map(({ start, length, level }) => ({ start, end: start + length, level })))

test('a passage has the strictest level of its interview and of the passages that it touches', () => {
  const off = { start: 5, end: 9, level: 'off' } as const
  expect(consentOf('quotable', [off], { start: 0, end: 5 })).toBe('quotable')
  expect(consentOf('paraphrase', [off], { start: 0, end: 5 })).toBe('paraphrase')
  expect(consentOf('quotable', [off], { start: 8, end: 12 })).toBe('off')
})

test('exactly what is not quotable is withheld, and no letter of it is left, and nothing moves', () => {
  fc.assert(
    fc.property(level, marks, fc.string({ minLength: 30, maxLength: 40, unit: 'grapheme' }), (interview, all, text) => {
      const blanks = withheld(interview, all, text.length)
      const shown = blanked(text, 0, blanks)
      expect(shown.length).toBe(text.length)
      for (let at = 0; at < text.length; at++) {
        const kept = consentOf(interview, all, { start: at, end: at + 1 }) === 'quotable'
        const inside = blanks.some((one) => one.start <= at && at < one.end)
        expect(inside).toBe(!kept)
        if (kept && !inside) expect(shown[at]).toBe(text[at])
      }
      for (const { start, end } of blanks) expect(shown.slice(start, end)).not.toMatch(/[\p{L}\p{N}]/u)
    }),
  )
})
