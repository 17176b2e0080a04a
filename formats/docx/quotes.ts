import { lineUnder, type PrintedTable, type QuoteDocument, withNote } from '@/core/quotes/document'
import type { Exporter } from '../reading'
import { paragraphXml, tableXml, writeBody } from './body'

/** A quote desk as a Word document: its headings are headings, its quotes and references have styles of their own, so has the table. */
export const quotesDocxExporter: Exporter<QuoteDocument> = {
  id: 'docx',
  name: 'Word',
  extension: 'docx',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  write: async (document) => ({
    bytes: await writeBody({ title: document.title, language: document.words.language }, bodyOf(document)),
    notes: [],
  }),
}

function* bodyOf(document: QuoteDocument): Generator<string> {
  yield paragraphXml('Title', document.title)
  for (const line of document.subtitle) yield paragraphXml('Subtitle', line)
  if (document.notice !== null) yield paragraphXml('Notice', document.notice)
  for (const block of document.blocks) {
    if (block.kind === 'heading') yield paragraphXml(`Heading${block.level}`, block.text, true)
    else {
      yield paragraphXml('Quote', withNote(block.said), true)
      if (block.translation) yield paragraphXml('Translation', withNote(block.translation), true)
      yield paragraphXml('Reference', lineUnder(block, document.words))
    }
  }
  yield* appendix(document.matrix, 2)
  yield* appendix(document.interviews, 1)
}

function* appendix(table: PrintedTable, first: number): Generator<string> {
  yield paragraphXml('Heading1', table.heading, true)
  const columns = table.rows[0]?.length ?? 0
  yield tableXml(
    table.rows,
    Array.from({ length: columns }, (_, c) => (c === 0 ? first : 1)),
  )
}
