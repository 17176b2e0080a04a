import type { Rendering } from '@/core/notes/translation'
import type { Variable } from '@/core/variable'
import type { Excerpt } from './excerpt'

/** The columns of excerpts as a sheet, beside one per variable. */
export const excerptColumns = [
  'id',
  'code',
  'interview',
  'quote',
  'translation',
  'translationLanguage',
  'translationState',
  'reference',
  'coder',
  'speaker',
  'time',
  'words',
  'start',
  'end',
  'comment',
] as const
/** One of `excerptColumns`. */
export type ExcerptColumn = (typeof excerptColumns)[number]

/**
 * Excerpts as the rows of a sheet: the columns of `excerptColumns`, then the interview's variables in their order. Time in seconds, start and
 * end as half-open UTF-16 offsets. Translations into several languages stand in one cell, a line each, in the same order as their languages and states.
 */
export function excerptRows(
  excerpts: readonly Excerpt[],
  cite: (excerpt: Excerpt) => string,
  variables: readonly Variable[],
): readonly (readonly (string | number | null)[])[] {
  return excerpts.map((excerpt) => {
    const cells: Record<ExcerptColumn, string | number | null> = {
      id: excerpt.id,
      code: excerpt.code.path,
      interview: excerpt.interview.name,
      quote: excerpt.before + excerpt.quote + excerpt.after,
      translation: joined(excerpt, (one) => one.text),
      translationLanguage: joined(excerpt, (one) => one.language),
      translationState: joined(excerpt, (one) => one.state),
      reference: cite(excerpt),
      coder: excerpt.coder,
      speaker: excerpt.speakers.map((speaker) => speaker.name).join(', ') || null,
      time: excerpt.time,
      words: excerpt.words,
      start: excerpt.start,
      end: excerpt.end,
      comment: excerpt.comment || null,
    }
    return [
      ...excerptColumns.map((column) => cells[column]),
      ...variables.map((variable) => excerpt.interview.values[variable.id] ?? null),
    ]
  })
}

function joined(excerpt: Excerpt, part: (one: Rendering) => string): string | null {
  return excerpt.translations.map(part).join('\n') || null
}
