import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { type ExcerptDocument, writeExcerpts } from './write'

const document: ExcerptDocument = {
  title: 'Borderlands – excerpts',
  subtitle: ['2 excerpts'],
  notice: 'Composed for demonstration',
  groups: [
    {
      heading: 'trade/milk wars',
      excerpts: [
        {
          before: 'Раньше. ',
          quote: 'Молоко <опять>\nзадержали & вернули\u0007.',
          after: ' Потом.',
          reference: '[RU-BY, INT-1]',
          comment: 'compare',
          translations: [{ text: 'They held <the milk> up again.', note: 'English, draft' }],
        },
      ],
    },
    {
      heading: 'identity',
      excerpts: [{ before: '', quote: 'Свои.', after: '', reference: '[INT-2]', comment: '', translations: [] }],
    },
  ],
  overview: {
    heading: 'Overview',
    rows: [
      ['Code', 'Excerpts'],
      ['trade/milk wars', '1'],
    ],
  },
  language: 'ru-RU',
}

const written = async () => Buffer.from((await writeExcerpts(document)).bytes)

test('a document reads back as it was written: headings, quotes with their line breaks, references, the table', async () => {
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: await written() },
    { styleMap: ["p[style-name='Quote'] => blockquote:fresh", "p[style-name='Reference'] => cite:fresh"] },
  )
  expect(value).toContain('<h1>trade/milk wars</h1>')
  expect(value).toContain('<blockquote>Раньше. Молоко &lt;опять&gt;<br />задержали &amp; вернули. Потом.</blockquote>')
  expect(value).toContain('<cite>[RU-BY, INT-1]</cite>')
  expect(value).toContain('<p>They held &lt;the milk&gt; up again. (English, draft)</p>')
  expect(value).toContain('Composed for demonstration')
  expect(value).toMatch(/<table><thead><tr><th><p>(<strong>)?Code/u)
  expect(messages.filter((message) => message.type === 'error')).toEqual([])
})

test('every style that a paragraph or table names is defined, and every part is well-formed XML', async () => {
  const parts = unzipSync(await written())
  for (const [name, bytes] of Object.entries(parts))
    if (/\.(xml|rels)$/u.test(name)) new SaxesParser().write(strFromU8(bytes)).close()
  const used = new Set(
    [...text(parts, 'word/document.xml').matchAll(/w:(?:p|tbl)Style w:val="([^"]+)"/gu)].map((m) => m[1]),
  )
  const defined = new Set([...text(parts, 'word/styles.xml').matchAll(/w:styleId="([^"]+)"/gu)].map((m) => m[1]))
  expect([...used].filter((style) => !defined.has(style))).toEqual([])
  expect(used).toContain('Quote')
})

function text(parts: Record<string, Uint8Array>, name: string): string {
  const bytes = parts[name]
  if (!bytes) throw new Error(`no ${name}`)
  return strFromU8(bytes)
}
