import type { Interview } from '@/core/interviews/interview'
import { fold } from '@/core/text/fold'
import type { Variable, VariableKind } from '@/core/variable'

/** What the table of interviews shows of itself, beside the project's variables. */
export const builtIn = ['name', 'language', 'words', 'turns', 'coders', 'codings', 'translations'] as const
/** One of `builtIn`. */
export type BuiltIn = (typeof builtIn)[number]

/**
 * A column: `id` is a built-in's name or a variable's id, `param` its key in a URL. A category's `categories` are in their order; coders are
 * a category of which an interview can have several.
 */
export type Column = {
  readonly id: string
  readonly param: string
  readonly kind: VariableKind
  readonly categories: readonly string[]
  readonly variable: Variable | null
}

/** Which interviews are shown by one column; in `oneOf` the empty text stands for "no value"; a range includes both ends, '' is open. */
export type Filter =
  | { readonly by: 'contains'; readonly text: string }
  | { readonly by: 'oneOf'; readonly values: readonly string[] }
  | { readonly by: 'range'; readonly from: string; readonly to: string }

/** What is looked at: the column that sorts, and filters by column id. */
export type View = {
  readonly sort: { readonly column: string; readonly descending: boolean }
  readonly filters: Readonly<Record<string, Filter>>
}

/** The columns of a table: the name, the variables in their order, then what was counted. Languages and coders are those that occur. */
export function tableColumns(
  interviews: readonly Interview[],
  variables: readonly Variable[],
  locale: string,
): Column[] {
  const order = new Intl.Collator(locale).compare
  const among = (names: readonly string[]) => [...new Set(names)].filter((name) => name !== '').sort(order)
  const own = (id: BuiltIn, kind: VariableKind, categories: readonly string[] = []): Column => ({
    id,
    param: id,
    kind,
    categories,
    variable: null,
  })
  return [
    own('name', 'text'),
    ...variables.map((variable) => ({
      id: variable.id,
      param: `v.${variable.name}`,
      kind: variable.kind,
      categories: variable.categories,
      variable,
    })),
    own('language', 'category', among(interviews.map((one) => one.language))),
    own('words', 'number'),
    own('turns', 'number'),
    own('coders', 'category', among(interviews.flatMap((one) => one.coders))),
    own('codings', 'number'),
    own('translations', 'number'),
  ]
}

/** An interview's values in a column: none, one, or (coders) several. */
export function valuesIn(interview: Interview, column: Column): readonly string[] {
  if (column.variable) {
    const value = interview.values[column.id]
    return value === undefined ? [] : [value]
  }
  if (column.id === 'coders') return interview.coders
  if (column.id === 'name') return [interview.name]
  if (column.id === 'language') return interview.language === '' ? [] : [interview.language]
  if (column.id === 'words') return [String(interview.words)]
  if (column.id === 'turns') return [String(interview.turns)]
  if (column.id === 'translations') return [String(interview.translations)]
  return [String(interview.codings)]
}

/** The interviews that all filters let through, sorted; those without a value in the sorting column come last either way. */
export function shownInterviews(
  interviews: readonly Interview[],
  columns: readonly Column[],
  view: View,
  locale: string,
): Interview[] {
  const filtered = columns.flatMap((column) => {
    const filter = view.filters[column.id]
    return filter ? [{ column, passes: passing(filter, column) }] : []
  })
  const kept = interviews.filter((one) => filtered.every(({ column, passes }) => passes(valuesIn(one, column))))
  const column = columns.find((one) => one.id === view.sort.column) ?? columns[0]
  if (!column) return kept
  const collator = new Intl.Collator(locale, { numeric: true })
  const compare = comparing(column, collator)
  const sign = view.sort.descending ? -1 : 1
  return kept
    .map((interview) => ({ interview, values: valuesIn(interview, column) }))
    .sort((a, b) => {
      if (a.values.length === 0 || b.values.length === 0) {
        const missing = Number(a.values.length === 0) - Number(b.values.length === 0)
        return missing || collator.compare(a.interview.name, b.interview.name)
      }
      return sign * compare(a.values, b.values) || collator.compare(a.interview.name, b.interview.name)
    })
    .map(({ interview }) => interview)
}

function passing(filter: Filter, column: Column): (values: readonly string[]) => boolean {
  switch (filter.by) {
    case 'contains': {
      const wanted = fold(filter.text)
      return (values) => values.some((value) => fold(value).includes(wanted))
    }
    case 'oneOf': {
      const wanted = new Set(filter.values)
      return (values) => (values.length === 0 ? wanted.has('') : values.some((value) => wanted.has(value)))
    }
    case 'range': {
      const { from, to } = filter
      if (column.kind === 'date')
        return (values) => values.some((value) => (from === '' || value >= from) && (to === '' || value <= to))
      return (values) =>
        values.some(
          (value) => (from === '' || Number(value) >= Number(from)) && (to === '' || Number(value) <= Number(to)),
        )
    }
  }
}

function comparing(column: Column, collator: Intl.Collator): (a: readonly string[], b: readonly string[]) => number {
  const first = (values: readonly string[]) => values[0] ?? ''
  if (column.kind === 'number') return (a, b) => Number(first(a)) - Number(first(b))
  if (column.kind === 'category' && column.id !== 'coders') {
    const place = new Map(column.categories.map((name, i) => [name, i]))
    return (a, b) => (place.get(first(a)) ?? -1) - (place.get(first(b)) ?? -1)
  }
  return (a, b) => collator.compare(a.join(', '), b.join(', '))
}
