import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { ExchangeProject } from '@/core/exchange/project'
import { readTranscript } from './index'
import { projectFormats, writeProject } from './project-file'

const text = 'И: 😀 Да?\nР: <нет> "и" & да.'
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const selection = (id: string, words: string, codeId: string, comment = '') => ({
  ...{ id, ...at(words), comment, userId: 'u', at: 0, noteIds: [] },
  codings: [{ id: `c-${id}`, codeId, userId: 'u', at: 0, noteIds: [] }],
})
const code = (id: string, name: string, codes: ExchangeProject['codes'] = []) => ({
  ...{ id, name, codable: true, colour: '#aa3322', description: '', noteIds: [], codes },
})
const project: ExchangeProject = {
  ...{ name: 'P <1>', origin: '', description: '', cases: [], notes: [], noteIds: [], sets: [] },
  users: [{ id: 'u', name: 'Anna & co', email: '' }],
  codes: [code('a', 'trade', [code('b', '<milk>')])],
  variables: [{ id: 'v', name: 'year', type: 'Float', description: '' }],
  sources: [
    {
      ...{ id: 's', name: 'Int 1', description: '', text, userId: null, at: 0, codings: [], noteIds: [] },
      values: [{ variableId: 'v', value: '2016' }],
      selections: [selection('1', 'Да?\nР: <нет>', 'a', 'why <script>'), selection('2', '<нет> "и"', 'b')],
    },
  ],
}
const turns = new Map([['s', [{ start: 0, end: 9, speaker: 'И', role: 'interviewer', time: null }]]])
const write = async (format: (typeof projectFormats)[number]) =>
  (await writeProject(format, { project, turns, variant: 'standard', notice: 'Composed', language: 'ru-RU' })).bytes

describe('tables', () => {
  test('cut the quote out of the text by its code points', async () => {
    const files = unzipSync(await write('tables'))
    const rows = (name: string): Record<string, string>[] =>
      parse(strFromU8(files[`${name}.csv`] ?? new Uint8Array()), { columns: true, bom: true })
    for (const { start, end, quote } of rows('codings'))
      expect([...text].slice(Number(start), Number(end)).join('')).toBe(quote)
    expect(rows('codings').map((row) => [row.code, row.coder])).toEqual([
      ['trade', 'Anna & co'],
      ['trade/<milk>', 'Anna & co'],
    ])
    expect(rows('codings_wide')[0]).toMatchObject({ trade: '1', 'trade/<milk>': '1' })
    expect(rows('interviews')[0]).toMatchObject({ year: '2016', characters: String([...text].length) })
    expect(rows('turns')[0]).toMatchObject({ speaker: 'И', start: '0', end: '8' })
  })

  test('have every column in their dictionary', async () => {
    const files = unzipSync(await write('tables'))
    const columns = (name: string): string[] =>
      parse(strFromU8(files[name] ?? new Uint8Array()), { bom: true })[0] ?? []
    const told = parse(strFromU8(files['dictionary.csv'] ?? new Uint8Array()), { from: 2, bom: true }).map(
      ([table, column]: string[]) => `${table}.csv ${column}`,
    )
    const there = Object.keys(files)
      .filter((name) => name !== 'dictionary.csv')
      .flatMap((name) => columns(name).map((column) => `${name} ${column}`))
    expect(told.toSorted()).toEqual(there.toSorted())
  })
})

test('the Word document has the whole text, a comment a coding with its coder, and shaded passages', async () => {
  const bytes = await write('docx')
  const reading = await readTranscript('a.docx', bytes)
  expect('value' in reading && reading.value.text).toContain(text)
  const parts = unzipSync(bytes)
  const comments = strFromU8(parts['word/comments.xml'] ?? new Uint8Array())
  expect(comments.match(/w:author="Anna &amp; co"/gu)?.length).toBe(2)
  expect(comments).toContain('why &lt;script&gt;')
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  expect(document.match(/<w:commentRangeStart/gu)?.length).toBe(2)
  expect(document.match(/<w:commentRangeEnd/gu)?.length).toBe(2)
  expect(document).toMatch(/<w:shd [^>]*w:fill="[0-9A-F]{6}"/u)
})

test('the HTML page has the whole text and nothing that runs', async () => {
  const html = strFromU8(await write('html'))
  expect(html).not.toMatch(/<script|javascript:|<нет>/u)
  const body = /<div class="text">(.*?)<\/div>/su.exec(html)?.[1] ?? ''
  const words = body.replace(/<sup>.*?<\/sup>|<[^>]*>/gu, '')
  expect(words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')).toBe(
    text,
  )
  expect(html).toContain('Composed')
})

test('every kind of file says the notice, and none says one when there is none', async () => {
  const said = async (format: (typeof projectFormats)[number], notice: string | null) => {
    const { bytes } = await writeProject(format, { project, turns, variant: 'standard', notice, language: 'en-GB' })
    const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
    const files = zipped ? Object.entries(unzipSync(bytes)) : [['', bytes] as const]
    return files.filter(([, content]) => strFromU8(content).includes('nobody real speaks')).map(([name]) => name)
  }
  for (const format of projectFormats) {
    expect(await said(format, 'Composed: nobody real speaks here.'), format).not.toEqual([])
    expect(await said(format, null), format).toEqual([])
  }
  expect(await said('tables', 'Composed: nobody real speaks here.')).toEqual([
    ...['interviews.csv', 'turns.csv', 'codes.csv', 'codings.csv', 'codings_wide.csv', 'dictionary.csv'],
  ])
})
