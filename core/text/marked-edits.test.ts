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
