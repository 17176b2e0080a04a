import { faultOf, type QuoteEdit } from './edit'

/** A part of a quote: original words that are shown or left out, or an author's own, at `start` of the original words. */
export type Piece = { readonly kind: 'kept' | 'cut' | 'insert'; readonly start: number; readonly text: string }

/** Original words with the edits on them, in order; what is kept and cut is together the whole original. Throws RangeError for edits with a fault. */
export function pieces(words: string, edits: readonly QuoteEdit[]): readonly Piece[] {
  const fault = faultOf(words, edits)
  if (fault) throw new RangeError(`Edits of a quote: ${fault}`)
  const found: Piece[] = []
  let from = 0
  const keep = (to: number): void => {
    if (to > from) found.push({ kind: 'kept', start: from, text: words.slice(from, to) })
    from = to
  }
  for (const edit of edits) {
    keep(edit.kind === 'cut' ? edit.start : edit.at)
    if (edit.kind === 'insert') found.push({ kind: 'insert', start: edit.at, text: edit.text })
    else {
      found.push({ kind: 'cut', start: edit.start, text: words.slice(edit.start, edit.end) })
      from = edit.end
    }
  }
  keep(words.length)
  return found
}

/** The words that pieces were made of. */
export function originalOf(parts: readonly Piece[]): string {
  return parts.map((piece) => (piece.kind === 'insert' ? '' : piece.text)).join('')
}

/** The edits that pieces were made with. */
export function editsOf(parts: readonly Piece[]): readonly QuoteEdit[] {
  return parts.flatMap(({ kind, start, text }): readonly QuoteEdit[] => {
    if (kind === 'cut') return [{ kind, start, end: start + text.length }]
    return kind === 'insert' ? [{ kind, at: start, text }] : []
  })
}

const OPENS = /[\s([«“„‘]$/u
const CLOSES = /^[\s,.;:!?…)\]»”’%]/u

/** Pieces as they are quoted: what is cut as "[…]", what is inserted in square brackets, each with a blank where one is wanted. */
export function quoteText(parts: readonly Piece[]): string {
  let said = ''
  let last: Piece['kind'] = 'kept'
  for (const { kind, text } of parts) {
    if (kind === 'kept') {
      const next = last === 'cut' ? text.trimStart() : text
      if (next === '') continue
      said += (last === 'kept' || CLOSES.test(next) ? '' : ' ') + next
    } else {
      if (kind === 'cut') said = said.trimEnd()
      said += `${said === '' || OPENS.test(said) ? '' : ' '}[${kind === 'cut' ? '…' : text}]`
    }
    last = kind
  }
  return said.trim()
}
