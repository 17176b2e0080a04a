import type { Range } from './sentences'

/** [start, end) without the white space at its ends; null when nothing else is in it. */
export function trimmed(text: string, start: number, end: number): Range | null {
  let from = Math.max(0, start)
  let to = Math.min(text.length, end)
  while (from < to && /\s/u.test(text.charAt(from))) from++
  while (to > from && /\s/u.test(text.charAt(to - 1))) to--
  return to > from ? { start: from, end: to } : null
}

/** [start, end) widened so that it cuts no word in two; `words` as made by `wordOffsets`. */
export function toWords(words: Uint32Array, start: number, end: number): Range {
  const first = wordOver(words, start)
  const last = wordOver(words, end)
  return {
    start: first && first.start < start ? first.start : start,
    end: last && last.start < end ? last.end : end,
  }
}

/** The nearest end (or, for 'start', beginning) of a word to an offset; the offset itself in a text without words. */
export function nearestEdge(words: Uint32Array, offset: number, edge: 'start' | 'end'): number {
  let best = offset
  let distance = Number.POSITIVE_INFINITY
  const around = firstBehind(words, offset)
  for (let word = Math.max(0, around - 2); word <= around + 1 && word * 2 < words.length; word++) {
    const at = words[word * 2 + (edge === 'end' ? 1 : 0)] ?? 0
    if (Math.abs(at - offset) < distance) {
      best = at
      distance = Math.abs(at - offset)
    }
  }
  return best
}

/** The next (step 1) or previous (step -1) end (or beginning) of a word from an offset, or null past the last. */
export function nextEdge(words: Uint32Array, offset: number, edge: 'start' | 'end', step: 1 | -1): number | null {
  const at = (word: number): number => words[word * 2 + (edge === 'end' ? 1 : 0)] ?? -1
  let word = Math.min(firstBehind(words, offset), words.length / 2 - 1)
  if (step === 1) {
    word = Math.max(0, word - 1)
    while (word * 2 < words.length && at(word) <= offset) word++
    return word * 2 < words.length ? at(word) : null
  }
  while (word >= 0 && at(word) >= offset) word--
  return word >= 0 ? at(word) : null
}

// The first word that begins behind the offset.
function firstBehind(words: Uint32Array, offset: number): number {
  let low = 0
  let high = words.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle * 2] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function wordOver(words: Uint32Array, offset: number): Range | null {
  const word = firstBehind(words, offset) - 1
  const start = words[word * 2]
  const end = words[word * 2 + 1]
  return start !== undefined && end !== undefined && offset < end ? { start, end } : null
}
