import { getDocumentProxy } from 'unpdf'
import { limits } from '../limits'

/** A piece of text on a page, in points: its left edge, its baseline counted upwards, its width, the height of its letters. */
export type Piece = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** The pieces of a page in the order of the file, turned upright. */
export type PdfPage = { readonly pieces: readonly Piece[]; readonly height: number }

/** Why a PDF is not read. */
export class PdfFault {
  constructor(readonly reason: 'pdfDamaged' | 'pdfPassword' | 'pdfTooLong') {}
}

/** The pieces of text of all pages; a fault when there is a password, damage, or more than `limits.pages` pages. Nothing of the file is run. */
export async function pagesOf(bytes: Uint8Array): Promise<readonly PdfPage[] | PdfFault> {
  try {
    const file = await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      enableXfa: false,
      verbosity: 0,
    })
    if (file.numPages > limits.pages) return new PdfFault('pdfTooLong')
    const pages: PdfPage[] = []
    let characters = 0
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number)
      const { items } = await page.getTextContent()
      const pieces = items.flatMap((item) =>
        'str' in item && item.str !== '' ? [{ text: item.str, width: item.width, at: numbers(item.transform) }] : [],
      )
      pages.push(upright(pieces, page.view))
      characters += pieces.reduce((sum, piece) => sum + piece.text.length, 0)
      page.cleanup()
      // What is longer is refused as a transcript; reading on would only take memory.
      if (characters > limits.characters) break
    }
    return pages
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    return new PdfFault(name === 'PasswordException' ? 'pdfPassword' : 'pdfDamaged')
  }
}

function numbers(transform: readonly unknown[]): readonly number[] {
  return transform.map((value) => (typeof value === 'number' && Number.isFinite(value) ? value : 0))
}

type Raw = { readonly text: string; readonly width: number; readonly at: readonly number[] }

/** Most of the text of a page runs in one direction: the page is turned so that it runs to the right, and what runs otherwise (stamps in the margin) is left. */
function upright(pieces: readonly Raw[], view: readonly number[]): PdfPage {
  const quarters = [0, 0, 0, 0]
  const quarterOf = ({ at: [a = 0, b = 0] }: Raw) => (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4
  for (const piece of pieces) quarters[quarterOf(piece)] = (quarters[quarterOf(piece)] ?? 0) + piece.text.trim().length
  const turn = quarters.indexOf(Math.max(...quarters))
  const [left = 0, bottom = 0, right = 0, top = 0] = view
  const turned = pieces
    .filter((piece) => quarterOf(piece) === turn)
    .map(({ text, width, at: [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] }) => {
      const [x, y] = [
        [e - left, f - bottom],
        [f - bottom, right - e],
        [right - e, top - f],
        [top - f, e - left],
      ][turn] ?? [e, f]
      return { text, x: x ?? 0, y: y ?? 0, width: Math.abs(width), size: Math.hypot(c, d) || Math.hypot(a, b) || 1 }
    })
  const hasText = turned.some(({ text }) => /\S/u.test(text))
  return { pieces: hasText ? turned : [], height: turn % 2 === 0 ? top - bottom : right - left }
}
