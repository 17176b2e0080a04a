import { columnsOf, groupValue, valueOrder } from '@/core/frequencies/columns'
import type { Variable } from '@/core/variable'
import type { Chosen } from './choice'

/** The interviews of one group (`values` null = all together) in an order, with the codes of each, by row. */
export type Ordered = {
  readonly value: string | null
  readonly interviews: readonly number[]
  readonly codes: readonly ReadonlySet<number>[]
}

/** In which order interviews are looked at: by a variable (of fieldwork), by their first coding, or by name. */
export type SaturationOrder =
  | { readonly by: 'coding' }
  | { readonly by: 'name' }
  | { readonly by: 'variable'; readonly variable: Variable }

/**
 * Puts the chosen interviews in order, in groups by a variable or all together. Those without a value of the ordering variable come last, equal ones by
 * name; dates are compared to the day. Interviews without any coding that counts are left out: nobody looked for codes in them.
 */
export function saturationOrder(of: Chosen, order: SaturationOrder, by: Variable | null): readonly Ordered[] {
  const { interviews, passages } = of.material
  const coded = of.interviews.filter((i) => (of.passages[i] ?? []).length > 0)
  const first = (i: number) => Math.min(...(of.passages[i] ?? []).map((p) => passages.key[p] ?? 0))
  const name = new Intl.Collator('ru', { numeric: true }).compare
  const byName = (a: number, b: number) => name(interviews[a]?.name ?? '', interviews[b]?.name ?? '')
  const compare = (a: number, b: number): number => {
    if (order.by === 'name') return byName(a, b)
    if (order.by === 'coding') return first(a) - first(b)
    const value = (i: number) => interviews[i]?.values[order.variable.id] || null
    return valueOrder(order.variable)(value(a), value(b)) || byName(a, b)
  }
  const made = (value: string | null, list: readonly number[]): Ordered => {
    const sorted = list.toSorted(compare)
    const codes = sorted.map(
      (i) => new Set((of.passages[i] ?? []).flatMap((p) => of.rowsOf[passages.code[p] ?? -1] ?? [])),
    )
    return { value, interviews: sorted, codes }
  }
  if (by === null) return [made(null, coded)]
  const { columns } = columnsOf(
    coded.flatMap((i) => interviews[i] ?? []),
    [by],
  )
  return columns.map(([value = null]) =>
    made(
      value,
      coded.filter((i) => groupValue(interviews[i]?.values ?? {}, by) === value),
    ),
  )
}
