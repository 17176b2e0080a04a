import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import type { Exporter, Written } from '../reading'
import { footer } from './footer'
import { clean, runs } from './runs'
import { styles } from './styles'

/** A code as it is printed: `depth` 0 for the top of the tree, texts under their labels, and passages from the data with where they are from. */
export type PrintedCode = {
  readonly name: string
  readonly depth: number
  readonly fields: readonly { readonly label: string; readonly text: string }[]
  readonly quotes: readonly { readonly text: string; readonly reference: string }[]
}

/** A codebook to be printed. `notice` is what must not be missed, null for nothing; `language` BCP 47. */
export type PrintedCodebook = {
  readonly title: string
  readonly subtitle: readonly string[]
  readonly notice: string | null
  readonly codes: readonly PrintedCode[]
  readonly language: string
}

const levels = [
  ...[HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3],
  ...[HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6],
]

/** A codebook as a Word document (Office Open XML, ECMA-376), a heading for each code; beyond the sixth level headings look like the sixth and have their own level in the
 * outline, down to the ninth. */
export const codebookDocxExporter: Exporter<PrintedCodebook> = {
  id: 'docx',
  name: 'Word',
  extension: 'docx',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  write: writeCodebook,
}

async function writeCodebook(codebook: PrintedCodebook): Promise<Written> {
  const file = new Document({
    title: codebook.title,
    creator: 'Interlinear',
    styles: styles(codebook.language),
    sections: [
      {
        footers: { default: footer() },
        children: [
          new Paragraph({ text: clean(codebook.title), heading: HeadingLevel.TITLE }),
          ...codebook.subtitle.map((text) => new Paragraph({ text: clean(text), style: 'Subtitle' })),
          ...(codebook.notice === null ? [] : [new Paragraph({ text: clean(codebook.notice), style: 'Notice' })]),
          ...codebook.codes.flatMap(paragraphs),
        ],
      },
    ],
  })
  return { bytes: new Uint8Array(await Packer.toBuffer(file)), notes: [] }
}

function paragraphs({ name, depth, fields, quotes }: PrintedCode): readonly Paragraph[] {
  const heading = levels[Math.min(depth, levels.length - 1)] ?? HeadingLevel.HEADING_6
  return [
    new Paragraph({
      text: clean(name),
      heading,
      ...(depth < levels.length ? {} : { outlineLevel: Math.min(depth, 8) }),
    }),
    ...fields.map(
      ({ label, text }) =>
        new Paragraph({ spacing: { after: 80 }, children: [...runs(`${label}: `, { bold: true }), ...runs(text)] }),
    ),
    ...quotes.flatMap(({ text, reference }) => [
      new Paragraph({ keepNext: true, style: 'Quote', children: runs(text) }),
      new Paragraph({ style: 'Reference', children: runs(reference) }),
    ]),
  ]
}
