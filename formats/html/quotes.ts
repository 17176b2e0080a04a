import { lineUnder, type PrintedTable, type QuoteDocument, withNote } from '@/core/quotes/document'
import type { Exporter, Written } from '../reading'

/** A quote desk as one page of HTML that needs nothing else. */
export const quotesHtmlExporter: Exporter<QuoteDocument> = {
  id: 'html',
  name: 'HTML',
  extension: 'html',
  type: 'text/html; charset=utf-8',
  write: async (document): Promise<Written> => ({
    bytes: new TextEncoder().encode(`${[...linesOf(document)].join('\n')}\n`),
    notes: [],
  }),
}

const STYLE =
  'body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.55 Georgia,serif}figure{margin:1.2rem 0 1.2rem 2rem}' +
  'blockquote{margin:0;white-space:pre-line}blockquote+blockquote{margin-top:.4rem;font-style:italic}figcaption{font-size:.85rem;color:#444}' +
  'table{border-collapse:collapse;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.2rem .6rem;border-bottom:1px solid #bbb}'

function* linesOf(document: QuoteDocument): Generator<string> {
  yield `<!doctype html>\n<html lang="${document.words.language}">\n<head>\n<meta charset="utf-8">`
  yield `<title>${escaped(document.title)}</title>\n<style>${STYLE}</style>\n</head>\n<body>`
  yield `<h1>${escaped(document.title)}</h1>`
  for (const line of document.subtitle) yield `<p>${escaped(line)}</p>`
  if (document.notice !== null) yield `<p><strong>${escaped(document.notice)}</strong></p>`
  for (const block of document.blocks) {
    if (block.kind === 'heading') yield `<h${block.level + 1}>${escaped(block.text)}</h${block.level + 1}>`
    else {
      const translation = block.translation ? `<blockquote>${escaped(withNote(block.translation))}</blockquote>` : ''
      const under = `<figcaption>${escaped(lineUnder(block, document.words))}</figcaption>`
      yield `<figure><blockquote>${escaped(withNote(block.said))}</blockquote>${translation}${under}</figure>`
    }
  }
  yield* tableOf(document.matrix)
  yield* tableOf(document.interviews)
  yield '</body>\n</html>'
}

function* tableOf({ heading, rows }: PrintedTable): Generator<string> {
  yield `<h2>${escaped(heading)}</h2>\n<table>`
  for (const [r, row] of rows.entries()) {
    const cells = row.map((cell) => (r === 0 ? `<th scope="col">${escaped(cell)}</th>` : `<td>${escaped(cell)}</td>`))
    yield `<tr>${cells.join('')}</tr>`
  }
  yield '</table>'
}

function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu, '')
      .replace(/&/gu, '&amp;')
      .replace(/</gu, '&lt;')
      .replace(/>/gu, '&gt;')
      .replace(/"/gu, '&quot;')
  )
}
