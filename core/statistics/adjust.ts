/** How p values of many tests are corrected. */
export const corrections = ['holm', 'bh'] as const
/** Holm's step-down correction (1979, Scand. J. Statist. 6) of the chance of any false finding; Benjamini and Hochberg's (1995, JRSS B 57) of the share of false ones. */
export type Correction = (typeof corrections)[number]

/** Corrected p values, in the order given; each is at least the given one and at most 1. As R's p.adjust. */
export function adjusted(values: readonly number[], how: Correction): readonly number[] {
  const n = values.length
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const result = new Array<number>(n).fill(1)
  if (how === 'holm') {
    let most = 0
    order.forEach((i, rank) => {
      most = Math.max(most, Math.min(1, (n - rank) * (values[i] ?? 1)))
      result[i] = most
    })
    return result
  }
  let least = 1
  for (let rank = n - 1; rank >= 0; rank--) {
    const i = order[rank] ?? 0
    least = Math.min(least, ((values[i] ?? 1) * n) / (rank + 1))
    result[i] = least
  }
  return result
}
