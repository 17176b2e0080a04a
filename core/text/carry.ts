import type { Edit } from './edits'
import type { Range } from './sentences'

/**
 * A range after a text was edited. `kept`: its own words are the same. `touched`: some of them were changed, or it had to be found again; a person
 * should look. `lost`: nothing of it is left. Ranges are half-open, in UTF-16 offsets of the new text.
 */
export type Carried =
  | { readonly state: 'kept' | 'touched'; readonly start: number; readonly end: number }
  | { readonly state: 'lost' }

// How far a passage may have slid when equal words stand side by side and one of them was taken away.
const SLIDE = 200
// A passage this long is hardly ever somewhere else by chance.
const UNMISTAKABLE = 20

/**
 * Carries ranges of `before` over to `after`, of which `edits` (as `editsBetween` gives them) tell the difference. What was written at the very edge
 * of a range does not become part of it; what replaced some of its words does. A range whose words were changed or cut is looked for elsewhere: in
 * what was inserted (it was moved), and near by (equal words side by side).
 */
export function carrier(before: string, after: string, edits: readonly Edit[]): (range: Range) => Carried {
  const shifts = new Int32Array(edits.length + 1)
  edits.forEach((edit, i) => {
    shifts[i + 1] = (shifts[i] ?? 0) + edit.insert.length - (edit.end - edit.start)
  })
  const inserted = edits.map((edit, i) => {
    const start = edit.start + (shifts[i] ?? 0)
    return { start, end: start + edit.insert.length }
  })
  return (range) => {
    const first = lowest(edits.length, (i) => (edits[i]?.end ?? 0) > range.start)
    const last = lowest(edits.length, (i) => (edits[i]?.start ?? 0) >= range.end)
    const inside = edits.slice(first, last).filter((edit) => edit.end > range.start && edit.start < range.end)
    const from = inside[0]
    if (!from) {
      const begun = lowest(
        edits.length,
        (i) => (edits[i]?.end ?? 0) > range.start || (edits[i]?.start ?? 0) > range.start,
      )
      const shift = shifts[begun] ?? 0
      return { state: 'kept', start: range.start + shift, end: range.end + shift }
    }
    const to = inside.at(-1) ?? from
    const fromAt = edits.indexOf(from, first)
    const toAt = edits.indexOf(to, first)
    const start = from.start < range.start ? (inserted[fromAt]?.start ?? 0) : range.start + (shifts[fromAt] ?? 0)
    const end = to.end > range.end ? (inserted[toAt]?.end ?? 0) : range.end + (shifts[toAt + 1] ?? 0)
    const quote = before.slice(range.start, range.end)
    const changed = inside.reduce((sum, edit) => sum + edit.end - edit.start + edit.insert.length, 0)
    const found = nearest(after, quote, start, (at) => {
      const distance = Math.abs(at - start)
      return (
        quote.length >= UNMISTAKABLE || distance <= changed + quote.length + SLIDE || within(inserted, at, quote.length)
      )
    })
    if (found !== null) {
      // Equal words side by side: which of them was written anew cannot be told, and makes no difference.
      const same = found === start || found + quote.length === end
      return { state: same ? 'kept' : 'touched', start: found, end: found + quote.length }
    }
    const left = inked(after, start, end)
    return left ? { state: 'touched', ...left } : { state: 'lost' }
  }
}

function within(ranges: readonly Range[], at: number, length: number): boolean {
  const i = lowest(ranges.length, (n) => (ranges[n]?.end ?? 0) >= at + length)
  return (ranges[i]?.start ?? Number.POSITIVE_INFINITY) <= at
}

function nearest(text: string, quote: string, around: number, allowed: (at: number) => boolean): number | null {
  let back = text.lastIndexOf(quote, around)
  while (back >= 0 && !allowed(back)) back = back === 0 ? -1 : text.lastIndexOf(quote, back - 1)
  let forth = text.indexOf(quote, around)
  while (forth >= 0 && !allowed(forth)) forth = text.indexOf(quote, forth + 1)
  if (back < 0 || forth < 0) return back < 0 && forth < 0 ? null : Math.max(back, forth)
  return around - back <= forth - around ? back : forth
}

function inked(text: string, start: number, end: number): Range | null {
  let from = start
  let to = end
  while (from < to && /\s/u.test(text.charAt(from))) from++
  while (to > from && /\s/u.test(text.charAt(to - 1))) to--
  return to > from ? { start: from, end: to } : null
}

/** The first i in [0, count) for which `is` holds, count when none; `is` is false up to a place and true from there on. */
function lowest(count: number, is: (i: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (is(middle)) high = middle
    else low = middle + 1
  }
  return low
}
