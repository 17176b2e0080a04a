import type { Query } from './query'
import { Vocabulary } from './vocabulary'

/** Words [from, to) of a text, by index. */
export type WordSpan = { readonly from: number; readonly to: number }

/** A text to be searched: the numbers of its words, and where a regular expression matches in it. */
export type Searched = {
  readonly words: Uint32Array
  readonly matches: (pattern: string) => readonly WordSpan[]
}

/** What answers a query in one text: null when the text does not, else its hits in their order, none twice. */
export type Finder = (text: Searched) => readonly WordSpan[] | null

/** Makes a query ready for texts that were read with a vocabulary. Its cost for a text is a comparison for each word and each word of the query. */
export function finder(query: Query, vocabulary: Vocabulary): Finder {
  const find = made(query, vocabulary)
  return (text) => {
    const hits = find(text)
    return hits === null ? null : once(hits)
  }
}

function made(query: Query, vocabulary: Vocabulary): Finder {
  switch (query.kind) {
    case 'phrase': {
      const marks = query.words.map((word) => vocabulary.marked(word))
      return ({ words }) => some(phrase(words, marks))
    }
    case 'near': {
      const [first, second] = query.terms.map((term) => made(term, vocabulary))
      return (text) => some(near(first?.(text) ?? [], second?.(text) ?? [], query.within))
    }
    case 'pattern':
      return ({ matches }) => some(matches(query.source))
    case 'not': {
      const find = made(query.of, vocabulary)
      return (text) => (find(text) === null ? [] : null)
    }
    case 'any': {
      const finders = query.of.map((one) => made(one, vocabulary))
      return (text) => {
        const found = finders.map((find) => find(text)).filter((hits) => hits !== null)
        return found.length > 0 ? found.flat() : null
      }
    }
    case 'all': {
      const finders = query.of.map((one) => made(one, vocabulary))
      return (text) => {
        const all: WordSpan[] = []
        for (const find of finders) {
          const hits = find(text)
          if (hits === null) return null
          all.push(...hits)
        }
        return all
      }
    }
  }
}

function some(hits: readonly WordSpan[]): readonly WordSpan[] | null {
  return hits.length > 0 ? hits : null
}

function phrase(words: Uint32Array, marks: readonly Uint8Array[]): WordSpan[] {
  const [first] = marks
  const found: WordSpan[] = []
  if (!first) return found
  for (let at = 0; at + marks.length <= words.length; at++) {
    if (first[words[at] ?? 0] !== 1) continue
    let length = 1
    while (length < marks.length && marks[length]?.[words[at + length] ?? 0] === 1) length++
    if (length === marks.length) found.push({ from: at, to: at + length })
  }
  return found
}

/** From the first to the last word of two that have at most `within` words between them, each with its nearest. */
function near(a: readonly WordSpan[], b: readonly WordSpan[], within: number): WordSpan[] {
  const found: WordSpan[] = []
  for (const x of a) {
    let best: WordSpan | null = null
    for (const y of b) {
      const between = Math.max(x.from, y.from) - Math.min(x.to, y.to)
      if (between < 0 || between > within) continue
      const span = { from: Math.min(x.from, y.from), to: Math.max(x.to, y.to) }
      if (!best || span.to - span.from < best.to - best.from) best = span
    }
    if (best) found.push(best)
  }
  return found
}

/** Hits in order; of those that share a word the one that begins first, the longer of two. */
function once(hits: readonly WordSpan[]): WordSpan[] {
  const kept: WordSpan[] = []
  for (const hit of [...hits].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1)
    if (!last || hit.from >= last.to) kept.push(hit)
  }
  return kept
}

/** Whether a text of a few words (a definition, a memo) answers a query; a regular expression is not asked of it. */
export function answers(query: Query): (text: string) => boolean {
  return (text) => {
    const vocabulary = new Vocabulary()
    const words = vocabulary.read(text)
    return finder(query, vocabulary)({ words, matches: () => [] }) !== null
  }
}
