import type { Excerpt } from '@/core/excerpts/excerpt'
import type { ExcerptsPage } from '@/core/excerpts/page'
import type { Rendering } from '@/core/notes/translation'
import type { ExcerptDocument } from './write'

/** The words of a document of excerpts; `heading` and `count` stand over the columns of its overview; `noValue` over those without a value. */
export type ExcerptDocumentWords = {
  readonly title: string
  readonly found: string
  readonly notice: string | null
  readonly noValue: string
  readonly overview: string
  readonly heading: string
  readonly count: string
  readonly total: string
  /** The note behind a translation: its language, and whether it is a draft. */
  readonly translation: (of: Rendering) => string
  /** BCP 47. */
  readonly language: string
}

/** All excerpts of a page as a document: `grouped`, its headings are the page's, and an overview at the end counts what is under each. */
export function excerptDocument(
  page: ExcerptsPage,
  cite: (excerpt: Excerpt) => string,
  grouped: boolean,
  words: ExcerptDocumentWords,
): ExcerptDocument {
  let at = 0
  const groups = page.groups.map((group) => {
    const excerpts = page.excerpts.slice(at, at + group.count)
    at += group.count
    const heading = grouped ? (group.label ?? words.noValue) : null
    return {
      heading,
      excerpts: excerpts.map((excerpt) => ({
        ...quoted(excerpt),
        reference: cite(excerpt),
        translations: excerpt.translations.map((one) => ({ text: one.text, note: words.translation(one) })),
      })),
    }
  })
  const rows = groups.map((group) => [group.heading ?? '', String(group.excerpts.length)])
  return {
    title: words.title,
    subtitle: [words.found],
    notice: words.notice,
    groups,
    overview: grouped
      ? { heading: words.overview, rows: [[words.heading, words.count], ...rows, [words.total, String(page.total)]] }
      : null,
    language: words.language,
  }
}

function quoted({ before, quote, after, comment }: Excerpt) {
  return { before, quote, after, comment }
}
