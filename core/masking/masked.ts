import type { Range } from '@/core/text/sentences'
import type { Mark } from './mark'

type Spot = Pick<Mark, 'start' | 'end' | 'pseudonym'>

/** Which end of a range an offset is: inside a name the start goes back to where it begins, the end on to where it ends. */
export type Side = 'start' | 'end'

/** Marks in the order of the text of which no two share a character: of two that do, the one that begins first, then the longer one, stays. */
export function apart<M extends Range>(marks: readonly M[]): readonly M[] {
  const kept: M[] = []
  for (const mark of marks.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (mark.end > mark.start && mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark)
  return kept
}

/** Translates offsets between a text and its masked form. */
export type Positions = {
  /** From the text to the masked one. */
  readonly shown: (offset: number, side: Side) => number
  /** From the masked text to the text. */
  readonly stored: (offset: number, side: Side) => number
}

/**
 * The positions of a text masked by `marks`, which are in order and share nothing (see `apart`). Outside of marks the two are exact inverses; a range that
 * ends inside a name covers all of it on the other side. Throws RangeError for marks out of order or without a pseudonym.
 */
export function positions(marks: readonly Spot[]): Positions {
  const starts = new Float64Array(marks.length)
  const ends = new Float64Array(marks.length)
  let shift = 0
  let last = 0
  marks.forEach(({ start, end, pseudonym }, i) => {
    if (start < last || end <= start || pseudonym === '') throw new RangeError(`[${start}, ${end}) is no mark`)
    starts[i] = start + shift
    ends[i] = start + shift + pseudonym.length
    shift += pseudonym.length - (end - start)
    last = end
  })
  const here = Float64Array.from(marks, ({ start }) => start)
  const there = Float64Array.from(marks, ({ end }) => end)
  return { shown: between(here, there, starts, ends), stored: between(starts, ends, here, there) }
}

function between(starts: Float64Array, ends: Float64Array, toStarts: Float64Array, toEnds: Float64Array) {
  return (offset: number, side: Side): number => {
    // The last mark that begins before the offset.
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    const i = low - 1
    if (i < 0) return offset
    const end = ends[i] ?? 0
    if (offset >= end) return offset - end + (toEnds[i] ?? 0)
    return (side === 'start' ? toStarts[i] : toEnds[i]) ?? 0
  }
}

/** A masked text with its positions. */
export type Masked = Positions & { readonly text: string }

/** A text with its marks (as `positions` wants them) replaced by their pseudonyms. */
export function masked(text: string, marks: readonly Spot[]): Masked {
  return { text: maskedPiece(text, 0, marks), ...positions(marks) }
}

/**
 * What [start, start + piece.length) of a text is when masked, `piece` being its words: a name that is only partly in it is there with its whole pseudonym.
 * Equal to the slice of the masked text between the translated offsets.
 */
export function maskedPiece(piece: string, start: number, marks: readonly Spot[]): string {
  const end = start + piece.length
  let done = ''
  let at = start
  for (const mark of marks) {
    if (mark.end <= start) continue
    if (mark.start >= end) break
    done += piece.slice(at - start, Math.max(at, mark.start) - start) + mark.pseudonym
    at = Math.min(end, mark.end)
  }
  return done + piece.slice(at - start)
}
