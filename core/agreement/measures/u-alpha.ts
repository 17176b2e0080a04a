import { continuaLayout, GAP, GAP_GAP, LENGTH, TEXT } from '../continua-tally'
import { at, part, total } from '../ratings-tally'
import { none, oneMinusRatio } from '../result'
import { continuaMeasure } from './from-continua'

const paper = 'Krippendorff, Mathet, Bouvry & Widlöcher 2016; Krippendorff 2019, section 12.6'

/**
 * u-alpha for nominal values: do coders agree both where they mark and with what? 1 - sum_{c != k} l_ck / sum_{c != k} eps_ck
 * over the coincidences of texts by length, the gap being a value; eps_ck = l.. (l_c. l_.k - [c = k] C_c) / (l..^2 - sum C_c),
 * with C_phi the length of all gaps and C_c the sum of squared unit lengths (no unit is paired with itself). Texts are pooled
 * by summing coincidences and corrections.
 */
export const uAlpha = continuaMeasure({ id: 'u_alpha_nominal', name: 'u-alpha', paper }, (tally, study) => {
  const { q, own, same, squares } = continuaLayout(study)
  const length = at(tally, LENGTH)
  if (length === 0) return none('one_coder')
  const gap = at(tally, GAP)
  const matched = at(tally, GAP_GAP) + total(part(tally, same, q))
  const chance = length ** 2 - gap ** 2 - total(part(tally, own, q).map((l) => l * l))
  const pairs = length ** 2 - gap - total(part(tally, squares, q))
  // One value throughout leaves nothing to expect; differences this small are rounding of sums of squares.
  if (pairs <= 0 || chance <= 1e-12 * length ** 2) return none('no_variation')
  return oneMinusRatio(1 - matched / length, chance / pairs, at(tally, TEXT))
})

/**
 * |u-alpha binary: do coders mark the same stretches at all, whatever the value? The same ratio with all values folded into
 * one; corrections stay those of the original units. On the study of a single code it is the reliability of marking it.
 */
export const uAlphaBinary = continuaMeasure(
  { id: 'u_alpha_binary', name: '|u-alpha binary', paper },
  (tally, study) => {
    const { q, toGap, squares } = continuaLayout(study)
    const length = at(tally, LENGTH)
    if (length === 0) return none('one_coder')
    const gap = at(tally, GAP)
    const pairs = length ** 2 - gap - total(part(tally, squares, q))
    const chance = 2 * gap * (length - gap)
    if (pairs <= 0 || chance <= 0) return none('no_variation')
    return oneMinusRatio((2 * total(part(tally, toGap, q))) / length, chance / pairs, at(tally, TEXT))
  },
)
