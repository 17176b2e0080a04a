import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRich } from './read-rich'
import { richText } from './rich-text'

const paragraph = (...content: unknown[]) => ({ type: 'doc', content: [{ type: 'paragraph', content }] })

test('what the editor makes is read as it is, without attributes that mean nothing here', () => {
  const mention = { kind: 'code', id: 'c', label: 'trade', start: null, end: null, mentionSuggestionChar: '@' }
  expect(readRich(paragraph({ type: 'mention', attrs: mention }))).toEqual(
    paragraph({ type: 'mention', attrs: { kind: 'code', id: 'c', label: 'trade' } }),
  )
  expect(readRich({ type: 'doc', content: [{ type: 'heading', attrs: { level: 2, onclick: 'x' } }] })).toEqual({
    type: 'doc',
    content: [{ type: 'heading', attrs: { level: 2 } }],
  })
})

test.each([
  ['nothing', null],
  ['a node that the editor does not have', paragraph({ type: 'image', attrs: { src: 'x' } })],
  ['a text without words', paragraph({ type: 'text', text: '' })],
  [
    'a link that runs a script',
    paragraph({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:1' } }] }),
  ],
  ['a piece instead of the whole', { type: 'paragraph' }],
])('%s is refused', (_, value) => {
  expect(readRich(value)).toBeNull()
})

test('nesting without end is refused', () => {
  let deep: unknown = { type: 'paragraph' }
  for (let i = 0; i < 50; i++) deep = { type: 'blockquote', content: [deep] }
  expect(readRich({ type: 'doc', content: [deep] })).toBeNull()
})

test('any plain text is read as it was written', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readRich(richText(text))).toEqual(richText(text))
    }),
  )
})

test('anything at all is read or refused, never thrown at', () => {
  fc.assert(fc.property(fc.anything(), (value) => void readRich({ type: 'doc', content: [value] })))
})
