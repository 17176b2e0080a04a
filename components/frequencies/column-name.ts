import type { Column } from '@/core/frequencies/crosstab'

/** A heading in one line: its values, `noValue` where there is none; `all` without any variable. */
export function columnName(column: Column, words: { readonly noValue: string; readonly all: string }): string {
  if (column.values.length === 0) return words.all
  return column.values.map((value) => value ?? words.noValue).join(' · ')
}
