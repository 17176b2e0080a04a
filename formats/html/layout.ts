type Box = { readonly lines: string[]; line: string }
type Row = { readonly cells: (readonly string[])[]; open: boolean }

/** A cell before the last with more lines than this is no cell of a transcript but a part of the page. */
const CELL_LINES = 5

/** The lines of a page while it is walked: text flows, blocks and line breaks end lines, a table row is one line with tabs between its cells. */
export class Layout {
  /** How many lines have been ended so far. */
  written = 0
  #kept = 0
  readonly #boxes: Box[] = [{ lines: [], line: '' }]
  readonly #rows: Row[] = []

  /** White space counts as one blank at most, but for blanks that do not break, and inside of `pre`. */
  text(text: string): void {
    const box = this.#box()
    if (this.#kept > 0) {
      const [first = '', ...more] = text.replace(/\r\n?/gu, '\n').split('\n')
      box.line += first
      for (const line of more) {
        this.lineEnd()
        box.line = line
      }
      return
    }
    const words = text.replace(/[ \t\n\r\f]+/gu, ' ')
    box.line += words.startsWith(' ') && (box.line === '' || box.line.endsWith(' ')) ? words.slice(1) : words
  }

  /** The line ends here, also an empty one. */
  lineEnd(): void {
    const box = this.#box()
    box.lines.push(this.#kept > 0 ? box.line : box.line.replace(/ $/u, ''))
    box.line = ''
    this.written++
  }

  /** A block begins or ends here: what stands on the line ends it. */
  block(): void {
    if (this.#box().line.trim() !== '') this.lineEnd()
    else this.#box().line = ''
  }

  preserve(by: 1 | -1): void {
    this.block()
    this.#kept += by
  }

  openRow(): void {
    this.block()
    this.#rows.push({ cells: [], open: false })
  }

  /** A cell outside of rows is a block. */
  openCell() {
    const row = this.#rows.at(-1)
    if (row === undefined || row.open) return this.block()
    row.open = true
    this.#boxes.push({ lines: [], line: '' })
  }

  closeCell() {
    const row = this.#rows.at(-1)
    if (row === undefined || !row.open || this.#boxes.length === 1) return this.block()
    this.block()
    row.open = false
    row.cells.push(this.#boxes.pop()?.lines ?? [])
  }

  closeRow(): void {
    this.block()
    const row = this.#rows.pop()
    if (row === undefined) return
    const box = this.#box()
    const last = row.cells.length - 1
    const layout = row.cells.some((lines, at) => at < last && lines.length > CELL_LINES)
    if (layout) for (const cell of row.cells) for (const line of cell) box.lines.push(line)
    else if (last >= 0)
      for (const line of row.cells
        .map((lines, at) => (at === last ? lines.join('\n') : lines.join(' ').replace(/\s*\t\s*/gu, ' ')))
        .join('\t')
        .split('\n'))
        box.lines.push(line)
  }

  lines(): readonly string[] {
    while (this.#boxes.length > 1) this.closeCell()
    this.block()
    return this.#box().lines
  }

  #box(): Box {
    const box = this.#boxes.at(-1)
    if (box === undefined) throw new RangeError('the page itself is never closed')
    return box
  }
}
