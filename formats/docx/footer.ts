import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx'

/** The foot of a page: its number. */
export function footer(): Footer {
  return new Footer({
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
    ],
  })
}
