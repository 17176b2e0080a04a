import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import readXlsx from 'read-excel-file/node'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { reference } from '@/core/excerpts/reference'
import { consentVariable } from '@/core/quotes/desk'
import { lineUnder, type QuoteDocument, quoteDocument, withNote } from '@/core/quotes/document'
import { awkward, deskOf, studyVariables, studyWords } from '@/core/quotes/testing'
import { docx } from './docx'
import { quoteExporters } from './quotes'

const printed = (mode: 'beside' | 'instead' = 'beside'): QuoteDocument =>
  quoteDocument(deskOf(awkward, { translation: mode }), {
    variables: studyVariables,
    codes: [{ path: 'identity' }, { path: 'trade/milk wars' }],
    cite: reference('[{interview}, {section}]', studyVariables).cite,
    consent: consentVariable(studyVariables),
    words: studyWords,
  })

/** Everything that a reader of the file must find, in order. */
function contentOf(document: QuoteDocument): readonly string[] {
  return flat([
    ...[document.title, ...document.subtitle, document.notice ?? ''],
    ...document.blocks.flatMap((block) =>
      block.kind === 'heading'
        ? [block.text]
        : [
            withNote(block.said),
            block.translation ? withNote(block.translation) : '',
            lineUnder(block, document.words),
          ],
    ),
    ...[document.matrix, document.interviews].flatMap(({ heading, rows }) => [heading, ...rows.flat()]),
  ])
}

const flat = (texts: readonly string[]) =>
  texts.map((text) => text.replace(/\s+/gu, ' ').trim()).filter((text) => text !== '')

async function written(id: string, document: QuoteDocument): Promise<Uint8Array> {
  const exporter = quoteExporters.find((one) => one.id === id)
  if (!exporter) throw new Error(id)
  return (await exporter.write(document)).bytes
}

const textsOf = (html: string, selector: string) =>
  flat(
    [...parseHTML(`<html><body>${html}</body></html>`).document.querySelectorAll(selector)].map(
      (one) => one.textContent ?? '',
    ),
  )

const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** How each kind of file is read back, by other means than it was written with. */
const readers: Readonly<Record<string, (bytes: Uint8Array) => Promise<readonly string[]>>> = {
  docx: async (bytes) => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
    return textsOf(value.replace(/<br \/>/gu, ' '), 'h1, h2, h3, h4, p')
  },
  html: async (bytes) => {
    const { document } = parseHTML(utf8(bytes))
    return flat(
      [...document.querySelectorAll('h1, h2, h3, h4, h5, body > p, blockquote, figcaption, th, td')].map(
        (one) => one.textContent ?? '',
      ),
    )
  },
  md: async (bytes) => flat(markdownTexts(utf8(bytes))),
  latex: async (bytes) => flat(latexTexts(utf8(bytes))),
  xlsx: async (bytes) => {
    const sheets = await readXlsx(Buffer.from(bytes))
    const cells = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.map((cell) => String(cell ?? '')))
    const [first, ...rest] = sheets
    return fromOutline(
      cells(first?.data ?? []),
      rest.map(({ sheet, data }) => [[sheet], ...cells(data)]),
    )
  },
  csv: async (bytes) => {
    const rows: string[][] = parse(utf8(bytes), { bom: true })
    const bare = rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@])/u, '')))
    const parts: string[][][] = [[]]
    for (const row of bare) {
      if (row.every((cell) => cell === '')) parts.push([])
      else parts.at(-1)?.push(row)
    }
    const [first = [], ...rest] = parts
    return fromOutline(first, rest)
  },
}

/** The table of the outline as the text of a page: what stands under it there stands above it here. */
function fromOutline(rows: readonly (readonly string[])[], parts: readonly (readonly (readonly string[])[])[]) {
  const [head = [], ...rest] = rows
  const lines = rest.filter(([level, , number]) => level !== '' || number !== '')
  const notes = rest.filter(([level, , number]) => level === '' && number === '').map((row) => row[1] ?? '')
  const body = lines.flatMap(([level, heading = '', number, said = '', translation = '', cited, consent]) =>
    level !== ''
      ? [heading]
      : [said, translation, [number, cited, consent && `${head[6]}: ${consent}`].filter((part) => part).join(' · ')],
  )
  return flat([...notes, ...body, ...parts.flat(2)])
}

