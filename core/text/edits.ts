import { commonRuns } from './common-runs'
import { paired } from './paired'

/** One change of a text: [start, end) of the old text, in UTF-16 offsets, becomes `insert`. */
export type Edit = { readonly start: number; readonly end: number; readonly insert: string }

/** A text after `edits`, which are in order and do not overlap. Throws RangeError for edits that do, or that leave the text. */
export function edited(text: string, edits: readonly Edit[]): string {
  let last = 0
  const parts: string[] = []
  for (const { start, end, insert } of edits) {
    if (!(start >= last && end >= start && end <= text.length))
      throw new RangeError(`Edit [${start}, ${end}) leaves the text or its order`)
    parts.push(text.slice(last, start), insert)
    last = end
  }
  return parts.join('') + text.slice(last)
}

/**
 * The edits that make `after` of `before`, in order, disjoint, each as small as letters allow: words are compared first (`commonRuns`), white
 * space between them counts for nothing there, so that a text that was only wrapped anew keeps all its words.
 */
export function editsBetween(before: string, after: string): readonly Edit[] {
  if (before === after) return []
  const edits: Edit[] = []
  let from = 0
  let to = 0
  const step = (start: number, at: number): void => {
    const edit = trimmed(before, after, from, start, to, at)
    if (edit) edits.push(edit)
    from = start
    to = at
  }
  const upTo = (start: number, at: number): void => {
    for (const pair of paired(before, { start: from, end: start }, after, { start: to, end: at })) {
      step(pair.before.start, pair.after.start)
      step(pair.before.end, pair.after.end)
    }
    step(start, at)
  }
  for (const run of commonRuns(before, after)) {
    upTo(run.before, run.after)
    from = run.before + run.length
    to = run.after + run.length
  }
  upTo(before.length, after.length)
  return edits
}

function trimmed(before: string, after: string, from: number, start: number, to: number, at: number): Edit | null {
  let first = 0
  while (from + first < start && to + first < at && before[from + first] === after[to + first]) first++
  let last = 0
  while (start - last > from + first && at - last > to + first && before[start - last - 1] === after[at - last - 1])
    last++
  // Never between the halves of a surrogate pair.
  if (first > 0 && /[\uD800-\uDBFF]/u.test(before.charAt(from + first - 1))) first--
  if (last > 0 && /[\uDC00-\uDFFF]/u.test(before.charAt(start - last))) last--
  const edit = { start: from + first, end: start - last, insert: after.slice(to + first, at - last) }
  return edit.start === edit.end && edit.insert === '' ? null : edit
}

/**
 * Where an offset of the old text is after `edits`; inside of what was replaced, the end of the replacement. What was inserted right at it comes
 * behind the result for 'start' (it belongs to what begins there), before it for 'end' (it belongs to what ends there).
 */
export function offsetAfter(edits: readonly Edit[]): (offset: number, edge: 'start' | 'end') => number {
  return (offset, edge) => {
    let shift = 0
    for (const { start, end, insert } of edits) {
      if (start > offset || (start === offset && (edge === 'start' || end > start))) break
      if (end > offset) return start + shift + insert.length
      shift += insert.length - (end - start)
    }
    return offset + shift
  }
}
