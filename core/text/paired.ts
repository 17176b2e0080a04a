import type { Range } from './sentences'

const WORD = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu
// Beyond so many cells a stretch is written anew, not corrected.
const MOST_CELLS = 10_000
// Two words are forms or misspellings of one when so much of the longer is common to both.
const ALIKE = 0.4

/** A word of the old stretch and what it was corrected to, as ranges of the two texts. */
export type Pairing = { readonly before: Range; readonly after: Range }

/**
 * Within a stretch that was changed: which words were corrected into which, in order (global alignment after Needleman and Wunsch 1970, J. Mol. Biol.
 * 48, scored by the letters that two words begin and end with). Words without a counterpart are in no pair.
 */
export function paired(before: string, from: Range, after: string, to: Range): readonly Pairing[] {
  const a = words(before, from)
  const b = words(after, to)
  if (a.length === 0 || b.length === 0 || a.length * b.length > MOST_CELLS) return []
  const width = b.length + 1
  const score = new Float64Array((a.length + 1) * width)
  const alike = (i: number, j: number): number => {
    const [one, other] = [a[i], b[j]]
    return one && other ? likeness(before.slice(one.start, one.end), after.slice(other.start, other.end)) : 0
  }
  const at = (i: number, j: number): number => score[i * width + j] ?? 0
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++)
      score[i * width + j] = Math.max(at(i - 1, j), at(i, j - 1), at(i - 1, j - 1) + alike(i - 1, j - 1))
  const pairs: Pairing[] = []
  let i = a.length
  let j = b.length
  while (i > 0 && j > 0) {
    const one = a[i - 1]
    const other = b[j - 1]
    const gain = alike(i - 1, j - 1)
    if (one && other && gain > 0 && at(i, j) === at(i - 1, j - 1) + gain) {
      pairs.push({ before: one, after: other })
      i--
      j--
    } else if (at(i, j) === at(i - 1, j)) i--
    else j--
  }
  return pairs.toReversed()
}

function words(text: string, { start, end }: Range): readonly Range[] {
  return [...text.slice(start, end).matchAll(WORD)].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }))
}

function likeness(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let first = 0
  while (first < most && one[first] === other[first]) first++
  let last = 0
  while (last < most - first && one[one.length - last - 1] === other[other.length - last - 1]) last++
  const share = (first + last) / Math.max(one.length, other.length)
  return share >= ALIKE ? share : 0
}
