import { beyondChance, none, type Result } from '../result'
import type { Ratings } from '../study'

/** A contingency table of two coders, rows the first coder's categories, columns the second's, in the same order. */
export type KappaTable = readonly (readonly number[])[]

/**
 * Pooled kappa over several codes (De Vries, Elliott, Kanouse & Teleki 2008, as Dedoose's Training Center reports it): one
 * kappa from the mean observed and the mean expected agreement of the codes. Tables without a unit are left out.
 */
export function pooledKappa(tables: readonly KappaTable[]): Result {
  let [observed, expected, units, used] = [0, 0, 0, 0]
  for (const table of tables) {
    const n = table.reduce((sum, row) => sum + row.reduce((a, b) => a + b, 0), 0)
    if (n === 0) continue
    used++
    units += n
    table.forEach((row, k) => {
      const rowTotal = row.reduce((a, b) => a + b, 0)
      const columnTotal = table.reduce((sum, other) => sum + (other[k] ?? 0), 0)
      observed += (row[k] ?? 0) / n
      expected += (rowTotal * columnTotal) / (n * n)
    })
  }
  return used === 0 ? none('empty') : beyondChance(observed / used, expected / used, units)
}

/** The contingency table of two coders of a study, by their columns: only units both valued. */
export function tableOfPair(study: Ratings, a: number, b: number): KappaTable {
  const q = study.categories.length
  const m = study.coders.length
  const table = Array.from({ length: q }, () => new Array<number>(q).fill(0))
  study.weights.forEach((weight, row) => {
    const [k, l] = [study.values[row * m + a] ?? -1, study.values[row * m + b] ?? -1]
    const own = table[k]
    if (own && l >= 0) own[l] = (own[l] ?? 0) + weight
  })
  return table
}
