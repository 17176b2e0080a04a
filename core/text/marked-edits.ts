import { editsBetween } from './edits'

/** A stretch of two texts laid over each other: in both, only in the earlier (`out`), only in the later (`in`). */
export type MarkedPart = { readonly kind: 'same' | 'out' | 'in'; readonly text: string }

/** Two texts laid over each other: the parts that are not `in` make the earlier, those that are not `out` the later. */
export function markedEdits(before: string, after: string): readonly MarkedPart[] {
  const parts: MarkedPart[] = []
  const add = (kind: MarkedPart['kind'], text: string) => {
    if (text !== '') parts.push({ kind, text })
  }
  let at = 0
  for (const { start, end, insert } of editsBetween(before, after)) {
    add('same', before.slice(at, start))
    add('out', before.slice(start, end))
    add('in', insert)
    at = end
  }
  add('same', before.slice(at))
  return parts
}
