import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linksOf, plainText, type RichNode, richText } from './rich-text'

const mention = (kind: string, id: string, label: string, start: number | null = null, end: number | null = null) => ({
  type: 'mention',
  attrs: { kind, id, label, start, end },
})
const body: RichNode = {
  type: 'doc',
  content: [
    { type: 'heading', content: [{ type: 'text', text: 'Спор' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Ср. ' },
        mention('code', 'c', 'trade'),
        { type: 'hardBreak' },
        mention('code', 'c', 'x'),
      ],
    },
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [{ type: 'paragraph', content: [mention('passage', 't', '«молоко»', 3, 9)] }] },
        { type: 'listItem', content: [{ type: 'paragraph', content: [mention('passage', 't', 'broken', 9, 3)] }] },
      ],
    },
    { type: 'paragraph', content: [mention('planet', 'p', 'Mars'), mention('memo', '', 'nowhere')] },
  ],
}

test('the words of a rich text are one line for each paragraph, links by their labels', () => {
  expect(plainText(body)).toBe('Спор\nСр. trade\nx\n«молоко»\nbroken\nMarsnowhere')
})

test('links are found at any depth, each target once, and what leads nowhere is none', () => {
  expect(linksOf(body)).toEqual([
    { kind: 'code', id: 'c', label: 'trade', start: null, end: null },
    { kind: 'passage', id: 't', label: '«молоко»', start: 3, end: 9 },
  ])
})

test('plain lines written as rich text read back as they were', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(plainText(richText(text))).toBe(text.trim())
    }),
  )
})
