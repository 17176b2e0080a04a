import type { Measure } from '../measure'
import { at } from '../ratings-tally'
import { figure, none, oneMinusRatio, type Result } from '../result'
import { type Continua, continuaAccepted, type Segment } from '../study'
import { gapsOf, type Span, unitsOf } from '../units'

/** Continua of the same coders laid end to end: every coder's units, by value, over one length. */
type Line = { readonly length: number; readonly units: readonly (readonly Segment[])[] }

/** Texts with the same coders become one line, so that where a text is split does not matter. */
function linesOf(study: Continua): Line[] {
  const lines = new Map<string, { length: number; units: Segment[][] }>()
  for (const document of study.documents) {
    if (document.coders.length < 2 || document.length <= 0) continue
    const order = document.coders.map((coder, rank) => ({ coder, rank })).sort((a, b) => (a.coder < b.coder ? -1 : 1))
    const key = JSON.stringify(order.map(({ coder }) => coder))
    const line = lines.get(key) ?? { length: 0, units: order.map(() => []) }
    lines.set(key, line)
    order.forEach(({ rank }, place) => {
      for (const { start, end, value } of unitsOf(document.segments[rank] ?? [])) {
        line.units[place]?.push({ start: start + line.length, end: end + line.length, value })
      }
    })
    line.length += document.length
  }
  return [...lines.values()]
}

/** The squared differences of two coders' units, one way: overlapping units by both ends, units in a gap by their length. */
function differences(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0
  const met = new Uint8Array(b.length)
  let from = 0
  for (const unit of a) {
    while (from < b.length && (b[from]?.end ?? 0) <= unit.start) from++
    let alone = true
    for (let j = from; j < b.length; j++) {
      const other = b[j]
      if (!other || other.start >= unit.end) break
      alone = false
      met[j] = 1
      sum += (unit.start - other.start) ** 2 + (unit.end - other.end) ** 2
    }
    if (alone) sum += (unit.end - unit.start) ** 2
  }
  b.forEach((other, j) => {
    if (!met[j]) sum += (other.end - other.start) ** 2
  })
  return sum
}

/** Lengths in falling order with running sums, to sum l_h - l + 1 over gaps at least l long without visiting them all. */
function longGaps(lengths: readonly number[]): (l: number) => number {
  const sorted = Float64Array.from(lengths).sort().reverse()
  const sums = new Float64Array(sorted.length + 1)
  sorted.forEach((length, i) => {
    sums[i + 1] = at(sums, i) + length
  })
  return (l) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (at(sorted, middle) >= l) low = middle + 1
      else high = middle
    }
    return at(sums, low) - low * (l - 1)
  }
}

/** Observed and expected disagreement of one value on one line. */
function disagreements(line: Line, value: number): { observed: number; expected: number; marked: boolean } {
  const { length: L } = line
  const m = line.units.length
  const units = line.units.map((own) => own.filter((unit) => unit.value === value))
  let observed = 0
  for (let i = 0; i < m; i++)
    for (let j = i + 1; j < m; j++) observed += 2 * differences(units[i] ?? [], units[j] ?? [])
  const lengths = units.flatMap((own) => own.map((unit) => unit.end - unit.start))
  const room = longGaps(units.flatMap((own) => gapsOf(own, L).map((gap) => gap.end - gap.start)))
  let [sum, selves] = [0, 0]
  for (const l of lengths) {
    sum += ((lengths.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l * l * room(l)
    selves += l * (l - 1)
  }
  const pairs = m * L * (m * L - 1) - selves
  return {
    observed: observed / (m * (m - 1) * L * L),
    expected: pairs > 0 ? ((2 / L) * sum) / pairs : 0,
    marked: lengths.length > 0,
  }
}

/** alpha_U of every value: the value on a continuum of its own. A value nobody used has no variation. */
export function alphaU1995ByValue(study: Continua): Result | ReadonlyMap<string, Result> {
  const accepted = continuaAccepted(study)
  if (accepted !== true) return none(accepted)
  const lines = linesOf(study)
  return new Map(study.values.map((value, k) => [value, ofLines(lines, [k])]))
}

/** Lines of different coders are weighted by the square of their length, the scale their disagreements are measured on. */
function ofLines(lines: readonly Line[], values: readonly number[]): Result {
  let [observed, expected, weights, text] = [0, 0, 0, 0]
  for (const line of lines) {
    const weight = line.length ** 2
    weights += weight
    text += line.length
    for (const value of values) {
      const part = disagreements(line, value)
      if (!part.marked) continue
      observed += weight * part.observed
      expected += weight * part.expected
    }
  }
  if (expected <= 0) return none('no_variation')
  return observed === 0
    ? figure(1, text, 0, expected / weights)
    : oneMinusRatio(observed / weights, expected / weights, text)
}

/**
 * Krippendorff's alpha_U for unitizing (Krippendorff 1995, with the expected disagreement as corrected in Content Analysis,
 * 2nd ed. 2004, section 11.5): 1 - sum_c D_o,c / sum_c D_e,c, every value on a continuum of its own, so that different values
 * of one coder may overlap. Kept for comparison with older studies; superseded by u-alpha in 2016. Texts with the same
 * coders are laid end to end.
 */
export const alphaU1995: Measure<Continua> = {
  id: 'alpha_u_1995',
  name: 'alpha_U (1995)',
  paper: 'Krippendorff 1995, 2004',
  accepts: continuaAccepted,
  compute: (study) => {
    const accepted = continuaAccepted(study)
    if (accepted !== true) return none(accepted)
    return ofLines(
      linesOf(study),
      study.values.map((_, k) => k),
    )
  },
}
