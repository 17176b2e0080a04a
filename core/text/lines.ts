import type { Turn } from './turn'

/**
 * One line of a transcript as a screen shows it: [start, end) in UTF-16 offsets, without its line end. `number` counts all lines of the stored
 * text from 1, blank ones too, as any editor does. `turn` is an index into the turns, or null for text outside all of them; `first` is true for
 * the line that opens its turn; what was said in it begins at `said`, which is `end` for a line that is all label.
 */
export type Line = {
  readonly start: number
  readonly end: number
  readonly said: number
  readonly number: number
  readonly turn: number | null
  readonly first: boolean
}

/**
 * The lines of a text that hold more than white space, in order. A line is cut where a turn begins in its middle, and then both halves carry
 * the same number. Nothing but white space is left out.
 */
export function lines(text: string, turns: readonly Turn[]): Line[] {
  const found: Line[] = []
  let number = 1
  let opened = -1
  let turn = 0
  for (let start = 0; start <= text.length; number++) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    for (let from = start; from < end; ) {
      for (let here = turns[turn]; here && here.end <= from; here = turns[turn]) turn++
      const here = turns[turn]
      const inside = here !== undefined && here.start <= from
      const to = Math.min(end, here ? (inside ? here.end : here.start) : end)
      if (/\S/u.test(text.slice(from, to))) {
        const said = inside ? Math.min(Math.max(here.said, from), to) : from
        found.push({ start: from, end: to, said, number, turn: inside ? turn : null, first: inside && opened !== turn })
        if (inside) opened = turn
      }
      from = to
    }
    start = end + 1
  }
  return found
}

/** The index of the line that holds an offset, or the nearest one before it; 0 when all lines are behind it. */
export function lineAt(all: readonly { readonly start: number }[], offset: number): number {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}
