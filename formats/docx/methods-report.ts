import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import type { MethodsReport } from '../methods-report'
import type { Exporter, Written } from '../reading'
import { footer } from './footer'
import { clean, runs } from './runs'
import { styles } from './styles'

/** A methods section as a Word document (Office Open XML, ECMA-376): its paragraphs and one table, figures to the right. */
export const methodsDocxExporter: Exporter<MethodsReport> = {
  id: 'docx',
  name: 'Word',
  extension: 'docx',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  write: async ({ title, notice, paragraphs, head, rows, language }): Promise<Written> => {
    const row = (cells: readonly string[], heading: boolean) =>
      new TableRow({ tableHeader: heading, children: cells.map((text, i) => cell(text, i > 0, heading)) })
    const file = new Document({
      title,
      creator: 'Interlinear',
      styles: styles(language),
      sections: [
        {
          footers: { default: footer() },
          children: [
            new Paragraph({ text: clean(title), heading: HeadingLevel.TITLE }),
            ...(notice === null ? [] : [new Paragraph({ text: clean(notice), style: 'Notice' })]),
            ...paragraphs.map((text) => new Paragraph({ spacing: { after: 120 }, children: runs(text) })),
            new Table({
              width: { size: 100, type: WidthType.PERCENTAGE },
              rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
            }),
          ],
        },
      ],
    })
    return { bytes: new Uint8Array(await Packer.toBuffer(file)), notes: [] }
  },
}

function cell(text: string, figure: boolean, bold: boolean): TableCell {
  const alignment = figure ? AlignmentType.RIGHT : AlignmentType.LEFT
  return new TableCell({ children: [new Paragraph({ alignment, children: runs(text, { bold }) })] })
}
