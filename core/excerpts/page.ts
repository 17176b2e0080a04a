import type { Excerpt } from './excerpt'
import type { Group } from './order'

/** Excerpts that stand next to each other, from the `from`-th on (0 first), of `total` in `interviews` interviews, under the headings of all. */
export type ExcerptsPage = {
  readonly total: number
  readonly interviews: number
  readonly groups: readonly Group[]
  readonly from: number
  readonly excerpts: readonly Excerpt[]
}
