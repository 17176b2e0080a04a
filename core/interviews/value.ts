import { fold, tidy } from '@/core/text/fold'
import type { Variable } from '@/core/variable'

/** Why a text is no value of a variable; each has a message under `refusal`. */
export type ValueProblem = 'notANumber' | 'notADate' | 'notACategory'

/** A text checked against a variable: the value as it is stored, null for none, or what is wrong with it. */
export type CheckedValue =
  | { readonly ok: true; readonly value: string | null }
  | { readonly ok: false; readonly problem: ValueProblem }

/**
 * Checks what a person or a sheet gave as the value of a variable, and brings it into the form that is stored. Blank means no value.
 * Numbers may have a decimal comma and blanks between thousands; "1,200" is refused because it reads as two different numbers.
 * Dates are YYYY-MM-DD or D.M.YYYY and must exist. A category is found whatever its case and blanks, and stored as the variable spells it.
 */
export function checkedValue(variable: Pick<Variable, 'kind' | 'categories'>, input: string): CheckedValue {
  const given = variable.kind === 'text' ? input.normalize('NFC').trim() : tidy(input)
  if (given === '') return { ok: true, value: null }
  switch (variable.kind) {
    case 'text':
      return { ok: true, value: given }
    case 'number':
      return found(numberIn(given), 'notANumber')
    case 'date':
      return found(dateIn(given), 'notADate')
    case 'category':
      return found(categoryIn(variable.categories, given), 'notACategory')
  }
}

/** A category's values as they are stored: tidied, without blanks and without a second one that compares equal, in the order given. */
export function tidyCategories(categories: readonly string[]): string[] {
  const byKey = new Map<string, string>()
  for (const name of categories) {
    const key = fold(name)
    if (key !== '' && !byKey.has(key)) byKey.set(key, tidy(name))
  }
  return [...byKey.values()]
}

function found(value: string | null, problem: ValueProblem): CheckedValue {
  return value === null ? { ok: false, problem } : { ok: true, value }
}

function numberIn(given: string): string | null {
  const closed = given.replace(/(?<=\d)[\s\u00A0\u202F](?=\d{3}(?!\d))/gu, '').replace(/^[\u2212\u2013]/u, '-')
  if (/^-?[1-9]\d{0,2},\d{3}$/.test(closed)) return null
  if (!/^[-+]?(\d+([.,]\d*)?|[.,]\d+)(e[-+]?\d+)?$/i.test(closed)) return null
  const number = Number(closed.replace(',', '.'))
  return Number.isFinite(number) ? String(number === 0 ? 0 : number) : null
}

function dateIn(given: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(given)
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(given)
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : dotted ? [dotted[3], dotted[2], dotted[1]] : []
  if (!year || !month || !day) return null
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text ? text : null
}

function categoryIn(categories: readonly string[], given: string): string | null {
  const key = fold(given)
  return categories.find((name) => fold(name) === key) ?? null
}
