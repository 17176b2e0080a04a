import type { PdfLine } from './order'

/** The text of all pages, a line for each paragraph, and how many words that were parted at the ends of lines were joined. */
export type Joined = { readonly text: string; readonly hyphens: number }

/**
 * Joins the lines of pages into paragraphs. A line ends its paragraph when the first word of the next would still have stood on it, when the next is farther
 * off than lines are, is set in another size, or begins with an indent. At the top of a page or column the paragraph goes on when the last line was full.
 */
export function joinedPages(pages: readonly (readonly PdfLine[])[]): Joined {
  const lines = pages.flatMap((page, index) => page.map((line) => ({ ...line, place: index * 1000 + line.column })))
  const rights = rightEdges(lines)
  const leading = usualLeading(lines)
  const spaced = lines.filter((line, index) => isApart(lines[index - 1], line, leading)).length * 10 >= lines.length
  const words = hyphenated(lines)
  let hyphens = 0
  let text = ''
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (before === undefined) text = line.text
    else if (
      endsParagraph(
        before,
        line,
        { right: rights.get(before.place) ?? before.right, leading, spaced },
        lines[index - 2],
      )
    )
      text += `\n${line.text}`
    else {
      const parted = /\p{L}[-\u00AD\u2010]$/u.test(text) && /^\p{Ll}/u.test(line.text)
      const compound =
        parted &&
        words.has(`${/[\p{L}]+-$/u.exec(text)?.[0] ?? ''}${/^\p{L}+/u.exec(line.text)?.[0] ?? ''}`.toLowerCase())
      if (parted) hyphens += compound ? 0 : 1
      text = parted
        ? `${compound ? text : text.slice(0, -1)}${line.text}`
        : `${text}${separator(text, line.text)}${line.text}`
    }
  })
  return { text, hyphens }
}

type Placed = PdfLine & { readonly place: number }

/** Chinese and Japanese have no blanks between words, nor where lines end. */
function separator(before: string, after: string): string {
  if (/[-–—/]$/u.test(before) && /^\p{L}/u.test(after) && /\p{L}[-/]$/u.test(before)) return ''
  return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEF]$/u.test(before) &&
    /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u.test(after)
    ? ''
    : ' '
}

/** What is usual around a line: where its column ends, how far apart lines are, and whether paragraphs are farther apart than that. */
type Usual = { readonly right: number; readonly leading: number; readonly spaced: boolean }

function endsParagraph(before: Placed, line: Placed, usual: Usual, earlier: Placed | undefined): boolean {
  if (line.text.includes('\t') || before.text.includes('\t')) return true
  if (Math.abs(before.size - line.size) > Math.min(before.size, line.size) * 0.15) return true
  const flowing = before.place === line.place
  // Where paragraphs are told by their distance, a line that is a little short says nothing, but at the end of a page with a sentence.
  const told = usual.spaced && isLong(before, usual.right) && (flowing || !/[.!?…][»”")]?$/u.test(before.text))
  if (wouldFit(before, line, usual) && !told) return true
  if (!flowing) return /[.!?…:;»”"]$/u.test(before.text) && /^[\p{Lu}\p{L}.\d ]{1,40}[:：]/u.test(line.text)
  if (isApart(before, line, usual.leading)) return true
  const indented = line.x - before.x > line.size * 0.8
  return (
    indented &&
    (earlier === undefined || earlier.place !== before.place || Math.abs(earlier.x - before.x) < line.size * 0.8)
  )
}

/** Whether the first word of a line would still have stood at the end of the line before. */
function wouldFit(before: Placed, line: Placed, { right }: Usual): boolean {
  const first = /^\S+/u.exec(line.text)?.[0] ?? ''
  const letter = line.text.length === 0 ? 0 : (line.right - line.x) / line.text.length
  // Capitals are wider than most letters.
  const width = letter * (first.length + (first.match(/\p{Lu}/gu)?.length ?? 0) * 0.6 + 1)
  return before.right + width < right - letter
}

function isLong(line: Placed, right: number): boolean {
  return line.right - line.x > (right - line.x) * 0.7
}

function isApart(before: Placed | undefined, line: Placed, leading: number): boolean {
  if (before === undefined || before.place !== line.place) return false
  return before.y - line.y > Math.max(leading, before.size) * 1.35
}

/** The right edge of the text of each page and column: where most full lines end. */
function rightEdges(lines: readonly Placed[]): ReadonlyMap<number, number> {
  const edges = new Map<number, number[]>()
  for (const { place, right } of lines) edges.set(place, [...(edges.get(place) ?? []), right])
  const found = new Map<number, number>()
  for (const [place, rights] of edges) {
    rights.sort((a, b) => a - b)
    found.set(place, rights[Math.floor((rights.length - 1) * 0.95)] ?? 0)
  }
  return found
}

/** The distance between baselines that comes most often, in points. */
function usualLeading(lines: readonly Placed[]): number {
  const times = new Map<number, number>()
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (before === undefined || before.place !== line.place || before.y <= line.y) return
    // Of paragraphs of one line each the distance says nothing about lines.
    const gap = Math.round(before.y - line.y)
    if (gap <= line.size * 2.2) times.set(gap, (times.get(gap) ?? 0) + 1)
  })
  const common = [...times].filter(([, count]) => count * 5 >= lines.length)
  return common.length === 0 ? 0 : Math.min(...common.map(([gap]) => gap))
}

/** Words that have a hyphen within a line: `one-way`. */
function hyphenated(lines: readonly Placed[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { text } of lines) for (const match of text.matchAll(/\p{L}+-\p{L}+/gu)) found.add(match[0].toLowerCase())
  return found
}
