import { lineUnder, type PrintedTable, type QuoteDocument, withNote } from '@/core/quotes/document'
import type { Exporter, Written } from '../reading'

/** A quote desk as Markdown (CommonMark with tables of GitHub's kind). */
export const quotesMarkdownExporter: Exporter<QuoteDocument> = {
  id: 'md',
  name: 'Markdown',
  extension: 'md',
  type: 'text/markdown; charset=utf-8',
  write: async (document): Promise<Written> => ({
    bytes: new TextEncoder().encode(`${[...blocksOf(document)].join('\n\n')}\n`),
    notes: [],
  }),
}

function* blocksOf(document: QuoteDocument): Generator<string> {
  yield `# ${line(document.title)}`
  for (const text of document.subtitle) yield line(text)
  if (document.notice !== null) yield `**${line(document.notice)}**`
  for (const block of document.blocks) {
    if (block.kind === 'heading') yield `${'#'.repeat(block.level + 1)} ${line(block.text)}`
    else {
      const parts = [withNote(block.said), ...(block.translation ? [withNote(block.translation)] : [])]
      const said = [...parts, lineUnder(block, document.words)].map((text) =>
        text
          .split('\n')
          .map((one) => `> ${line(one)}`)
          .join('\\\n'),
      )
      yield said.join('\n>\n')
    }
  }
  yield* tableOf(document.matrix)
  yield* tableOf(document.interviews)
}

function* tableOf({ heading, rows }: PrintedTable): Generator<string> {
  yield `## ${line(heading)}`
  const [head = [], ...rest] = rows
  const row = (cells: readonly string[]) => `| ${cells.map(line).join(' | ')} |`
  yield [row(head), row(head.map(() => '---')).replace(/\\-/gu, '-'), ...rest.map(row)].join('\n')
}

/** Text of one line in which no sign means anything but itself. */
function line(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~&]/gu, '\\$&')
    .replace(/^([-+=]|\d+(?=[.)]))/u, (sign) => (/\d/u.test(sign) ? sign : `\\${sign}`))
    .replace(/^(\d+)([.)])/u, '$1\\$2')
}
