import type { Excerpt } from '@/core/excerpts/excerpt'
import { variableNamed } from '@/core/excerpts/reference'
import type { Rendering } from '@/core/notes/translation'
import type { Variable } from '@/core/variable'
import type { QuoteEdit } from './edit'
import { pieces, quoteText } from './pieces'

/** Where a translation stands: nowhere, under the original words, or in their place. */
export const translationModes = ['none', 'beside', 'instead'] as const
/** One of `translationModes`. */
export type TranslationMode = (typeof translationModes)[number]

/** Under which headings an export puts the quotes: those of the desk's own outline, or one for each code. */
export const headingModes = ['outline', 'code'] as const
/** One of `headingModes`. */
export type HeadingMode = (typeof headingModes)[number]

/** The deepest level of a heading; the highest is 1. */
export const LEVELS = 4

/** What is set on a desk. `language` (BCP 47) is that of the translations, '' for whichever there is; `matrixBy` the variable of the quote matrix. */
export type DeskSettings = {
  readonly name: string
  /** Seen by everybody in the project, and worked on by all who code; else only by whoever made it. */
  readonly shared: boolean
  readonly translation: TranslationMode
  readonly language: string
  readonly headings: HeadingMode
  readonly matrixBy: string | null
}

/** A quote desk in the list of them. */
export type DeskLine = DeskSettings & {
  readonly id: string
  readonly owner: string
  readonly quotes: number
  /** Milliseconds since 1970. */
  readonly updatedAt: number
  /** Whether the person who asks may change what is on it, and whether it is theirs to share and to remove. */
  readonly editable: boolean
  readonly removable: boolean
}

/** A heading of the outline, from level 1 (the highest) to `LEVELS`. */
export type DeskHeading = {
  readonly kind: 'heading'
  readonly id: string
  readonly level: number
  readonly text: string
}

/** A coding as it is quoted. `edits` are over `excerpt.quote`; those of the translation over the rendering in its language. */
export type DeskQuote = {
  readonly kind: 'quote'
  readonly id: string
  /** "17:4": the 4th coding that was numbered in the 17th interview; never given again. */
  readonly number: string
  readonly excerpt: Excerpt
  readonly edits: readonly QuoteEdit[]
  readonly translated: { readonly language: string; readonly edits: readonly QuoteEdit[] } | null
  /** The words were corrected, or the passage moved, since they were edited; how many edits lost their place, null for no change. */
  readonly lostEdits: number | null
}

/** The place of a quote whose coding is not there any more; it is back when the coding is. */
export type DeskGap = { readonly kind: 'gap'; readonly id: string; readonly number: string }

/** What stands on a desk. */
export type DeskItem = DeskHeading | DeskQuote | DeskGap

/** A quote desk with all that is on it, in order. `kept` is how many quotes a blind round keeps from the person who asks. */
export type Desk = DeskLine & { readonly items: readonly DeskItem[]; readonly kept: number }

/** A text with its edits, as it is quoted. */
export function quoted(words: string, edits: readonly QuoteEdit[]): string {
  return quoteText(pieces(words, edits))
}

/** The translation of a quote that a desk in this language shows, with the edits of it; null where there is none. */
export function renderingOf(
  quote: DeskQuote,
  language: string,
): (Rendering & { readonly edits: readonly QuoteEdit[] }) | null {
  const all = quote.excerpt.translations
  const found = language === '' ? all[0] : all.find((one) => one.language === language)
  if (!found) return null
  return { ...found, edits: quote.translated?.language === found.language ? quote.translated.edits : [] }
}

/** The variable that says what an interview's people consented to, by its name in either language; null where the project has none. */
export function consentVariable(variables: readonly Variable[]): Variable | null {
  return variableNamed(variables, 'consent') ?? variableNamed(variables, 'согласие')
}

/** The items that go with one when it is moved or removed: of a heading all up to the next one of its level or higher. Indices [from, to). */
export function sectionOf(
  items: readonly DeskItem[],
  id: string,
): { readonly from: number; readonly to: number } | null {
  const from = items.findIndex((item) => item.id === id)
  const first = items[from]
  if (!first) return null
  if (first.kind !== 'heading') return { from, to: from + 1 }
  const next = items.findIndex((item, i) => i > from && item.kind === 'heading' && item.level <= first.level)
  return { from, to: next < 0 ? items.length : next }
}

/** Items with some of them, which follow each other, moved before another one, or to the end (null); as they are when that is one of them. */
export function arranged<T extends { readonly id: string }>(
  items: readonly T[],
  ids: readonly string[],
  before: string | null,
): readonly T[] {
  const moved = items.filter((item) => ids.includes(item.id))
  const rest = items.filter((item) => !ids.includes(item.id))
  const at = before === null ? rest.length : rest.findIndex((item) => item.id === before)
  return at < 0 ? items : [...rest.slice(0, at), ...moved, ...rest.slice(at)]
}

/** Where the items [from, to) go by one step up or down: before which item, null for the end; undefined where they can go no further. */
export function stepTarget(
  items: readonly DeskItem[],
  { from, to }: { readonly from: number; readonly to: number },
  by: 1 | -1,
): string | null | undefined {
  if (by === -1) return items[from - 1]?.id
  return to >= items.length ? undefined : (items[to + 1]?.id ?? null)
}
