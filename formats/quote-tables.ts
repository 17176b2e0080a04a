import { type PrintedTable, type QuoteDocument, withNote } from '@/core/quotes/document'
import { csvExporter } from './csv/write'
import type { Exporter } from './reading'
import type { Table, TableCell } from './table'
import { xlsxExporter } from './xlsx/write'

/** A quote desk as an Excel workbook: the outline, the quote matrix, the interviews. */
export const quotesXlsxExporter: Exporter<QuoteDocument> = {
  ...xlsxExporter,
  write: (document) => xlsxExporter.write([outline(document), sheet(document.matrix), sheet(document.interviews)]),
}

/** A quote desk as one table of comma-separated values: the outline, and under it, each after an empty line, matrix and interviews. */
export const quotesCsvExporter: Exporter<QuoteDocument> = {
  ...csvExporter,
  write: (document) => {
    const first = outline(document)
    const rest = [document.matrix, document.interviews].flatMap((table) => [[], [table.heading], ...table.rows])
    const width = Math.max(first.columns.length, ...rest.map((row) => row.length))
    const long = <T>(row: readonly T[], filler: T): readonly T[] => [
      ...row,
      ...Array.from({ length: width - row.length }, () => filler),
    ]
    return csvExporter.write({
      name: first.name,
      columns: long(first.columns, ''),
      rows: [...first.rows, ...rest].map((row) => long<TableCell>(row, null)),
    })
  },
}

/** Headings and quotes, a row each, in order; what must not be missed under them. */
function outline({ title, subtitle, notice, blocks, words }: QuoteDocument): Table {
  const { column } = words
  const columns = [
    ...[column.level, column.heading, column.number, column.quote, column.translation],
    ...[column.reference, column.consent, column.code, column.interview],
  ]
  const rows = blocks.map((block): readonly TableCell[] =>
    block.kind === 'heading'
      ? [block.level, block.text, null, null, null, null, null, null, null]
      : [
          ...[null, null, block.number, withNote(block.said), block.translation && withNote(block.translation)],
          ...[block.reference, block.consent || null, block.code, block.interview],
        ],
  )
  const under = [title, ...subtitle, ...(notice === null ? [] : [notice])]
  const noted = under.map((text): readonly TableCell[] => [null, text, null, null, null, null, null, null, null])
  return { name: column.quotes, columns, rows: [...rows, ...noted] }
}

function sheet({ heading, rows }: PrintedTable): Table {
  const [columns = [], ...rest] = rows
  return { name: heading, columns, rows: rest }
}
