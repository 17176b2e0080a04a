import { type Line, lineAt } from '@/core/text/lines'
import { type Range, sentences } from '@/core/text/sentences'

/** The ranges by which a selection grows: sentences, paragraphs and turns of a transcript, in order; labels and time stamps are in none. */
export type Passages = {
  readonly sentences: readonly Range[]
  readonly paragraphs: readonly Range[]
  readonly turns: readonly Range[]
  /** The sentences that somebody else than an interviewer said. */
  readonly answers: readonly Range[]
}

/** The passages of a text; `asked` says whether the turn of an index is an interviewer's. */
export function passages(text: string, lines: readonly Line[], asked: (turn: number) => boolean): Passages {
  const turns: { start: number; end: number }[] = []
  const said = lines.filter((line) => line.said < line.end)
  let last: number | null = -1
  for (const line of said) {
    const open = turns.at(-1)
    if (open && line.turn !== null && line.turn === last) open.end = line.end
    else turns.push({ start: line.said, end: line.end })
    last = line.turn
  }
  const cut = said.map((line) => ({ line, sentences: sentences(text, line.said, line.end) }))
  return {
    sentences: cut.flatMap((one) => one.sentences),
    paragraphs: said.map((line) => ({ start: line.said, end: line.end })),
    turns,
    answers: cut.flatMap(({ line, sentences }) => (line.turn !== null && asked(line.turn) ? [] : sentences)),
  }
}

/**
 * The next larger selection by whole ranges: the ones a selection touches, and one more when it is exactly those already. `by` -1 takes the last
 * one away. Null when there is nothing to grow by or to take away.
 */
export function grown(all: readonly Range[], selected: Range, by: 1 | -1): Range | null {
  if (!all.length) return null
  const first = lineAt(all, selected.start)
  const last = Math.max(first, lineAt(all, Math.max(selected.start, selected.end - 1)))
  const whole = all[first]?.start === selected.start && all[last]?.end === selected.end
  const end = by === -1 ? last - 1 : whole ? last + 1 : last
  const from = all[first]
  const to = all[end]
  return from && to && end >= first ? { start: from.start, end: to.end } : null
}

/** The range after (`by` 1) or before (-1) a selection; from a mere caret forward the one that holds it. Null past the ends. */
export function stepped(all: readonly Range[], selected: Range, by: 1 | -1): Range | null {
  if (!all.length) return null
  const at = lineAt(all, by === 1 ? Math.max(selected.start, selected.end - 1) : selected.start)
  const here = all[at]
  const caret = selected.start === selected.end
  if (by === 1 && here && (here.start > selected.start || (caret && here.end > selected.start))) return here
  if (by === -1 && here && here.start < selected.start) return here
  return all[at + by] ?? null
}
