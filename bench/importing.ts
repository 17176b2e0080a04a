import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as interviews from '@/db/interviews'
import { readTranscript } from '@/formats'
import { writeExcerpts } from '@/formats/docx/write'
import { house, kept, textMakers } from './house'
import { randomFrom } from './random'
import { type Row, timed } from './row'
import { transcript } from './text'

const FILES = 101
const WORDS = 5000

/** Importing 101 Word documents of 5,000 words into the seeded project. */
export async function rows(): Promise<readonly Row[]> {
  const files = await documents()
  const { access } = await house()
  const runs = await timed(3, async (run) => {
    for (const file of files) {
      const reading = await readTranscript(file, readFileSync(file))
      if ('refused' in reading) throw new Error(`${file} is refused: ${reading.refused.key}`)
      interviews.add(access, { name: `${file} ${run}`, file, read: reading.value })
    }
  })
  return [{ what: `Importing ${FILES} .docx of 5,000 words: reading and storing`, runs, aim: 10_000 }]
}

async function documents(): Promise<readonly string[]> {
  const makers = [...textMakers, join('bench', 'importing.ts')]
  const folder = await kept('documents', makers, async (into) => {
    const random = randomFrom(101)
    for (let i = 1; i <= FILES; i++) {
      const { text } = transcript(random, i % 3 === 0 ? 'en' : 'ru', WORDS)
      const excerpts = text
        .split('\n\n')
        .map((quote) => ({ quote, before: '', after: '', reference: '', comment: '', translations: [] }))
      const groups = [{ heading: null, excerpts }]
      const head = { title: `Interview ${i}`, subtitle: [], notice: null, overview: null, language: 'ru-RU' }
      const { bytes } = await writeExcerpts({ ...head, groups })
      writeFileSync(join(into, `document ${String(i).padStart(3, '0')}.docx`), bytes)
    }
  })
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
}
