import type { Measure } from '../measure'
import { beyondChance, none, type Result } from '../result'
import { type Continua, continuaAccepted, type Segment } from '../study'
import { unitsOf } from '../units'
import { firstTwoCoders } from './nvivo'

/** How often a code's ranges found a partner. */
export type Found = { readonly agreements: number; readonly disagreements: number }

/** MAXQDA's three levels for two coders; texts only one of them was assigned to are left out. */
export type MaxqdaReport = {
  /** Texts by code: both have it, only A, only B, neither. */
  readonly occurrence: {
    readonly both: number
    readonly aOnly: number
    readonly bOnly: number
    readonly neither: number
  }
  /** Texts by code with the same number of ranges. */
  readonly frequency: { readonly agreements: number; readonly total: number }
  /** Ranges of either coder that were found in the other's, and those that were not. */
  readonly segments: { readonly agreements: number; readonly aOnly: number; readonly bOnly: number }
  readonly byCode: ReadonlyMap<string, Found>
}

/**
 * Compares two coders as MAXQDA's intercoder agreement does. `overlap` (0 to 1) is how much of two ranges of the same code
 * must coincide; MAXQDA does not say how it measures that, we take the shared length by the length of both together, so that
 * 1 means identical. Every range of either coder is one comparison: a match counts twice.
 */
export function maxqdaReport(study: Continua, a: string, b: string, overlap: number): MaxqdaReport {
  const occurrence = { both: 0, aOnly: 0, bOnly: 0, neither: 0 }
  const frequency = { agreements: 0, total: 0 }
  const segments = { agreements: 0, aOnly: 0, bOnly: 0 }
  const byCode = new Map<string, Found>()
  const documents = study.documents.flatMap((document) => {
    const [rankA, rankB] = [document.coders.indexOf(a), document.coders.indexOf(b)]
    if (rankA < 0 || rankB < 0) return []
    return [{ a: byValue(document.segments[rankA] ?? []), b: byValue(document.segments[rankB] ?? []) }]
  })
  study.values.forEach((code, value) => {
    let [agreements, disagreements] = [0, 0]
    for (const document of documents) {
      const ofA = document.a.get(value) ?? []
      const ofB = document.b.get(value) ?? []
      if (ofA.length > 0) occurrence[ofB.length > 0 ? 'both' : 'aOnly']++
      else occurrence[ofB.length > 0 ? 'bOnly' : 'neither']++
      frequency.total++
      if (ofA.length === ofB.length) frequency.agreements++
      const missedA = ofA.filter((range) => !ofB.some((other) => matches(range, other, overlap))).length
      const missedB = ofB.filter((range) => !ofA.some((other) => matches(range, other, overlap))).length
      segments.aOnly += missedA
      segments.bOnly += missedB
      agreements += ofA.length + ofB.length - missedA - missedB
      disagreements += missedA + missedB
    }
    segments.agreements += agreements
    byCode.set(code, { agreements, disagreements })
  })
  return { occurrence, frequency, segments, byCode }
}

function byValue(segments: readonly Segment[]): ReadonlyMap<number, Segment[]> {
  const groups = new Map<number, Segment[]>()
  for (const unit of unitsOf(segments)) {
    const group = groups.get(unit.value)
    if (group) group.push(unit)
    else groups.set(unit.value, [unit])
  }
  return groups
}

/** Whether two ranges share at least `overlap` of what they cover together. */
export function matches(x: Segment, y: Segment, overlap: number): boolean {
  const common = Math.min(x.end, y.end) - Math.max(x.start, y.start)
  if (common <= 0) return false
  const together = Math.max(x.end, y.end) - Math.min(x.start, y.start)
  return common / together >= overlap - 1e-12
}

/**
 * MAXQDA's kappa over ranges: P_o = found / (found + missed by either), P_c = 1 / codes in the table (after Brennan &
 * Prediger 1981; the cell of agreement on nothing is 0 by construction). One code leaves no choice.
 */
export function maxqdaSegmentKappa(report: MaxqdaReport): Result {
  const { agreements, aOnly, bOnly } = report.segments
  const total = agreements + aOnly + bOnly
  if (total === 0) return none('empty')
  return report.byCode.size < 2 ? none('no_variation') : beyondChance(agreements / total, 1 / report.byCode.size, total)
}

/** Kappa over texts by code, has it or not, with P_c = 1/2. */
export function maxqdaOccurrenceKappa(report: MaxqdaReport): Result {
  const { both, aOnly, bOnly, neither } = report.occurrence
  const total = both + aOnly + bOnly + neither
  return total === 0 ? none('empty') : beyondChance((both + neither) / total, 0.5, total)
}

/** The kappa over ranges of the first two coders of a study, at MAXQDA's usual overlap of 90 %. */
export const maxqda: Measure<Continua> = {
  id: 'maxqda',
  name: 'Kappa over ranges, as in MAXQDA',
  paper: 'Brennan & Prediger 1981; MAXQDA help, "Intercoder Agreement"',
  accepts: continuaAccepted,
  compute: (study) => {
    const accepted = continuaAccepted(study)
    if (accepted !== true) return none(accepted)
    const [a, b] = firstTwoCoders(study)
    return maxqdaSegmentKappa(maxqdaReport(study, a, b, 0.9))
  },
}