function markdownTexts(text: string): readonly string[] {
  return text.split('\n\n').flatMap((block) => {
    if (block.startsWith('|'))
      return block
        .split('\n')
        .filter((_, i) => i !== 1)
        .flatMap((row) => row.slice(1, -1).split(/(?<!\\)\|/u))
        .map(unescaped)
    if (block.startsWith('>'))
      return block.split('\n>\n').map((part) => unescaped(part.replace(/^> /gmu, '').replace(/\\\n/gu, '\n')))
    return [unescaped(block.replace(/^#+ /u, '').replace(/^\*\*(.*)\*\*$/u, '$1'))]
  })
}

const unescaped = (text: string) => text.replace(/\\([!-/:-@[-`{-~])/gu, '$1')

function latexTexts(text: string): readonly string[] {
  const body = text.slice(text.indexOf('\\begin{document}'))
  return body.split('\n').flatMap((line) => {
    if (/^\\(begin|end)|^\{\\small\\begin|^$/u.test(line)) return []
    const row = /^(.*) \\\\( \\hline\\endhead)?$/u.exec(line)
    if (row) return (row[1] ?? '').split(/(?<!\\) & /u).map(plain)
    const said =
      /^\\title\{(.*)\}\\author|^\\noindent\\textbf\{(.*)\}\\par|^\\noindent (.*)\\par|^\\\w+\*\{(.*)\}$/u.exec(line)
    const quote = /^\\emph\{(.*)\}\\par$|^\{\\small (.*)\\par\}$|^(.*)\\par$/u.exec(line)
    const found = (said ?? quote)?.slice(1).find((part) => part !== undefined)
    return [found === undefined ? line : plain(found)]
  })
}

const named: Readonly<Record<string, string>> = {
  ...{ textbackslash: '\\', textasciicircum: '^', textasciitilde: '~', textquotedbl: '"', textless: '<' },
  ...{ textgreater: '>', textbar: '|', textasciigrave: '`', textquotesingle: "'", newline: '\n' },
}

/** What LaTeX prints for what `latex` writes: a command by its name, {x} for x, nothing for {}. */
function plain(text: string): string {
  return text.replace(/\\([a-z]+)\{\}|\\([{}$&#_%])|\{([[\]])\}|\{\}|~/gu, (all, name, sign, bracket) => {
    if (name !== undefined) return named[name] ?? all
    return sign ?? bracket ?? (all === '~' ? '\u00A0' : '')
  })
}

describe('a quote desk as a file', () => {
  for (const { id, name } of quoteExporters)
    test(`${name} reads back with the same content as all others`, async () => {
      for (const mode of ['beside', 'instead'] as const) {
        const document = printed(mode)
        expect(await readers[id]?.(await written(id, document))).toEqual(contentOf(document))
      }
    })

  test('there is a reader for every kind', () => {
    expect(Object.keys(readers).sort()).toEqual(quoteExporters.map((one) => one.id).sort())
  })

  test('a desk with nothing on it is a file too', async () => {
    const empty = { ...printed(), blocks: [], notice: null }
    for (const { id } of quoteExporters) expect(await readers[id]?.(await written(id, empty))).toEqual(contentOf(empty))
  })

  test('the Word document is sound: XML well-formed, each style that is used defined, the table with its grid, and our own import reads it', async () => {
    const document = printed()
    const bytes = await written('docx', document)
    const parts = unzipSync(bytes)
    for (const [path, part] of Object.entries(parts)) {
      if (!/\.(xml|rels)$/u.test(path)) continue
      const parser = new SaxesParser()
      parser.on('error', (error) => {
        throw error
      })
      parser.write(strFromU8(part)).close()
    }
    const main = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    const defined = strFromU8(parts['word/styles.xml'] ?? new Uint8Array())
    const used = [...main.matchAll(/<w:(?:pStyle|tblStyle) w:val="([^"]+)"/gu)].map((match) => match[1])
    expect(new Set(used)).toEqual(
      new Set([
        'Title',
        'Subtitle',
        'Notice',
        'Heading1',
        'Heading2',
        'Quote',
        'Translation',
        'Reference',
        'TableText',
        'Overview',
      ]),
    )
    for (const style of used) expect(defined).toContain(`w:styleId="${style}"`)
    const columns = document.matrix.rows[0]?.length ?? 0
    expect(main.split('<w:gridCol').length - 1).toBe(columns + (document.interviews.rows[0]?.length ?? 0))
    expect(main).not.toContain('interlinear-body')
    const read = await docx.read('quotes.docx', bytes, {})
    expect('value' in read && read.value.text).toContain('Они [таможня_1], […], проверяют <снова>')
  })
})
