/** How a word of a query is compared: by its stem, as it stands (any case, ё as е), or by how it begins. */
export type WordTerm = { readonly how: 'stem' | 'exact' | 'prefix'; readonly word: string }

/**
 * What is looked for. `phrase` is words following each other, `near` two terms with at most `within` words between them (in either order), `pattern` a
 * regular expression over the text. `all`, `any` and `not` speak of whole texts.
 */
export type Query =
  | { readonly kind: 'phrase'; readonly words: readonly WordTerm[] }
  | { readonly kind: 'near'; readonly within: number; readonly terms: readonly [Query, Query] }
  | { readonly kind: 'pattern'; readonly source: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }

/** Why a query cannot be asked: the reason and the place in it (UTF-16 offset). */
export type Fault = {
  readonly fault: 'empty' | 'quoteOpen' | 'patternOpen' | 'pattern' | 'parenthesis' | 'operand' | 'onlyNot'
  readonly at: number
}

type Token = { readonly at: number } & (
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' }
  | { readonly kind: 'near'; readonly within: number }
  | { readonly kind: 'term'; readonly query: Query }
)

/** Words between two terms of NEAR when no number is said. */
export const usualNear = 10

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200D]*(?:[-'’ʼ.](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}\u00AD\u200D]*)*\*?/gu
const OPERATORS: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  ...{ AND: 'and', И: 'and', OR: 'or', ИЛИ: 'or', NOT: 'not', НЕ: 'not' },
}

/**
 * Reads a query: words by their stem, `=word` as it stands, `word*` by its beginning, "a phrase" as it stands, `a NEAR/5 b` (РЯДОМ/5), /a regular
 * expression/, AND (И, or nothing), OR (ИЛИ), NOT (НЕ, or a minus before a term), parentheses. Operators are in capitals.
 */
export function parse(text: string): Query | Fault {
  const tokens = tokensOf(text)
  if ('fault' in tokens) return tokens
  const reader = new Reader(tokens, text.length)
  const query = reader.any()
  if ('fault' in query) return query
  const rest = reader.peek()
  if (rest) return { fault: 'parenthesis', at: rest.at }
  return finds(query) ? query : { fault: 'onlyNot', at: 0 }
}

/** Whether a query can have hits: one that only says what must not be there has none to show. */
function finds(query: Query): boolean {
  if (query.kind === 'not') return false
  if (query.kind === 'all') return query.of.some(finds)
  return query.kind === 'any' ? query.of.every(finds) : true
}

function tokensOf(text: string): readonly Token[] | Fault {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at)
    const sign = rest[0] ?? ''
    const space = /^\s+/u.exec(rest)?.[0].length ?? 0
    if (space > 0) {
      at += space
    } else if (sign === '(' || sign === ')') {
      tokens.push({ kind: sign === '(' ? 'open' : 'close', at })
      at += 1
    } else if (sign === '|') {
      tokens.push({ kind: 'or', at })
      at += 1
    } else if (sign === '-' && /^-[\p{L}\p{N}="“«/(]/u.test(rest)) {
      tokens.push({ kind: 'not', at })
      at += 1
    } else if (/["“”«„]/u.test(sign)) {
      const end = text.slice(at + 1).search(/["”»“]/u)
      if (end < 0) return { fault: 'quoteOpen', at }
      const words = wordsOf(text.slice(at + 1, at + 1 + end), 'exact')
      if (words.length > 0) tokens.push({ kind: 'term', at, query: { kind: 'phrase', words } })
      at += end + 2
    } else if (sign === '/') {
      const end = /^\/((?:\\.|[^\\/])+)\//u.exec(rest)
      if (!end) return { fault: 'patternOpen', at }
      if (!isPattern(end[1] ?? '')) return { fault: 'pattern', at }
      tokens.push({ kind: 'term', at, query: { kind: 'pattern', source: end[1] ?? '' } })
      at += end[0].length
    } else {
      const near = /^(?:NEAR|РЯДОМ)(?:\/(\d{1,3}))?(?=[\s(]|$)/u.exec(rest)
      const operator = /^(AND|OR|NOT|И|ИЛИ|НЕ)(?=[\s(]|$)/u.exec(rest)?.[1]
      const known = operator === undefined ? undefined : OPERATORS[operator]
      if (near) {
        tokens.push({ kind: 'near', at, within: near[1] === undefined ? usualNear : Number(near[1]) })
        at += near[0].length
      } else if (known && operator) {
        tokens.push({ kind: known, at })
        at += operator.length
      } else {
        const piece = /^=?[^\s()"“”«»„|]+/u.exec(rest)?.[0] ?? sign
        const words = wordsOf(piece, piece.startsWith('=') ? 'exact' : 'stem')
        if (words.length > 0) tokens.push({ kind: 'term', at, query: { kind: 'phrase', words } })
        at += piece.length
      }
    }
  }
  return tokens
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'giu').source !== ''
  } catch {
    return false
  }
}

function wordsOf(piece: string, how: 'stem' | 'exact'): WordTerm[] {
  return [...piece.normalize('NFC').matchAll(WORD)].map(([word]) =>
    word.endsWith('*') ? { how: 'prefix', word: word.slice(0, -1) } : { how, word },
  )
}

class Reader {
  #next = 0
  constructor(
    readonly tokens: readonly Token[],
    readonly end: number,
  ) {}

  peek(): Token | undefined {
    return this.tokens[this.#next]
  }

  any(): Query | Fault {
    const of: Query[] = []
    for (;;) {
      const query = this.#all()
      if ('fault' in query) return query
      of.push(query)
      if (this.peek()?.kind !== 'or') break
      this.#next++
    }
    const [only] = of
    return only && of.length === 1 ? only : { kind: 'any', of }
  }

  #all(): Query | Fault {
    const of: Query[] = []
    for (;;) {
      const token = this.peek()
      if (!token || token.kind === 'close' || token.kind === 'or') break
      if (token.kind === 'and') {
        this.#next++
        if (of.length === 0) return { fault: 'operand', at: token.at }
        continue
      }
      const query = this.#near()
      if ('fault' in query) return query
      of.push(query)
    }
    const [only] = of
    if (!only) return { fault: this.tokens.length === 0 ? 'empty' : 'operand', at: this.peek()?.at ?? this.end }
    return of.length === 1 ? only : { kind: 'all', of }
  }

  #near(): Query | Fault {
    let left = this.#term()
    for (;;) {
      const token = this.peek()
      if ('fault' in left || token?.kind !== 'near') return left
      this.#next++
      const right = this.#term()
      if ('fault' in right) return right
      if (!placed(left) || !placed(right)) return { fault: 'operand', at: token.at }
      left = { kind: 'near', within: token.within, terms: [left, right] }
    }
  }

  #term(): Query | Fault {
    const token = this.peek()
    if (!token) return { fault: 'operand', at: this.end }
    this.#next++
    if (token.kind === 'term') return token.query
    if (token.kind === 'not') {
      const of = this.#term()
      return 'fault' in of ? of : { kind: 'not', of }
    }
    if (token.kind !== 'open') return { fault: 'operand', at: token.at }
    const inner = this.any()
    if ('fault' in inner) return inner
    if (this.peek()?.kind !== 'close') return { fault: 'parenthesis', at: token.at }
    this.#next++
    return inner
  }
}

/** Whether a query stands at places that can be near each other: words, phrases, and one of several of these. */
function placed(query: Query): boolean {
  return query.kind === 'phrase' || query.kind === 'near' || (query.kind === 'any' && query.of.every(placed))
}
