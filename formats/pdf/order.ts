import type { PdfPage, Piece } from './pages'

/** A line of text as it stands on a page: its left and right edges, baseline and height in points; `column` is the right edge of the column it is in. */
export type PdfLine = {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  /** Where columns change from line to line the text goes on at the top of another one. */
  readonly column: number
}

/** The lines of a page from top to bottom, and its height. */
export type PdfLines = { readonly lines: readonly PdfLine[]; readonly height: number }

/** Lays the pieces of a page into lines in reading order: columns one after another, from left to right. */
export function orderedLines(page: PdfPage): PdfLines {
  const segments = segmentsOf(page.pieces)
  let column = 0
  const lines = regions(segments, 0).flatMap((region) => {
    column++
    return rowsOf(region, column)
  })
  return { lines, height: page.height }
}

type Segment = Omit<PdfLine, 'column'>

/** Blanks up to this many letter heights stand within a segment, and up to so many within a line without a tab; the gutters between columns may be narrower than that. */
const TIGHT = 0.6
const WIDE = 1.6

/** Pieces on one baseline with no more than a blank between them. */
function segmentsOf(pieces: readonly Piece[]): readonly Segment[] {
  const rows: Piece[][] = []
  const sorted = [...pieces].sort((a, b) => b.y - a.y)
  for (const piece of sorted) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (
      row !== undefined &&
      first !== undefined &&
      Math.abs(first.y - piece.y) <= Math.max(first.size, piece.size) * 0.35
    )
      row.push(piece)
    else rows.push([piece])
  }
  return rows.flatMap((row) => {
    const found: { text: string; x: number; right: number; y: number; size: number }[] = []
    for (const piece of row.sort((a, b) => a.x - b.x)) {
      const blank = piece.text.trim() === ''
      const last = found.at(-1)
      if (last === undefined || piece.x - last.right > last.size * TIGHT) {
        if (!blank)
          found.push({ text: piece.text, x: piece.x, right: piece.x + piece.width, y: piece.y, size: piece.size })
        continue
      }
      // Bold is sometimes made by writing twice, a hair apart.
      if (!blank && last.text.endsWith(piece.text) && piece.x + piece.width <= last.right + piece.size * 0.15) continue
      const apart = piece.x - last.right > last.size * 0.15 && !/\s$/u.test(last.text) && !/^\s/u.test(piece.text)
      last.text += apart ? ` ${piece.text}` : piece.text
      if (blank) last.right = Math.max(last.right, piece.x)
      else {
        last.right = Math.max(last.right, piece.x + piece.width)
        last.size = Math.max(last.size, piece.size)
      }
    }
    return found.map((segment) => ({ ...segment, text: segment.text.replace(/[ \t]+/gu, ' ').trim() }))
  })
}

/** Cuts a page into regions that are read one after another: at gutters between columns of prose, and at lines that run across them. */
function regions(segments: readonly Segment[], depth: number): readonly (readonly Segment[])[] {
  const gutter = depth < 3 ? gutterOf(segments) : null
  if (gutter === null) return [segments]
  const found: (readonly Segment[])[] = []
  let band: Segment[] = []
  const flush = () => {
    const left = band.filter(({ x }) => x < gutter)
    const right = band.filter(({ x }) => x >= gutter)
    for (const side of [left, right]) if (side.length > 0) found.push(...regions(side, depth + 1))
    band = []
  }
  for (const segment of segments) {
    if (segment.x < gutter && segment.right > gutter) {
      flush()
      found.push([segment])
    } else band.push(segment)
  }
  flush()
  return found
}

/** Where a blank stripe runs down through the middle of full lines on both sides, or null. */
function gutterOf(segments: readonly Segment[]): number | null {
  if (segments.length < 16) return null
  const left = segments.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY)
  const right = segments.reduce((most, segment) => Math.max(most, segment.right), 0)
  let best: { at: number; crossed: number } | null = null
  for (let share = 0.3; share <= 0.7; share += 0.01) {
    const at = left + (right - left) * share
    const crossed = segments.filter((segment) => segment.x < at && segment.right > at).length
    if (best === null || crossed < best.crossed) best = { at, crossed }
  }
  if (best === null || best.crossed > segments.length * 0.1) return null
  const { at } = best
  const full = (side: readonly Segment[], from: number, to: number) => {
    const rows = rowsOf(side, 0)
    return rows.length >= 6 && rows.filter((row) => row.right - row.x > (to - from) * 0.6).length * 2 >= rows.length
  }
  const sides = [segments.filter((segment) => segment.right <= at), segments.filter(({ x }) => x >= at)] as const
  const begins = sides[1].reduce((least, { x }) => Math.min(least, x), right)
  return full(sides[0], left, at) && full(sides[1], begins, right) ? at : null
}

/** Segments of one region on one baseline are one line, parted by tabs as the cells of a table are. */
function rowsOf(region: readonly Segment[], column: number): readonly PdfLine[] {
  const lines: PdfLine[] = []
  for (const segment of region) {
    const last = lines.at(-1)
    if (last !== undefined && Math.abs(last.y - segment.y) <= last.size * 0.35)
      lines[lines.length - 1] = {
        ...last,
        text: `${last.text}${segment.x - last.right > last.size * WIDE ? '\t' : ' '}${segment.text}`,
        right: segment.right,
      }
    else lines.push({ ...segment, column })
  }
  return lines
}
