import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import type { Agenda, AgendaItem } from '../agenda'
import type { Exporter, Written } from '../reading'
import { footer } from './footer'
import { clean, runs } from './runs'
import { styles } from './styles'

/**
 * An agenda as a Word document (Office Open XML, ECMA-376): a heading for each interview, the questions numbered through, the passage, what was
 * answered, and an empty paragraph for what is decided.
 */
export async function writeAgenda(agenda: Agenda): Promise<Written> {
  let number = 0
  const file = new Document({
    title: agenda.title,
    creator: 'Interlinear',
    styles: styles(agenda.language),
    sections: [
      {
        footers: { default: footer() },
        children: [
          new Paragraph({ text: clean(agenda.title), heading: HeadingLevel.TITLE }),
          ...agenda.subtitle.map((text) => new Paragraph({ text: clean(text), style: 'Subtitle' })),
          ...(agenda.notice === null ? [] : [new Paragraph({ text: clean(agenda.notice), style: 'Notice' })]),
          ...agenda.groups.flatMap(({ heading, items }) => [
            new Paragraph({ text: clean(heading), heading: HeadingLevel.HEADING_1 }),
            ...items.flatMap((item) => paragraphs(item, ++number, agenda.decision)),
          ]),
        ],
      },
    ],
  })
  return { bytes: new Uint8Array(await Packer.toBuffer(file)), notes: [] }
}

/** An agenda as a kind of file to download. */
export const agendaDocxExporter: Exporter<Agenda> = {
  id: 'docx',
  name: 'Word',
  extension: 'docx',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  write: writeAgenda,
}

function paragraphs(item: AgendaItem, number: number, decision: string): readonly Paragraph[] {
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 240 },
      children: runs(`${number}. ${item.question}`, { bold: true }),
    }),
    new Paragraph({ keepNext: true, text: clean(item.asked), style: 'Subtitle' }),
    new Paragraph({ keepNext: true, style: 'Quote', children: runs(item.quote) }),
    ...item.answers.map((answer) => new Paragraph({ style: 'Reference', children: runs(answer) })),
    new Paragraph({ spacing: { before: 120 }, children: runs(decision, { bold: true }) }),
    new Paragraph({ text: '' }),
  ]
}
