import { shortened } from '../footnotes'
import type { PdfLine, PdfLines } from './order'

/** Pages without running heads, page numbers and numbers of lines or paragraphs beside the text; what was dropped, cut short, and how many numbers. */
export type Bare = {
  readonly pages: readonly (readonly PdfLine[])[]
  readonly margins: string
  readonly numbers: number
}

/** How many lines at the top and at the bottom of a page may be running heads. */
const EDGE = 2

/**
 * Drops what repeats at the edges of the pages: a line at the same height with the same words, numbers aside, on at least half of them (and two), which is no
 * label of a speaker; and a line that is the page's number alone.
 */
export function withoutMargins(pages: readonly PdfLines[]): Bare {
  const { pages: bare, numbers } = withoutNumbers(pages)
  const seen = new Map<string, Set<number>>()
  bare.forEach(({ lines }, page) => {
    for (const line of edges(lines)) {
      const key = keyOf(line)
      seen.set(key, (seen.get(key) ?? new Set()).add(page))
    }
  })
  const withText = bare.filter(({ lines }) => lines.length > 0).length
  const least = Math.max(2, withText / 2)
  const dropped = new Set<string>()
  const kept = bare.map(({ lines, height }, page) => {
    const edge = new Set(edges(lines))
    return lines.filter((line) => {
      if (!edge.has(line)) return true
      const repeats = (seen.get(keyOf(line))?.size ?? 0) >= least && !/[:：]$/u.test(line.text)
      const outside = line.y > height * 0.9 || line.y < height * 0.1
      const margin =
        (repeats && (outside || /\d/u.test(line.text))) || (outside && isPageNumber(line.text, page + 1, withText))
      if (margin && /\p{L}/u.test(line.text)) dropped.add(line.text)
      return !margin
    })
  })
  return { pages: kept, margins: shortened([...dropped].slice(0, 3).join(' · ')), numbers }
}

function edges(lines: readonly PdfLine[]): readonly PdfLine[] {
  const byHeight = [...lines].sort((a, b) => b.y - a.y)
  return byHeight.length <= EDGE * 2 ? byHeight : [...byHeight.slice(0, EDGE), ...byHeight.slice(-EDGE)]
}

function keyOf({ text, y }: PdfLine): string {
  return `${Math.round(y / 3)} ${text.replace(/\d+/gu, '#').toLowerCase()}`
}

function isPageNumber(text: string, page: number, pages: number): boolean {
  const numbers = text.match(/\d+/gu)?.map(Number) ?? []
  if (
    !/^[\s\-–—[(|/.]*(?:page|p\.|стр\.?|страница|с\.|seite|página)?\s*\d{1,4}(?:\s*(?:\/|of|из|von|de)\s*\d{1,4})?[\s\-–—\])|.]*$/iu.test(
      text,
    )
  )
    return false
  return pages > 1 && (numbers.length === 2 || (numbers[0] ?? 0) >= page)
}

/** Numbers that stand in a row of their own beside the lines and grow down the pages: MAXQDA and court reporters print them. */
function withoutNumbers(pages: readonly PdfLines[]): { pages: readonly PdfLines[]; numbers: number } {
  const candidates = pages.flatMap(({ lines }) => lines.filter(({ text }) => NUMBERED.test(text)))
  const all = pages.reduce((sum, { lines }) => sum + lines.length, 0)
  const values = candidates.map(({ text }) => Number(NUMBERED.exec(text)?.[1] ?? Number.NaN))
  const rising = values.filter((value, at) => at === 0 || value === (values[at - 1] ?? 0) + 1 || value === 1).length
  if (candidates.length < 5 || candidates.length * 8 < all || rising * 10 < candidates.length * 9)
    return { pages, numbers: 0 }
  const at = new Set(candidates)
  const edges = pages.flatMap(({ lines }) => lines.filter((line) => !at.has(line)).map(({ x }) => Math.round(x)))
  const left = mostCommon(edges)
  return {
    pages: pages.map(({ lines, height }) => ({
      height,
      lines: lines.flatMap((line) => {
        if (!at.has(line)) return [line]
        const text = line.text.replace(NUMBERED, '')
        return text === '' ? [] : [{ ...line, text, x: left ?? line.x }]
      }),
    })),
    numbers: candidates.length,
  }
}

const NUMBERED = /^(\d{1,5})(?:[\t ](?=\S)|$)/u

function mostCommon(values: readonly number[]): number | null {
  const times = new Map<number, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  return (
    [...times].reduce<readonly [number, number] | null>(
      (best, one) => (best === null || one[1] > best[1] ? one : best),
      null,
    )?.[0] ?? null
  )
}
