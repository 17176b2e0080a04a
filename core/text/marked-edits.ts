import { editsBetween } from './edits'

/** A stretch of two texts laid over each other: in both, only in the earlier (`out`), only in the later (`in`). */
export type MarkedPart = { readonly kind: 'same' | 'out' | 'in'; readonly text: string }

/**
 * Two texts laid over each other, by whole words, as people read: the parts that are not `in` make the earlier, those that are not `out` the later.
 */
export function markedEdits(before: string, after: string): readonly MarkedPart[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, insert } of editsBetween(before, after)) {
    pieces.push({ same: before.slice(at, start), out: before.slice(start, end), in: insert })
    at = end
  }
  const rest = before.slice(at)
  const parts: MarkedPart[] = []
  const add = (kind: MarkedPart['kind'], text: string) => {
    if (text !== '') parts.push({ kind, text })
  }
  const whole = wholeWords(pieces, rest)
  for (const piece of whole.pieces) {
    add('same', piece.same)
    add('out', piece.out)
    add('in', piece.in)
  }
  add('same', whole.rest)
  return parts
}

/** What is the same in both texts, and then differs. */
type Piece = { same: string; out: string; in: string }

const ENDS = /[\p{L}\p{M}\p{N}'’-]+$/u
const BEGINS = /^[\p{L}\p{M}\p{N}'’-]+/u

/** The same pieces, none of which begins or ends within a word: the letters beside a difference belong to it, and what touches then is one. */
function wholeWords(
  given: readonly Piece[],
  tail: string,
): { readonly pieces: readonly Piece[]; readonly rest: string } {
  const pieces = given.map((piece) => ({ ...piece }))
  let rest = tail
  for (let i = 0; i < pieces.length; ) {
    const piece = pieces[i]
    if (!piece) break
    const following = pieces[i + 1]
    const next = following ? following.same : rest
    const left = BEGINS.test(piece.out) || BEGINS.test(piece.in) ? (ENDS.exec(piece.same)?.[0] ?? '') : ''
    const right = ENDS.test(piece.out) || ENDS.test(piece.in) ? (BEGINS.exec(next)?.[0] ?? '') : ''
    piece.same = piece.same.slice(0, piece.same.length - left.length)
    piece.out = left + piece.out + right
    piece.in = left + piece.in + right
    if (following) following.same = next.slice(right.length)
    else rest = next.slice(right.length)
    const last = pieces[i - 1]
    // What grew together is looked at again: it may begin or end with a letter now.
    if (last && piece.same === '') {
      pieces.splice(i - 1, 2, { same: last.same, out: last.out + piece.out, in: last.in + piece.in })
      i--
    } else if (left === '' && right === '') i++
  }
  return { pieces, rest }
}
