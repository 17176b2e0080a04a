const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200D]*(?:[-'’ʼ.](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}\u00AD\u200D]*)*/gu

/**
 * The words of a text as flat pairs of UTF-16 offsets: start, end (exclusive), start, end ... A word is a run of letters and digits; hyphen,
 * apostrophe and full stop inside it do not end it ("кое-кто", "don't", "2.5").
 */
export function wordOffsets(text: string): Uint32Array {
  const offsets: number[] = []
  for (const match of text.matchAll(WORD)) offsets.push(match.index, match.index + match[0].length)
  return Uint32Array.from(offsets)
}

/** How many words a text has. */
export function wordCount(text: string): number {
  return wordOffsets(text).length / 2
}

/** The half-open range of word indices whose words begin in [start, end); `words` as made by `wordOffsets`. */
export function wordRange(words: Uint32Array, start: number, end: number): { from: number; to: number } {
  return { from: firstFrom(words, start), to: firstFrom(words, end) }
}

function firstFrom(words: Uint32Array, offset: number): number {
  let low = 0
  let high = words.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle * 2] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
