import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markedEdits } from './marked-edits'

const said = fc
  .array(fc.constantFrom('milk', 'war', 'border', 'граница', ',', '\n'), { maxLength: 12 })
  .map((words) => words.join(' '))

test('parts without what came in make the earlier text, without what went out the later', () => {
  fc.assert(
    fc.property(said, said, (before, after) => {
      const parts = markedEdits(before, after)
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join('')
      expect([without('in'), without('out')]).toEqual([before, after])
    }),
  )
})

test('a word put in is the only difference', () => {
  expect(markedEdits('Barriers at the border', 'Barriers behind the border')).toEqual([
    { kind: 'same', text: 'Barriers ' },
    { kind: 'out', text: 'at' },
    { kind: 'in', text: 'behind' },
    { kind: 'same', text: ' the border' },
  ])
})

test('words are told whole, however few letters of them differ', () => {
  expect(markedEdits('milk wars on goods', 'milks war of goods')).toEqual([
    { kind: 'out', text: 'milk' },
    { kind: 'in', text: 'milks' },
    { kind: 'same', text: ' ' },
    { kind: 'out', text: 'wars' },
    { kind: 'in', text: 'war' },
    { kind: 'same', text: ' ' },
    { kind: 'out', text: 'on' },
    { kind: 'in', text: 'of' },
    { kind: 'same', text: ' goods' },
  ])
  const letters = fc.array(fc.constantFrom('a', 'b', 'ж', ' ', '-', '.'), { maxLength: 14 }).map((all) => all.join(''))
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const parts = markedEdits(before, after)
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join('')
      expect([without('in'), without('out')]).toEqual([before, after])
      // No word is cut: what is the same neither begins nor ends beside a letter with one of its own.
      parts.forEach((part, i) => {
        const next = parts[i + 1]
        if (part.kind === 'same' && next)
          expect(/[\p{L}-]$/u.test(part.text) && /^[\p{L}-]/u.test(next.text)).toBe(false)
      })
    }),
    { numRuns: 1000 },
  )
})
