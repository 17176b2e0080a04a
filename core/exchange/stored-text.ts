/** A text as it is stored, and where each UTF-16 offset of the raw text lies in it. */
export type StoredText = { readonly text: string; readonly at: (offset: number, side: 'start' | 'end') => number }

// What composes with what stands before it: marks, and the vowels and finals of Korean syllables.
const CLUSTER = /\r\n?|[\u0085\u2028\u2029]|[^\r\u0085\u2028\u2029][\p{M}\u1160-\u11FF]*/gsu

/**
 * A text in the form in which texts are stored (NFC, every line end \n), with the map of its offsets: positions that came with a file are laid on
 * the raw text first. An offset inside of letters that become one is where that one begins, or for an end where it ends.
 */
export function storedText(raw: string): StoredText {
  const text = raw.replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n').normalize('NFC')
  if (text === raw) return { text, at: (offset) => offset }
  const froms: number[] = []
  const tos: number[] = []
  let made = ''
  for (const { 0: cluster, index } of raw.matchAll(CLUSTER)) {
    const piece = /^[\r\u0085\u2028\u2029]/u.test(cluster) ? '\n' : cluster.normalize('NFC')
    if (piece !== cluster) {
      froms.push(index, index + cluster.length)
      tos.push(made.length, made.length + piece.length)
    }
    made += piece
  }
  return {
    text: made === text ? text : made,
    at: (offset, side) => {
      const k = lastNotBeyond(froms, offset)
      if (k < 0) return offset
      const from = froms[k] ?? 0
      const to = tos[k] ?? 0
      if (k % 2 === 1 || offset === from) return to + offset - from
      return side === 'start' ? to : (tos[k + 1] ?? to)
    },
  }
}

function lastNotBeyond(sorted: readonly number[], offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
