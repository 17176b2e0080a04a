type Box = { readonly lines: string[]; line: string; cell: string | null; cells: string[] }

/** The lines of an RTF while it is read: the page, and boxes on it (a footnote, a text box, a page header). A table row is one line. */
export class Paper {
  readonly #boxes: Box[] = [{ lines: [], line: '', cell: null, cells: [] }]

  /** Lines of the box on top that are ended. */
  get written(): number {
    return this.#boxes[0]?.lines.length ?? 0
  }

  add(text: string): void {
    this.#box().line += text
  }

  /** A paragraph ends; within a table row it is a line of its cell. */
  paragraph(inTable: boolean): void {
    const box = this.#box()
    if (inTable) box.cell = `${box.cell ?? ''}${box.line}\n`
    else {
      this.#rowWithoutEnd(box)
      box.lines.push(box.line)
    }
    box.line = ''
  }

  cell(): void {
    const box = this.#box()
    box.cells.push((box.cell ?? '') + box.line)
    box.cell = null
    box.line = ''
  }

  /** Only the last cell of a row may hold line ends and tabs of its own, for a row must be found again in the text. */
  row(): void {
    const box = this.#box()
    const last = box.cells.length - 1
    if (last >= 0)
      box.lines.push(
        box.cells.map((cell, at) => (at === last ? cell : cell.replace(/[\n\t]+/gu, ' ').trimEnd())).join('\t'),
      )
    box.cells = []
  }

  openBox(): void {
    this.#boxes.push({ lines: [], line: '', cell: null, cells: [] })
  }

  /** The lines of the box on top, which is taken away; the page itself stays. */
  closeBox(): readonly string[] {
    const box = this.#boxes.length > 1 ? this.#boxes.pop() : undefined
    return box === undefined ? [] : this.#finished(box)
  }

  /** Lines put before the line that is being written: a text box stands at its paragraph. */
  insert(lines: readonly string[]): void {
    const box = this.#box()
    for (const line of lines) box.lines.push(line)
  }

  lines(): readonly string[] {
    while (this.#boxes.length > 1) this.insert(this.closeBox())
    return this.#finished(this.#box())
  }

  #finished(box: Box): readonly string[] {
    if (box.cell !== null) {
      box.line = box.cell + box.line
      box.cell = null
    }
    this.#rowWithoutEnd(box)
    return box.line === '' ? box.lines : [...box.lines, box.line]
  }

  /** A file that was cut, or a program that forgets, leaves a row without its end. */
  #rowWithoutEnd(box: Box): void {
    if (box.cell !== null) {
      box.line = box.cell + box.line
      box.cell = null
    }
    if (box.cells.length === 0) return
    box.lines.push(box.cells.join('\t'))
    box.cells = []
  }

  #box(): Box {
    const box = this.#boxes.at(-1)
    if (box === undefined) throw new RangeError('the page itself is never closed')
    return box
  }
}
