import { groupValue, valueOrder } from '@/core/frequencies/columns'
import type { Material } from '@/core/frequencies/material'
import type { Variable } from '@/core/variable'

/** In which order excerpts stand: by interview and place in it, by code, by coder, the longest or the shortest first. */
export const sorts = ['place', 'code', 'coder', 'longest', 'shortest'] as const
/** One of `sorts`. */
export type Sort = (typeof sorts)[number]

/** Under which headings they stand. */
export type Grouping =
  | { readonly by: 'none' | 'code' | 'interview' | 'coder' }
  | { readonly by: 'variable'; readonly variable: Variable }

/** A heading over `count` excerpts that follow each other. `label` is null for interviews without a value, and when nothing groups. */
export type Group = { readonly key: string; readonly label: string | null; readonly count: number }

/** Passages in order, and the headings over them; the counts of the groups add up to the passages. */
export type Ordered = { readonly passages: readonly number[]; readonly groups: readonly Group[] }

/** Puts the passages of a material (indices) under headings and in order. Names follow the alphabet, numbers in them by size. */
export function ordered(material: Material, found: readonly number[], grouping: Grouping, sort: Sort): Ordered {
  const ranks = ranking(material)
  const headings = heading(material, grouping, ranks)
  const keys = sortKeys(material, sort, ranks)
  const { interview, start, end } = material.passages
  const passages = [...found].sort((a, b) => {
    const group = headings.rank(a) - headings.rank(b)
    if (group !== 0) return group
    const key = keys(a) - keys(b)
    if (key !== 0) return key
    const place = (ranks.interview[interview[a] ?? -1] ?? 0) - (ranks.interview[interview[b] ?? -1] ?? 0)
    return place || (start[a] ?? 0) - (start[b] ?? 0) || (end[a] ?? 0) - (end[b] ?? 0) || a - b
  })
  const groups: { key: string; label: string | null; count: number; rank: number }[] = []
  for (const p of passages) {
    const rank = headings.rank(p)
    const last = groups.at(-1)
    if (last?.rank === rank) last.count++
    else groups.push({ ...headings.name(p), count: 1, rank })
  }
  return { passages, groups: groups.map(({ key, label, count }) => ({ key, label, count })) }
}

type Ranks = { readonly interview: readonly number[]; readonly coder: readonly number[] }

/** The place of each interview and coder in the alphabet: names are compared once, not at every step of sorting. */
function ranking(material: Material): Ranks {
  const collator = new Intl.Collator('ru', { numeric: true })
  const rank = (names: readonly string[]): number[] => {
    const places: number[] = []
    const order = names.map((_, i) => i).sort((a, b) => collator.compare(names[a] ?? '', names[b] ?? '') || a - b)
    order.forEach((i, place) => {
      places[i] = place
    })
    return places
  }
  return {
    interview: rank(material.interviews.map((one) => one.name)),
    coder: rank(material.coders.map((one) => one.name)),
  }
}

function sortKeys({ passages }: Material, sort: Sort, ranks: Ranks): (p: number) => number {
  const length = (p: number): number => (passages.end[p] ?? 0) - (passages.start[p] ?? 0)
  if (sort === 'code') return (p) => passages.code[p] ?? 0
  if (sort === 'coder') return (p) => ranks.coder[passages.coder[p] ?? -1] ?? 0
  if (sort === 'longest') return (p) => -length(p)
  return sort === 'shortest' ? length : () => 0
}

type Heading = {
  readonly rank: (p: number) => number
  readonly name: (p: number) => { readonly key: string; readonly label: string | null }
}

function heading(material: Material, grouping: Grouping, ranks: Ranks): Heading {
  const { passages, interviews, codes, coders } = material
  const interview = (p: number): number => passages.interview[p] ?? -1
  if (grouping.by === 'variable') {
    const values = interviews.map((one) => groupValue(one.values, grouping.variable))
    const distinct = [...new Set(values)].sort(valueOrder(grouping.variable))
    const place = new Map(distinct.map((value, i) => [value, i]))
    return {
      rank: (p) => place.get(values[interview(p)] ?? null) ?? 0,
      name: (p) => ({ key: values[interview(p)] ?? '', label: values[interview(p)] ?? null }),
    }
  }
  if (grouping.by === 'none') return { rank: () => 0, name: () => ({ key: '', label: null }) }
  if (grouping.by === 'code')
    return {
      rank: (p) => passages.code[p] ?? 0,
      name: (p) => {
        const row = codes[passages.code[p] ?? -1]
        return { key: row?.code.id ?? '', label: row?.path ?? null }
      },
    }
  if (grouping.by === 'coder')
    return {
      rank: (p) => ranks.coder[passages.coder[p] ?? -1] ?? 0,
      name: (p) => {
        const coder = coders[passages.coder[p] ?? -1]
        return { key: coder?.id ?? '', label: coder?.name ?? null }
      },
    }
  return {
    rank: (p) => ranks.interview[interview(p)] ?? 0,
    name: (p) => ({ key: interviews[interview(p)]?.id ?? '', label: interviews[interview(p)]?.name ?? null }),
  }
}
