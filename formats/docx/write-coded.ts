import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  HeadingLevel,
  type ICommentOptions,
  Packer,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  TextRun,
} from 'docx'
import type { CodedText, ShownCoding } from '@/core/exchange/coded'
import type { CodedDocument } from '../html-coded'
import { legible } from '../qda/write-xml'
import type { Exporter } from '../reading'
import { styles } from './styles'

/**
 * Transcripts with their codings as a Word document: passages have a tint of the colour of their innermost code, and a margin comment for every
 * coding, whose author is the coder. Each text begins on a new page under a heading.
 */
export const codedDocxExporter: Exporter<CodedDocument> = {
  id: 'docx',
  name: 'Word',
  extension: 'docx',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  write: async ({ title, notice, language, texts }) => {
    const comments: ICommentOptions[] = []
    const children = texts.flatMap((text, i) => [
      new Paragraph({ text: legible(text.name), heading: HeadingLevel.HEADING_1, pageBreakBefore: i > 0 }),
      ...paragraphs(text, comments),
    ])
    const document = new Document({
      ...{ title: legible(title), creator: 'Interlinear', styles: styles(language), comments: { children: comments } },
      sections: [
        {
          children: [
            new Paragraph({ text: legible(title), heading: HeadingLevel.TITLE }),
            ...(notice === null ? [] : [new Paragraph({ text: legible(notice), style: 'Notice' })]),
            ...children,
          ],
        },
      ],
    })
    return { bytes: new Uint8Array(await Packer.toBuffer(document)), notes: [] }
  },
}

function paragraphs({ pieces }: CodedText, comments: ICommentOptions[]): readonly Paragraph[] {
  const lines: ParagraphChild[][] = [[]]
  const ids = new Map<string, number>()
  const put = (...children: ParagraphChild[]) => lines.at(-1)?.push(...children)
  for (const { text, over, opens, closes } of pieces) {
    for (const coding of opens) {
      ids.set(coding.id, comments.length)
      put(new CommentRangeStart(comments.length))
      comments.push(commentOf(coding, comments.length))
    }
    text.split('\n').forEach((line, i) => {
      if (i > 0) lines.push([])
      if (line !== '') put(new TextRun({ text: legible(line), ...tint(over.at(-1)) }))
    })
    for (const { id } of closes) {
      const known = ids.get(id)
      if (known === undefined) continue
      put(new CommentRangeEnd(known), new TextRun({ children: [new CommentReference(known)] }))
    }
  }
  return lines.map((children) => new Paragraph({ children }))
}

function commentOf({ code, coder, comment, at }: ShownCoding, id: number): ICommentOptions {
  return {
    ...{ id, author: legible(coder), initials: [...coder].slice(0, 2).join(''), date: new Date(at) },
    children: [
      new Paragraph({ children: [new TextRun({ text: legible(code), bold: true })] }),
      ...(comment === '' ? [] : comment.split('\n').map((line) => new Paragraph(legible(line)))),
    ],
  }
}

// Word's own highlights are fifteen glaring colours; shading takes any, here the code's colour mixed with white so that words stay legible.
function tint(coding: ShownCoding | undefined) {
  if (coding === undefined) return {}
  const mixed = (from: number) => {
    const channel = Number.parseInt(coding.colour.slice(from, from + 2), 16)
    return Math.round(255 - (255 - channel) * 0.28)
      .toString(16)
      .padStart(2, '0')
  }
  return {
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: `${mixed(1)}${mixed(3)}${mixed(5)}`.toUpperCase() },
  }
}
