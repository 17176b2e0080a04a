import type { VariableKind } from '../variable'

/** The categories a column may have at most to be taken for one of categories. */
const MOST_CATEGORIES = 30

/**
 * A value as it is stored for a variable of this kind, or null when it is none: numbers in JavaScript's notation (a decimal comma is read), dates as
 * YYYY-MM-DD (DD.MM.YYYY is read). Text and categories are any value.
 */
export function storedValue(value: string, kind: VariableKind): string | null {
  if (kind === 'number') return numberOf(value)
  if (kind === 'date') return dateOf(value)
  return value
}

/**
 * The kind that a column's values have, empty ones left out: number, date, category when short values repeat, else text. What begins with a zero
 * (codes, telephone numbers) is no number.
 */
export function kindOf(values: readonly string[]): VariableKind {
  const filled = values.filter((value) => value !== '')
  if (filled.length === 0) return 'text'
  if (filled.every((value) => dateOf(value) !== null)) return 'date'
  if (filled.every((value) => numberOf(value) !== null && !/^-?0\d/u.test(value))) return 'number'
  const distinct = new Set(filled)
  const short = filled.every((value) => value.length <= 60)
  return short && distinct.size <= MOST_CATEGORIES && distinct.size * 4 <= filled.length * 3 ? 'category' : 'text'
}

function numberOf(value: string): string | null {
  const plain = value.replace(/[\u00A0\u202F ](?=\d{3}(?:\D|$))/gu, '').replace(',', '.')
  return /^[-−]?\d+(?:\.\d+)?$/u.test(plain) ? String(Number(plain.replace('−', '-'))) : null
}

function dateOf(value: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00.*)?$/u.exec(value)
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(value)
  const [year, month, day] =
    iso !== null ? [iso[1], iso[2], iso[3]] : dotted !== null ? [dotted[3], dotted[2], dotted[1]] : []
  if (year === undefined || month === undefined || day === undefined) return null
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const same = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return same ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null
}
