import { type Line, lineAt } from '@/core/text/lines'
import { type Range, sentences } from '@/core/text/sentences'

/** The ranges by which a selection grows: sentences and turns of a transcript, in order. */
export type Passages = { readonly sentences: readonly Range[]; readonly turns: readonly Range[] }

/** The sentences and the turns of what was said, labels and time stamps left out. */
export function passages(text: string, lines: readonly Line[]): Passages {
  const turns: { start: number; end: number }[] = []
  let last: number | null = -1
  for (const line of lines) {
    if (line.said >= line.end) continue
    const open = turns.at(-1)
    if (open && line.turn !== null && line.turn === last) open.end = line.end
    else turns.push({ start: line.said, end: line.end })
    last = line.turn
  }
  return { sentences: lines.flatMap((line) => sentences(text, line.said, line.end)), turns }
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
