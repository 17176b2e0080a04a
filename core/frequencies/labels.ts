import type { Column, Countable } from './crosstab'
import type { Show } from './express'

/** Which denominator a heading names beside its interviews, and how large it is; null when the interviews are all there is to say. */
export type Denominator = { readonly of: 'words' | 'mentions'; readonly size: number }

/** The denominator of a heading's cells beyond its number of interviews. */
export function headingDenominator(count: Countable, show: Show, column: Column): Denominator | null {
  if (show === 'column') return { of: 'mentions', size: column.mentions }
  if (show === 'share' && count === 'words') return { of: 'words', size: column.words }
  return null
}
