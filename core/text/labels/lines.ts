/** A line of a text: [start, end) without its line end; `first` is where its first character that is no white space stands (`end` in a blank line). */
export type Line = {
  readonly start: number
  readonly end: number
  readonly first: number
  /** What belongs to no speaker by its form: front matter, headings of Markdown, footnotes after the text. */
  readonly apart: 'front' | 'heading' | 'tail' | null
}

/** How much of a line is looked at for a label. */
const HEAD = 160

/** True in a line of white space and invisible marks only. */
export function isBlank(line: Line): boolean {
  return line.first === line.end
}

/** The beginning of a line, from its first visible character on: labels stand there. */
export function headOf(text: string, line: Line): string {
  return text.slice(line.first, Math.min(line.end, line.first + HEAD))
}

/** The lines of a text. YAML front matter between `---` lines at the top, headings (`# …`) and everything from `body` on are set apart. */
export function linesOf(text: string, body: number): readonly Line[] {
  const front = frontMatter(text)
  const lines: Line[] = []
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const first = firstVisible(text, start, end)
    const heading = text.charAt(first) === '#' && /^#{1,6}\s/u.test(text.slice(first, first + 8))
    const apart = start < front ? 'front' : start >= body ? 'tail' : heading ? 'heading' : null
    lines.push({ start, end, first, apart })
    if (newline < 0) break
    start = end + 1
  }
  return lines
}

function frontMatter(text: string): number {
  if (!text.startsWith('---\n')) return 0
  const close = text.indexOf('\n---\n', 3)
  return close < 0 || close > 10_000 ? 0 : close + 4
}

const INVISIBLE = /[\s\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u

function firstVisible(text: string, start: number, end: number): number {
  let at = start
  while (at < end && INVISIBLE.test(text.charAt(at))) at++
  return at
}
