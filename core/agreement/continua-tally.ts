import { at } from './ratings-tally'
import type { Overlap } from './result'
import type { Continua, Continuum } from './study'
import { eachPiece, overlapsIn, unitsOf } from './units'

/**
 * Where the sums of a continua tally lie, for q values (measures.md, section 3; phi is the gap). Only texts of two coders
 * and more count; m and L are a text's coders and length, l_ck its coincidences. Single sums: `LENGTH` sum of m L,
 * `GAP` sum of l_phi. (which is C_phi too), `GAP_GAP` sum of l_phi,phi, `TEXT` sum of L, `SHARED` the characters at least two
 * coders marked. From each of the others, by value: `own` l_c., `same` l_cc, `toGap` l_c,phi, `squares` C_c,
 * `pairedSquares` sum of P_ig squared; and over shared characters only, each with r coders who marked it, `sharedTotal`
 * sum n_c and `sharedSame` sum n_c (n_c - 1) / (r - 1).
 */
export type ContinuaLayout = {
  readonly q: number
  readonly own: number
  readonly same: number
  readonly toGap: number
  readonly squares: number
  readonly pairedSquares: number
  readonly sharedTotal: number
  readonly sharedSame: number
  readonly size: number
}

/** Index of sum m L in a continua tally. */
export const LENGTH = 0
/** Index of l_phi. in a continua tally. */
export const GAP = 1
/** Index of l_phi,phi in a continua tally. */
export const GAP_GAP = 2
/** Index of the characters compared in a continua tally. */
export const TEXT = 3
/** Index of the characters marked by at least two coders in a continua tally. */
export const SHARED = 4

/** The layout of the tallies of a study of continua. */
export function continuaLayout(study: Continua): ContinuaLayout {
  const q = study.values.length
  return {
    q,
    own: 5,
    same: 5 + q,
    toGap: 5 + 2 * q,
    squares: 5 + 3 * q,
    pairedSquares: 5 + 4 * q,
    sharedTotal: 5 + 5 * q,
    sharedSame: 5 + 6 * q,
    size: 5 + 7 * q,
  }
}

/** The tallies of a study, one for each text in its order, and where values said to be exclusive overlap in one coder. */
export type ContinuaTallies = { readonly tallies: readonly Float64Array[]; readonly overlaps: readonly Overlap[] }

const cache = new WeakMap<Continua, ContinuaTallies>()

/** The tallies of the texts. Where `overlaps` is not empty the tallies of those texts are meaningless and left at 0. */
export function continuaTallies(study: Continua): ContinuaTallies {
  const known = cache.get(study)
  if (known) return known
  const layout = continuaLayout(study)
  const overlaps: Overlap[] = []
  const tallies = study.documents.map((document) => {
    const tally = new Float64Array(layout.size)
    if (document.coders.length < 2 || document.length <= 0) return tally
    const units = document.segments.map(unitsOf)
    const here = study.values.length > 1 ? overlapsIn(document, study.values, units) : []
    for (const overlap of here) overlaps.push(overlap)
    if (here.length === 0) addDocument(tally, layout, document, units)
    return tally
  })
  const result = { tallies, overlaps }
  cache.set(study, result)
  return result
}

function addDocument(tally: Float64Array, layout: ContinuaLayout, document: Continuum, units: Continuum['segments']) {
  const m = document.coders.length
  const paired = units.map((own) => new Float64Array(own.length))
  const add = (index: number, amount: number) => {
    tally[index] = at(tally, index) + amount
  }
  eachPiece(document.length, units, (start, end, values, held) => {
    const length = end - start
    let marked = 0
    for (let i = 0; i < m; i++) if (at(values, i) >= 0) marked++
    const gaps = m - marked
    add(GAP_GAP, (length * gaps * (gaps - 1)) / (m - 1))
    if (marked > 1) add(SHARED, length)
    for (let i = 0; i < m && marked > 0; i++) {
      const value = at(values, i)
      if (value < 0) continue
      let others = -1
      for (let j = 0; j < m; j++) if (values[j] === value) others++
      add(layout.same + value, (length * others) / (m - 1))
      add(layout.toGap + value, (length * gaps) / (m - 1))
      if (marked === 1) continue
      add(layout.sharedTotal + value, length)
      add(layout.sharedSame + value, (length * others) / (marked - 1))
      const own = paired[i]
      const rank = at(held, i)
      if (own) own[rank] = at(own, rank) + (length * (marked - 1)) / (m - 1)
    }
  })
  let covered = 0
  units.forEach((own, i) => {
    own.forEach((unit, rank) => {
      const length = unit.end - unit.start
      covered += length
      add(layout.own + unit.value, length)
      add(layout.squares + unit.value, length * length)
      add(layout.pairedSquares + unit.value, (paired[i]?.[rank] ?? 0) ** 2)
    })
  })
  add(LENGTH, m * document.length)
  add(GAP, m * document.length - covered)
  add(TEXT, document.length)
}
