type Paragraph = { text: string; joined: boolean; readonly after: string[] }
type Box = { readonly lines: string[]; carried: string }
type Row = { readonly cells: string[]; dropped: boolean }

/** The lines of a Word file while they are written: paragraphs inside boxes (the page, a cell, a text box, a footnote), cells inside rows. */
export class Page {
  /** How many paragraphs have begun so far, in the order of the file. */
  paragraphs = 0
  readonly #boxes: Box[] = [{ lines: [], carried: '' }]
  readonly #open: Paragraph[] = []
  readonly #rows: Row[] = []

  /** Text at the end of the paragraph that is open; outside one there is nothing to be said. */
  add(text: string): void {
    const paragraph = this.#open.at(-1)
    if (paragraph !== undefined) paragraph.text += text
  }

  openParagraph(): void {
    this.paragraphs++
    this.#open.push({ text: '', joined: false, after: [] })
  }

  /** The end of the open paragraph is deleted: it and the next one are one. */
  joinParagraph(): void {
    const paragraph = this.#open.at(-1)
    if (paragraph !== undefined) paragraph.joined = true
  }

  closeParagraph(): void {
    const paragraph = this.#open.pop()
    const box = this.#boxes.at(-1)
    if (paragraph === undefined || box === undefined) return
    const text = box.carried + paragraph.text
    box.carried = paragraph.joined ? text : ''
    if (!paragraph.joined) box.lines.push(text)
    append(box.lines, paragraph.after)
  }

  openBox(): void {
    this.#boxes.push({ lines: [], carried: '' })
  }

  closeBox(): readonly string[] {
    return finished(this.#boxes.pop())
  }

  /** The text of a box that floats beside a paragraph comes after it; that of one outside of paragraphs where it stands. */
  closeTextBox(): void {
    const lines = this.closeBox()
    const to = this.#open.at(-1)?.after ?? this.#boxes.at(-1)?.lines
    if (to !== undefined) append(to, lines)
  }

  /** How the open paragraph ends so far; '' outside of one. */
  tail(): string {
    return this.#open.at(-1)?.text.at(-1) ?? ''
  }

  openRow(): void {
    this.#rows.push({ cells: [], dropped: false })
  }

  dropRow(): void {
    const row = this.#rows.at(-1)
    if (row !== undefined) row.dropped = true
  }

  closeCell(): void {
    this.#rows.at(-1)?.cells.push(this.closeBox().join('\n'))
  }

  /** A row is one line: only its last cell may hold line ends and tabs of its own, for a row must be found again in the text. */
  closeRow(): void {
    const row = this.#rows.pop()
    if (row === undefined || row.dropped) return
    const last = row.cells.length - 1
    const cells = row.cells.map((cell, index) => (index === last ? cell : cell.replace(/[\n\t]+/gu, ' ')))
    this.#boxes.at(-1)?.lines.push(cells.join('\t'))
  }

  lines(): readonly string[] {
    return finished(this.#boxes[0])
  }
}

function finished(box: Box | undefined): readonly string[] {
  if (box === undefined) return []
  return box.carried === '' ? box.lines : [...box.lines, box.carried]
}

/** Arguments of a call are bounded, lines are not. */
function append(to: string[], lines: readonly string[]): void {
  for (const line of lines) to.push(line)
}
