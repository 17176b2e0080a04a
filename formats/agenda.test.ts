import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import type { Agenda } from './agenda'
import { writeAgenda } from './docx/agenda'
import { writeAgendaMarkdown } from './markdown/agenda'

const agenda: Agenda = {
  title: 'Borderlands – решить',
  subtitle: ['2 questions'],
  notice: 'Composed for demonstration',
  groups: [
    {
      heading: 'RB-2',
      items: [
        {
          question: 'Чьи *войны*?',
          asked: 'Anna to Sergey',
          quote: 'Молоко <опять>\n- нет',
          answers: ['Boris: 1. Да'],
        },
      ],
    },
    { heading: 'RB-10', items: [{ question: 'Who?', asked: 'Anna', quote: 'Свои.', answers: [] }] },
  ],
  decision: 'Decision:',
  language: 'ru-RU',
}

test('an agenda in Word has the interviews as headings, the questions numbered through, quotes, answers and room to decide', async () => {
  const { bytes } = await writeAgenda(agenda)
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap: ["p[style-name='Quote'] => blockquote:fresh"] },
  )
  expect(value).toContain('<h1>RB-2</h1>')
  expect(value).toContain('<strong>1. Чьи *войны*?</strong>')
  expect(value).toContain('<blockquote>Молоко &lt;опять&gt;<br />- нет</blockquote><p>Boris: 1. Да</p>')
  expect(value).toContain('<strong>2. Who?</strong>')
  expect(value.match(/Decision:/gu)).toHaveLength(2)
  const parts = unzipSync(bytes)
  const [document, styles] = ['word/document.xml', 'word/styles.xml'].map((name) =>
    strFromU8(parts[name] ?? new Uint8Array()),
  )
  const used = new Set([...(document ?? '').matchAll(/w:pStyle w:val="([^"]+)"/gu)].map((found) => found[1]))
  const defined = new Set([...(styles ?? '').matchAll(/w:styleId="([^"]+)"/gu)].map((found) => found[1]))
  expect([...used].filter((style) => !defined.has(style))).toEqual([])
})

test('an agenda in Markdown keeps what was said from being read as signs of Markdown', () => {
  expect(new TextDecoder().decode(writeAgendaMarkdown(agenda))).toBe(
    [
      '# Borderlands – решить',
      '2 questions',
      '**Composed for demonstration**',
      '## RB-2',
      '### 1. Чьи \\*войны\\*?',
      'Anna to Sergey',
      '> Молоко \\<опять\\>\\\n> \\- нет',
      '- Boris: 1. Да',
      '**Decision:**',
      '## RB-10',
      '### 2. Who?',
      'Anna',
      '> Свои.',
      '**Decision:**\n',
    ].join('\n\n'),
  )
})
