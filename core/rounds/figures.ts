import { type Answered, type Asked, answered } from '@/core/agreement/asked'
import type { Draws } from '@/core/agreement/bootstrap'
import {
  againstConsensus,
  type BreakdownRow,
  byInterview,
  byPair,
  byVariable,
  perSlice,
  type Slice,
} from '@/core/agreement/breakdowns'
import type { Interval } from '@/core/agreement/distribution'
import { intervalSteps } from '@/core/agreement/job'
import type { Choice, Material, Question } from '@/core/agreement/material'
import { finished } from '@/core/agreement/progress'

/** What is asked of a round: one measure, on one unit, about every code that anybody used and about each group of exclusive codes. */
export type RoundAsked = { readonly measure: string; readonly choice: Choice; readonly draws: Draws }

/** A figure with its 95 % interval over interviews, null where none could be drawn. */
export type FigureRow = { readonly key: readonly string[]; readonly interval: Interval | null } & Answered

/** A round's figures: by code, by group, and the mean over codes with its interval, drawn with the same interviews as theirs. */
export type RoundFigures = {
  readonly byCode: readonly FigureRow[]
  readonly byGroup: readonly FigureRow[]
  readonly meanOfCodes: Mean & { readonly interval: Interval | null }
}

/** The plain mean of the codes that have a figure, and how many have none; null when none has. */
export type Mean = { readonly value: number | null; readonly codes: number; readonly without: number }

/** The codes that anybody used, in the order of the codebook. */
export function usedCodes(material: Material): readonly string[] {
  const used = new Set(material.codings.map(({ code }) => code))
  return material.codes.map(({ id }) => id).filter((id) => used.has(id))
}

/** All figures of a round with their intervals. Throws RangeError for an unknown measure. The same material and seed give the same digits. */
export function roundFigures(
  material: Material,
  groups: readonly (readonly string[])[],
  { measure, choice, draws }: RoundAsked,
): RoundFigures {
  const byCode = usedCodes(material).map((code): Question => ({ about: 'code', code }))
  const byGroup = groups.map((codes): Question => ({ about: 'group', codes }))
  const asked = [...byCode, ...byGroup].map((question): Asked => ({ measure, question, choice }))
  const intervals = finished(intervalSteps({ material, asked, draws, level: 0.95, mean: byCode.length }))
  const rows = asked.map((one, i): FigureRow => {
    const { question } = one
    const key = question.about === 'code' ? [question.code] : question.codes
    return { key, interval: intervals[i] ?? null, ...answered(material, one) }
  })
  const ofCodes = rows.slice(0, byCode.length)
  const meanOfCodes = { ...meanOf(ofCodes), interval: intervals[asked.length] ?? null }
  return { byCode: ofCodes, byGroup: rows.slice(byCode.length), meanOfCodes }
}

/** The mean of figures of codes. */
export function meanOf(rows: readonly Answered[]): Mean {
  const values = rows.flatMap(({ result }) => (result.value === null ? [] : [result.value]))
  const value = values.length > 0 ? values.reduce((sum, one) => sum + one, 0) / values.length : null
  return { value, codes: values.length, without: rows.length - values.length }
}

/** A part of a round - a pair of coders, an interview, a value - with the mean over its codes. */
export type MeanRow = { readonly key: readonly string[]; readonly mean: Mean }

/** The mean over codes of each part, by pair of coders, by coder and consensus, by interview, or by a variable's values. */
export function roundParts(
  material: Material,
  by:
    | { readonly kind: 'pair' }
    | { readonly kind: 'consensus'; readonly consensus: string }
    | { readonly kind: 'interview' }
    | { readonly kind: 'variable'; readonly variable: string },
  asked: Omit<RoundAsked, 'draws'>,
): readonly MeanRow[] {
  return slicesOf(material, by).map((part) => {
    const rows = usedCodes(part.material).flatMap((code): BreakdownRow[] =>
      perSlice([part], { ...asked, question: { about: 'code', code } }),
    )
    return { key: part.key, mean: meanOf(rows) }
  })
}

function slicesOf(material: Material, by: Parameters<typeof roundParts>[1]): readonly Slice[] {
  switch (by.kind) {
    case 'pair':
      return byPair(material)
    case 'consensus':
      return againstConsensus(material, by.consensus)
    case 'interview':
      return byInterview(material)
    default:
      return byVariable(material, by.variable)
  }
}
