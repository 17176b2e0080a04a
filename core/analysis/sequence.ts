import type { Chosen } from './choice'
import { type Place, stretches } from './places'

/** How often one code is followed by another: so many times, in so many interviews, with a middle gap of so many words (null = never). */
export type Transition = { readonly count: number; readonly interviews: number; readonly gap: number | null }

/** Which code follows which. `cells[a][b]`: a is followed by b; `totals[a]`: the sum of a's row. */
export type Sequence = {
  readonly cells: readonly (readonly Transition[])[]
  readonly totals: readonly number[]
  readonly interviews: number
}

/**
 * Follows the codes through each interview. Passages of one code that overlap are one place. A place is followed by what begins next after its own
 * beginning (by several codes, if they begin at the same word; places that begin together do not follow each other), if that begins within `words` words
 * of its end; one that begins before that end has a gap of 0.
 */
export function sequence(of: Chosen, words: number): Sequence {
  const gaps: number[][][] = of.rows.map(() => of.rows.map(() => []))
  const interviews: Set<number>[][] = of.rows.map(() => of.rows.map(() => new Set()))
  for (const i of of.interviews) {
    const places = inOrder(of, i)
    places.forEach((one, n) => {
      const next = places.findIndex((other, m) => m > n && other.from > one.from)
      for (let m = next; m >= 0 && places[m]?.from === places[next]?.from; m++) {
        const other = places[m]
        if (!other) break
        const gap = Math.max(0, other.from - one.to)
        if (gap > words) break
        gaps[one.row]?.[other.row]?.push(gap)
        interviews[one.row]?.[other.row]?.add(i)
      }
    })
  }
  const cells = gaps.map((row, a) =>
    row.map((list, b) => ({ count: list.length, interviews: interviews[a]?.[b]?.size ?? 0, gap: middle(list) })),
  )
  return {
    cells,
    totals: cells.map((row) => row.reduce((sum, cell) => sum + cell.count, 0)),
    interviews: of.interviews.length,
  }
}

/** The places of an interview in the order of their beginnings, each with its row; from and to are words. */
export function inOrder(of: Chosen, interview: number): (Place & { readonly row: number })[] {
  const { passages } = of.material
  const byRow: Place[][] = of.rows.map(() => [])
  for (const p of of.passages[interview] ?? [])
    for (const row of of.rowsOf[passages.code[p] ?? -1] ?? [])
      byRow[row]?.push({
        ...{ from: passages.from[p] ?? 0, to: passages.to[p] ?? 0 },
        ...{ start: passages.start[p] ?? 0, end: passages.end[p] ?? 0 },
      })
  return byRow
    .flatMap((places, row) => stretches(places).map((place) => ({ ...place, row })))
    .sort((a, b) => a.from - b.from || a.row - b.row)
}

/** The median: the mean of the two middle ones of an even number; null of none. */
function middle(list: readonly number[]): number | null {
  const sorted = list.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
