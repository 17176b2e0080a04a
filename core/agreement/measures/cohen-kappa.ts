import { at, PAIRABLE, pairIndex, ratingsLayout } from '../ratings-tally'
import { beyondChance, figure, none, type Result } from '../result'
import type { Ratings } from '../study'
import { acceptsRatings, ratingsMeasure } from './from-ratings'

/** Cohen's kappa of the coders ranked a < b from a summed tally: their shared units only (Cohen 1960). */
export function kappaOfPair(tally: Float64Array, study: Ratings, a: number, b: number): Result {
  const { q, m, pairs, pairSize } = ratingsLayout(study)
  const start = pairs + pairIndex(a, b, m) * pairSize
  const n = at(tally, start)
  if (n === 0) return none('no_pairable')
  let expected = 0
  for (let k = 0; k < q; k++) expected += (at(tally, start + 2 + k) / n) * (at(tally, start + 2 + q + k) / n)
  return beyondChance(at(tally, start + 1) / n, expected, n)
}

function meanOfPairs(tally: Float64Array, study: Ratings): Result {
  const m = study.coders.length
  let [sum, observed, expected, pairs] = [0, 0, 0, 0]
  for (let a = 0; a < m; a++) {
    for (let b = a + 1; b < m; b++) {
      const kappa = kappaOfPair(tally, study, a, b)
      if (kappa.value === null) return kappa
      sum += kappa.value
      observed += kappa.observed ?? 0
      expected += kappa.expected ?? 0
      pairs++
    }
  }
  return figure(sum / pairs, at(tally, PAIRABLE), observed / pairs, expected / pairs)
}

/**
 * Cohen's kappa (Cohen 1960): (p_o - p_e) / (1 - p_e), chance from each coder's own margins over the units both valued. For
 * more than two coders the mean over pairs, as `lightKappa`.
 */
export const cohenKappa = ratingsMeasure(
  { id: 'cohen_kappa', name: "Cohen's kappa", paper: 'Cohen 1960', named: true },
  meanOfPairs,
)

/**
 * Light's kappa (Light 1971): the mean of Cohen's kappa over all pairs of coders, undefined as soon as one pair's kappa is:
 * leaving out the pairs without variation would make the figure better than the coders are.
 */
export const lightKappa = ratingsMeasure(
  { id: 'mean_pairwise_cohen_kappa', name: "Light's kappa", paper: 'Light 1971', named: true },
  meanOfPairs,
)

/** The large-sample standard error of Cohen's kappa of two coders (Fleiss, Cohen & Everitt 1969, formula 13). */
export function cohenKappaError(study: Ratings): Result {
  const accepted = acceptsRatings(study, true)
  if (accepted !== true) return none(accepted)
  if (study.coders.length !== 2) return none('not_applicable')
  const q = study.categories.length
  const table = new Float64Array(q * q)
  let n = 0
  for (let row = 0; row < study.weights.length; row++) {
    const a = study.values[2 * row] ?? -1
    const b = study.values[2 * row + 1] ?? -1
    if (a < 0 || b < 0) continue
    table[a * q + b] = at(table, a * q + b) + at(study.weights, row)
    n += at(study.weights, row)
  }
  return errorOfTable(table, q, n)
}

function errorOfTable(table: Float64Array, q: number, n: number): Result {
  const rows = new Float64Array(q)
  const columns = new Float64Array(q)
  let observed = 0
  for (let k = 0; k < q; k++) {
    observed += at(table, k * q + k) / n
    for (let l = 0; l < q; l++) {
      rows[k] = at(rows, k) + at(table, k * q + l) / n
      columns[l] = at(columns, l) + at(table, k * q + l) / n
    }
  }
  let expected = 0
  for (let k = 0; k < q; k++) expected += at(rows, k) * at(columns, k)
  if (1 - expected < 1e-12) return none('no_variation')
  const kappa = (observed - expected) / (1 - expected)
  let [a, b] = [0, 0]
  for (let k = 0; k < q; k++) {
    for (let l = 0; l < q; l++) {
      const p = at(table, k * q + l) / n
      if (k === l) a += p * (1 - (at(rows, k) + at(columns, k)) * (1 - kappa)) ** 2
      else b += p * (at(columns, k) + at(rows, l)) ** 2
    }
  }
  const c = (kappa - expected * (1 - kappa)) ** 2
  return figure(Math.sqrt(Math.max(0, a + b * (1 - kappa) ** 2 - c) / n) / (1 - expected), n)
}
