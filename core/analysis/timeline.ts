import type { Chosen } from './choice'
import { inOrder } from './sequence'

/** Where codes stand in an interview (by its index in the material) of so many words: half-open ranges of words by row, in order. */
export type Strip = {
  readonly interview: number
  readonly words: number
  readonly places: readonly {
    readonly row: number
    readonly from: number
    readonly to: number
    readonly start: number
  }[]
}

/** The chosen interviews by name; passages of one code that overlap are one place. Interviews without a place have a strip that is empty. */
export function timeline(of: Chosen): readonly Strip[] {
  const { interviews } = of.material
  const compare = new Intl.Collator('ru', { numeric: true }).compare
  return of.interviews
    .toSorted((a, b) => compare(interviews[a]?.name ?? '', interviews[b]?.name ?? ''))
    .map((interview) => ({
      interview,
      words: interviews[interview]?.words ?? 0,
      places: inOrder(of, interview).map(({ row, from, to, start }) => ({ row, from, to, start })),
    }))
}

/** Where a code stands on the whole: at how many places, and the mean of their middles as a share of the interview, 0 its beginning, 1 its end (null = nowhere). */
export type Standing = { readonly places: number; readonly mean: number | null }

/** The standing of each of `rows` rows; places in interviews without words have no share and are not in the mean. */
export function standings(strips: readonly Strip[], rows: number): readonly Standing[] {
  return Array.from({ length: rows }, (_, row) => {
    const own = strips.flatMap(({ words, places }) =>
      places.filter((one) => one.row === row).map((one) => (words === 0 ? null : (one.from + one.to) / 2 / words)),
    )
    const shares = own.filter((share) => share !== null)
    return {
      places: own.length,
      mean: shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length,
    }
  })
}
