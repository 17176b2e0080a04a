import type { Values, Variable } from '@/core/variable'

/** One value per variable of a heading; null = the interviews without a value. */
export type ColumnValues = readonly (string | null)[]

/** The columns of a table, and for each interview the index of its column. */
export type Columns = { readonly columns: readonly ColumnValues[]; readonly of: Int32Array }

/** The value by which an interview is grouped: a date by its year, everything else as it stands; null = none. */
export function groupValue(values: Values, variable: Variable): string | null {
  const value = values[variable.id]
  if (value === undefined || value === '') return null
  return variable.kind === 'date' ? value.slice(0, 4) : value
}

/**
 * A column for each combination of values that some interview has, in the order of the variables: categories as declared, numbers and
 * years by size, texts by the alphabet, no value last. Without variables there is one column with all interviews.
 */
export function columnsOf(interviews: readonly { readonly values: Values }[], by: readonly Variable[]): Columns {
  const found = new Map<string, { values: ColumnValues; interviews: number[] }>()
  interviews.forEach((interview, i) => {
    const values = by.map((variable) => groupValue(interview.values, variable))
    const key = JSON.stringify(values)
    const column = found.get(key)
    if (column) column.interviews.push(i)
    else found.set(key, { values, interviews: [i] })
  })
  const orders = by.map(valueOrder)
  const columns = [...found.values()].sort((a, b) => {
    for (const [i, order] of orders.entries()) {
      const difference = order(a.values[i] ?? null, b.values[i] ?? null)
      if (difference !== 0) return difference
    }
    return 0
  })
  const of = new Int32Array(interviews.length)
  for (const [c, column] of columns.entries()) for (const i of column.interviews) of[i] = c
  return { columns: columns.map((column) => column.values), of }
}

/** How two values of a variable are ordered; null comes last. A value that is no declared category follows those that are. */
export function valueOrder(variable: Variable): (a: string | null, b: string | null) => number {
  const known = (variable: Variable): ((a: string, b: string) => number) => {
    const text = new Intl.Collator('ru', { numeric: true }).compare
    if (variable.kind === 'number') return (a, b) => Number(a) - Number(b)
    if (variable.kind !== 'category') return text
    const place = new Map(variable.categories.map((name, i) => [name, i]))
    const at = (name: string): number => place.get(name) ?? place.size
    return (a, b) => at(a) - at(b) || text(a, b)
  }
  const order = known(variable)
  return (a, b) => (a === null || b === null ? Number(a === null) - Number(b === null) : order(a, b))
}
