import { wordOffsets } from '@/core/text/words'

/** What is left out of a quote: [start, end) of its original words, UTF-16 offsets from their beginning. */
export type Cut = { readonly kind: 'cut'; readonly start: number; readonly end: number }

/** What the author adds at a place between the original words, shown in square brackets; `text` is without them. */
export type Insertion = { readonly kind: 'insert'; readonly at: number; readonly text: string }

/** One edit of a quote. The original words are never changed: edits are laid over them. */
export type QuoteEdit = Cut | Insertion

/**
 * Why edits cannot stand: a place outside the words, out of order, inside a word; a cut without a word in it, or next to another with no word
 * between; nothing left; an insertion inside a cut, without words, with brackets of its own, or where another one is.
 */
export type EditFault =
  | 'outside'
  | 'order'
  | 'insideWord'
  | 'emptyCut'
  | 'touching'
  | 'whole'
  | 'insideCut'
  | 'emptyInsertion'
  | 'brackets'

const placeOf = (edit: QuoteEdit): number => (edit.kind === 'cut' ? edit.start : edit.at)
const cutsOf = (edits: readonly QuoteEdit[]): readonly Cut[] => edits.filter((edit) => edit.kind === 'cut')

/** In the order in which edits stand: by place, an insertion before the cut that begins there. */
function inOrder(a: QuoteEdit, b: QuoteEdit): number {
  return placeOf(a) - placeOf(b) || (a.kind === 'insert' ? 0 : 1) - (b.kind === 'insert' ? 0 : 1)
}

/** What is wrong with edits of some words, or null: the rules of shortening, kept by everything that stores or shows them. */
export function faultOf(words: string, edits: readonly QuoteEdit[]): EditFault | null {
  const at = wordOffsets(words)
  let last: QuoteEdit | null = null
  let end = 0
  let cutBefore = false
  for (const edit of edits) {
    const from = placeOf(edit)
    const to = edit.kind === 'cut' ? edit.end : edit.at
    if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to >= from && to <= words.length))
      return 'outside'
    if (last && inOrder(last, edit) >= 0) return 'order'
    if (splits(words, at, from) || splits(words, at, to)) return 'insideWord'
    if (edit.kind === 'cut') {
      if (!wordsIn(at, from, to)) return 'emptyCut'
      if (cutBefore && !wordsIn(at, end, from)) return 'touching'
      cutBefore = true
      end = to
    } else {
      if (cutBefore && from < end) return 'insideCut'
      if (edit.text.trim() === '' || edit.text !== edit.text.trim()) return 'emptyInsertion'
      if (/[[\]]/u.test(edit.text)) return 'brackets'
    }
    last = edit
  }
  return keepsAWord(at, cutsOf(edits)) || cutsOf(edits).length === 0 ? null : 'whole'
}

/**
 * Edits with one more cut. What is given is widened to whole words, and joined with cuts that no word separates from it; insertions in it go. Answers
 * the fault instead where nothing would be left, or no word is in it.
 */
export function withCut(
  words: string,
  edits: readonly QuoteEdit[],
  range: { readonly start: number; readonly end: number },
): readonly QuoteEdit[] | EditFault {
  const at = wordOffsets(words)
  let start = words.length
  let end = 0
  for (let i = 0; i < at.length; i += 2) {
    const [from = 0, to = 0] = [at[i], at[i + 1]]
    if (from >= range.end || to <= range.start) continue
    start = Math.min(start, from)
    end = Math.max(end, to)
  }
  if (start >= end) return 'emptyCut'
  const rest: QuoteEdit[] = []
  for (const edit of edits) {
    const touches = edit.kind === 'cut' && !apart(at, edit, { start, end })
    if (!touches) rest.push(edit)
    else {
      start = Math.min(start, edit.start)
      end = Math.max(end, edit.end)
    }
  }
  const kept = rest.filter((edit) => edit.kind === 'cut' || edit.at <= start || edit.at >= end)
  const made = [...kept, { kind: 'cut' as const, start, end }].sort(inOrder)
  return faultOf(words, made) ?? made
}

/** Edits with one more insertion, in the place of one that is there already; a place inside a word becomes the word's end. */
export function withInsertion(
  words: string,
  edits: readonly QuoteEdit[],
  place: number,
  text: string,
): readonly QuoteEdit[] | EditFault {
  const at = wordOffsets(words)
  let to = place
  for (let i = 0; i < at.length; i += 2) if ((at[i] ?? 0) < place && place < (at[i + 1] ?? 0)) to = at[i + 1] ?? place
  const said = text
    .trim()
    .replace(/^\[|\]$/gu, '')
    .trim()
  const made = [
    ...edits.filter((edit) => edit.kind === 'cut' || edit.at !== to),
    { kind: 'insert' as const, at: to, text: said },
  ].sort(inOrder)
  return faultOf(words, made) ?? made
}

/**
 * Edits of words that have been corrected since, on the words as they are now: `lost` is how many found no place any more. Places are carried as those
 * of codings are; what would break a rule there is lost.
 */
export function onNewWords(
  edits: readonly QuoteEdit[],
  now: string,
  moved: (offset: number, edge: 'start' | 'end') => number,
): { readonly edits: readonly QuoteEdit[]; readonly lost: number } {
  let kept: readonly QuoteEdit[] = []
  let lost = 0
  for (const edit of edits) {
    const next =
      edit.kind === 'cut'
        ? withCut(now, kept, { start: moved(edit.start, 'start'), end: moved(edit.end, 'end') })
        : withInsertion(now, kept, moved(edit.at, 'end'), edit.text)
    if (typeof next === 'string') lost++
    else kept = next
  }
  return { edits: kept, lost }
}

function apart(at: Uint32Array, a: Pick<Cut, 'start' | 'end'>, b: Pick<Cut, 'start' | 'end'>): boolean {
  if (a.end <= b.start) return wordsIn(at, a.end, b.start)
  return b.end <= a.start && wordsIn(at, b.end, a.start)
}

/** Whether a whole word stands in [start, end). */
function wordsIn(at: Uint32Array, start: number, end: number): boolean {
  for (let i = 0; i < at.length; i += 2) if ((at[i] ?? 0) >= start && (at[i + 1] ?? 0) <= end) return true
  return false
}

function keepsAWord(at: Uint32Array, cuts: readonly Cut[]): boolean {
  for (let i = 0; i < at.length; i += 2)
    if (!cuts.some((cut) => (at[i] ?? 0) >= cut.start && (at[i + 1] ?? 0) <= cut.end)) return true
  return false
}

function splits(words: string, at: Uint32Array, place: number): boolean {
  for (let i = 0; i < at.length; i += 2) if ((at[i] ?? 0) < place && place < (at[i + 1] ?? 0)) return true
  return /[\uD800-\uDBFF]/u.test(words.charAt(place - 1)) && /[\uDC00-\uDFFF]/u.test(words.charAt(place))
}
