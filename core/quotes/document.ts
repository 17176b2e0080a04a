import type { Excerpt } from '@/core/excerpts/excerpt'
import { groupValue, valueOrder } from '@/core/frequencies/columns'
import type { Rendering } from '@/core/notes/translation'
import type { Variable } from '@/core/variable'
import { type Desk, type DeskHeading, type DeskQuote, quoted, renderingOf } from './desk'

/** A text as it is printed, with a note behind it ('' for none), such as the language that it is in. */
export type Said = { readonly text: string; readonly note: string }

/** A quote as it is printed. `consent` is what the interview's people consented to, '' where the project does not say. */
export type PrintedQuote = {
  readonly kind: 'quote'
  readonly number: string
  readonly said: Said
  readonly translation: Said | null
  readonly reference: string
  readonly consent: string
  readonly code: string
  readonly interview: string
}

/** A table of an appendix; the first row is its head, all rows are as long. */
export type PrintedTable = { readonly heading: string; readonly rows: readonly (readonly string[])[] }

/** A desk as it is printed: what every kind of file has in it, in this order. `notice` is what must not be missed, null for nothing. */
export type QuoteDocument = {
  readonly title: string
  readonly subtitle: readonly string[]
  readonly notice: string | null
  readonly blocks: readonly (DeskHeading | PrintedQuote)[]
  /** Codes by groups of interviews: in each cell the numbers of its quotes. */
  readonly matrix: PrintedTable
  readonly interviews: PrintedTable
  readonly words: QuoteWords
}

/** The words of a printed desk. `language` is BCP 47; `instead` notes what stands in the original's place, `beside` what stands under it. */
export type QuoteWords = {
  readonly language: string
  readonly title: string
  readonly subtitle: readonly string[]
  readonly notice: string | null
  readonly matrix: string
  readonly interviews: string
  readonly noValue: string
  readonly total: string
  readonly column: {
    readonly [K in
      | 'level'
      | 'heading'
      | 'number'
      | 'quote'
      | 'translation'
      | 'reference'
      | 'consent'
      | 'code'
      | 'interview'
      | 'quotes']: string
  }
  readonly beside: (of: Rendering) => string
  readonly instead: (of: Rendering) => string
}

/** What a desk is printed with: `codes` in the order of the codebook. */
export type Printing = {
  readonly variables: readonly Variable[]
  readonly codes: readonly { readonly path: string }[]
  readonly cite: (excerpt: Excerpt) => string
  readonly consent: Variable | null
  readonly words: QuoteWords
}

/** A desk as it is printed. Quotes whose coding is gone are not in it. */
export function quoteDocument(desk: Desk, printing: Printing): QuoteDocument {
  const { words } = printing
  const quotes = desk.items.filter((item) => item.kind === 'quote')
  const printed = (quote: DeskQuote): PrintedQuote => printedQuote(quote, desk, printing)
  const blocks =
    desk.headings === 'outline'
      ? desk.items.flatMap((item): (DeskHeading | PrintedQuote) | readonly [] => {
          if (item.kind === 'heading') return item
          return item.kind === 'quote' ? printed(item) : []
        })
      : byCode(quotes, printing).flatMap(({ path, quotes }) => [
          { kind: 'heading' as const, id: path, level: 1, text: path },
          ...quotes.map(printed),
        ])
  return {
    title: words.title,
    subtitle: words.subtitle,
    notice: words.notice,
    blocks,
    matrix: matrixOf(desk, quotes, printing),
    interviews: interviewsOf(quotes, printing),
    words,
  }
}

/** The line under a quote: its number, its reference, and the consent with its name. */
export function lineUnder(quote: PrintedQuote, words: QuoteWords): string {
  const consent = quote.consent === '' ? '' : `${words.column.consent}: ${quote.consent}`
  return [quote.number, quote.reference, consent].filter((part) => part !== '').join(' · ')
}

/** A text with its note in brackets. */
export function withNote({ text, note }: Said): string {
  return note === '' ? text : `${text} (${note})`
}

function printedQuote(quote: DeskQuote, desk: Desk, { cite, consent, words }: Printing): PrintedQuote {
  const { excerpt } = quote
  const rendering = desk.translation === 'none' ? null : renderingOf(quote, desk.language)
  const translated = rendering ? quoted(rendering.text, rendering.edits) : ''
  const original = quoted(excerpt.quote, quote.edits)
  const instead = desk.translation === 'instead'
  return {
    kind: 'quote',
    number: quote.number,
    said: instead && rendering ? { text: translated, note: words.instead(rendering) } : { text: original, note: '' },
    translation: !instead && rendering ? { text: translated, note: words.beside(rendering) } : null,
    reference: cite(excerpt),
    consent: consent ? (excerpt.interview.values[consent.id] ?? words.noValue) : '',
    code: excerpt.code.path,
    interview: excerpt.interview.name,
  }
}

function byCode(quotes: readonly DeskQuote[], { codes }: Printing) {
  const paths = [...new Set([...codes.map((code) => code.path), ...quotes.map((quote) => quote.excerpt.code.path)])]
  const found = new Map<string, DeskQuote[]>()
  for (const quote of quotes) {
    const own = found.get(quote.excerpt.code.path) ?? []
    own.push(quote)
    found.set(quote.excerpt.code.path, own)
  }
  return paths.flatMap((path) => {
    const own = found.get(path)
    return own ? { path, quotes: own } : []
  })
}

function matrixOf(desk: Desk, quotes: readonly DeskQuote[], printing: Printing): PrintedTable {
  const { variables, words } = printing
  const variable = variables.find((one) => one.id === desk.matrixBy)
  const groupOf = (quote: DeskQuote) => (variable ? groupValue(quote.excerpt.interview.values, variable) : null)
  const groups = variable ? [...new Set(quotes.map(groupOf))].sort(valueOrder(variable)) : []
  const named = groups.map((group) => group ?? words.noValue)
  const rows = byCode(quotes, printing).map(({ path, quotes: own }) => [
    path,
    ...groups.map((group) =>
      own
        .filter((quote) => groupOf(quote) === group)
        .map((quote) => quote.number)
        .join(', '),
    ),
    variable ? String(own.length) : own.map((quote) => quote.number).join(', '),
  ])
  const last = variable ? words.total : words.column.quotes
  return { heading: words.matrix, rows: [[words.column.code, ...named, last], ...rows] }
}

function interviewsOf(quotes: readonly DeskQuote[], { variables, words }: Printing): PrintedTable {
  const found = new Map<string, { readonly quote: DeskQuote; count: number }>()
  for (const quote of quotes) {
    const own = found.get(quote.excerpt.interview.id)
    if (own) own.count++
    else found.set(quote.excerpt.interview.id, { quote, count: 1 })
  }
  const number = (quote: DeskQuote) => quote.number.split(':')[0] ?? ''
  const rows = [...found.values()]
    .sort((a, b) => Number(number(a.quote)) - Number(number(b.quote)))
    .map(({ quote, count }) => {
      const { name, values } = quote.excerpt.interview
      return [number(quote), name, ...variables.map((variable) => values[variable.id] ?? ''), String(count)]
    })
  const head = [
    words.column.number,
    words.column.interview,
    ...variables.map((variable) => variable.name),
    words.column.quotes,
  ]
  return { heading: words.interviews, rows: [head, ...rows] }
}
