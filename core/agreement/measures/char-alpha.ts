import { continuaLayout, GAP, GAP_GAP, LENGTH, SHARED, TEXT } from '../continua-tally'
import { at, part, total } from '../ratings-tally'
import { none, oneMinusRatio } from '../result'
import { continuaMeasure } from './from-continua'

const paper = 'Krippendorff 2019, section 12.3, on characters; González-Prieto et al. 2020'

/**
 * Nominal alpha over single characters, each of them marked or not by each coder: what programs report when they do not
 * correct for units being longer than a character. On the study of one code, the reliability of marking it.
 */
export const charAlpha = continuaMeasure({ id: 'char_alpha', name: 'Alpha over characters', paper }, (tally, study) => {
  const { q, toGap } = continuaLayout(study)
  const n = at(tally, LENGTH)
  if (n === 0) return none('one_coder')
  const gap = at(tally, GAP)
  const expected = (2 * gap * (n - gap)) / (n * (n - 1))
  return oneMinusRatio((2 * total(part(tally, toGap, q))) / n, expected, at(tally, TEXT))
})

/**
 * Nominal alpha over single characters with the gap as a value of its own: agreement on where and what, uncorrected for units.
 */
export const charAlphaWithGap = continuaMeasure(
  { id: 'char_alpha_nominal', name: 'Alpha over characters, the gap a value', paper },
  (tally, study) => {
    const { q, own, same } = continuaLayout(study)
    const n = at(tally, LENGTH)
    if (n === 0) return none('one_coder')
    const gap = at(tally, GAP)
    const pairs = gap * (gap - 1) + total(part(tally, own, q).map((l) => l * (l - 1)))
    const observed = 1 - (at(tally, GAP_GAP) + total(part(tally, same, q))) / n
    const expected = 1 - pairs / (n * (n - 1))
    return expected < 1e-15 ? none('no_variation') : oneMinusRatio(observed, expected, at(tally, TEXT))
  },
)

/** Nominal alpha over the characters that at least two coders marked, a gap being a missing value. */
export const charCuAlpha = continuaMeasure(
  { id: 'char_cu_alpha', name: 'Alpha over characters both marked', paper },
  (tally, study) => {
    const { q, sharedSame, sharedTotal } = continuaLayout(study)
    const totals = part(tally, sharedTotal, q)
    const n = total(totals)
    if (n === 0) return none('no_pairable')
    if (totals.filter((count) => count > 0).length < 2) return none('no_variation')
    const expected = 1 - total(totals.map((count) => count * (count - 1))) / (n * (n - 1))
    return oneMinusRatio(1 - total(part(tally, sharedSame, q)) / n, expected, at(tally, SHARED))
  },
)
