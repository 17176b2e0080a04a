import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Exporter, Written } from '../reading'
import { footer } from './footer'
import { clean, runs } from './runs'
import { styles } from './styles'

/** An excerpt as a document quotes it. `before` and `after` are its context, '' for none; `reference` is the line under it. */
export type QuotedExcerpt = {
  readonly before: string
  readonly quote: string
  readonly after: string
  readonly reference: string
  /** What it says in other languages, each with a note of which one, and whether it is a draft. */
  readonly translations: readonly { readonly text: string; readonly note: string }[]
  readonly comment: string
}

/**
 * A document of excerpts: a title, lines under it (what was asked for, how many), a `notice` that must not be missed, a heading a group with its
 * excerpts, and a table of how many there are, whose first row is its head.
 */
export type ExcerptDocument = {
  readonly title: string
  readonly subtitle: readonly string[]
  readonly notice: string | null
  readonly groups: readonly { readonly heading: string | null; readonly excerpts: readonly QuotedExcerpt[] }[]
  readonly overview: { readonly heading: string; readonly rows: readonly (readonly string[])[] } | null
  /** BCP 47, for the spelling check of whoever opens it. */
  readonly language: string
}

/**
 * Excerpts as a Word document (Office Open XML, ECMA-376) with Word's own styles: Title, Heading 1, Quote, and named ones for the
 * translation, the reference line, the comment and the table, so that a house style is applied by changing styles.
 */
export async function writeExcerpts(document: ExcerptDocument): Promise<Written> {
  const { groups, notice, overview } = document
  const file = new Document({
    title: document.title,
    creator: 'Interlinear',
    styles: styles(document.language),
    sections: [
      {
        footers: { default: footer() },
        children: [
          new Paragraph({ text: clean(document.title), heading: HeadingLevel.TITLE }),
          ...document.subtitle.map((text) => new Paragraph({ text: clean(text), style: 'Subtitle' })),
          ...(notice === null ? [] : [new Paragraph({ text: clean(notice), style: 'Notice' })]),
          ...groups.flatMap(({ heading, excerpts }) => [
            ...(heading === null ? [] : [new Paragraph({ text: clean(heading), heading: HeadingLevel.HEADING_1 })]),
            ...excerpts.flatMap(quoted),
          ]),
          ...(overview === null
            ? []
            : [
                new Paragraph({ text: clean(overview.heading), heading: HeadingLevel.HEADING_1 }),
                tableOf(overview.rows),
              ]),
        ],
      },
    ],
  })
  return { bytes: new Uint8Array(await Packer.toBuffer(file)), notes: [] }
}

/** A document of excerpts as a kind of file to download. */
export const excerptsDocxExporter: Exporter<ExcerptDocument> = {
  id: 'docx',
  name: 'Word',
  extension: 'docx',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  write: writeExcerpts,
}

function quoted(excerpt: QuotedExcerpt): readonly Paragraph[] {
  const words = [
    ...runs(excerpt.before, { color: '6B6B6B' }),
    ...runs(excerpt.quote, {}),
    ...runs(excerpt.after, { color: '6B6B6B' }),
  ]
  return [
    new Paragraph({ style: 'Quote', keepNext: true, children: words }),
    ...excerpt.translations.map(
      ({ text, note }) =>
        new Paragraph({
          style: 'Translation',
          keepNext: true,
          children: [...runs(text, {}), ...runs(` (${note})`, { color: '595959' })],
        }),
    ),
    new Paragraph({ style: 'Reference', text: clean(excerpt.reference), keepNext: excerpt.comment !== '' }),
    ...(excerpt.comment === '' ? [] : [new Paragraph({ style: 'QuoteComment', text: clean(excerpt.comment) })]),
  ]
}

function tableOf(rows: readonly (readonly string[])[]): Table {
  return new Table({
    style: 'Overview',
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, r) =>
        new TableRow({
          tableHeader: r === 0,
          cantSplit: true,
          children: cells.map(
            (text, c) =>
              new TableCell({
                children: [
                  new Paragraph({
                    style: 'TableText',
                    alignment: c === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT,
                    children: [new TextRun({ text: clean(text), bold: r === 0 })],
                  }),
                ],
              }),
          ),
        }),
    ),
  })
}
