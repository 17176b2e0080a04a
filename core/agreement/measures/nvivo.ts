import type { Measure } from '../measure'
import { beyondChance, figure, none, type Result } from '../result'
import { type Continua, type Continuum, continuaAccepted } from '../study'
import { commonLength, lengthOf, type Span, unionOf } from '../units'

/** Characters of one text under one code: marked by both sides, by one only, by neither. */
export type CharacterCell = {
  readonly interview: string
  readonly both: number
  readonly aOnly: number
  readonly bOnly: number
  readonly neither: number
}

/**
 * The cells of two sides (a coder, or several taken together) for the code at index `value`: one for each text that both
 * sides were assigned to.
 */
export function characterCells(
  study: Continua,
  value: number,
  a: readonly string[],
  b: readonly string[],
): CharacterCell[] {
  return study.documents.flatMap((document) => {
    const sideA = marked(document, value, a)
    const sideB = marked(document, value, b)
    if (!sideA || !sideB) return []
    const both = commonLength(sideA, sideB)
    const aOnly = lengthOf(sideA) - both
    const bOnly = lengthOf(sideB) - both
    return [{ interview: document.id, both, aOnly, bOnly, neither: document.length - both - aOnly - bOnly }]
  })
}

function marked(document: Continuum, value: number, side: readonly string[]): Span[] | null {
  const ranks = document.coders.flatMap((coder, rank) => (side.includes(coder) ? [rank] : []))
  if (ranks.length === 0) return null
  return unionOf(ranks.flatMap((rank) => (document.segments[rank] ?? []).filter((segment) => segment.value === value)))
}

/** Cells of several texts or codes as one. */
export function joinedCells(cells: readonly CharacterCell[]): CharacterCell {
  const sum = { interview: '', both: 0, aOnly: 0, bOnly: 0, neither: 0 }
  for (const cell of cells) {
    sum.both += cell.both
    sum.aOnly += cell.aOnly
    sum.bOnly += cell.bOnly
    sum.neither += cell.neither
  }
  return sum
}

/** The number of characters of a cell. */
export function cellLength(cell: CharacterCell): number {
  return cell.both + cell.aOnly + cell.bOnly + cell.neither
}

/** The share of characters on which both sides did the same; 1 for a text without characters is never asked. */
export function cellAgreement(cell: CharacterCell): number {
  return (cell.both + cell.neither) / cellLength(cell)
}

/** Cohen's kappa over the characters of a cell; without variation when both sides marked all of it or none of it. */
export function cellKappa(cell: CharacterCell): Result {
  const length = cellLength(cell)
  if (length === 0) return none('empty')
  const a = (cell.both + cell.aOnly) / length
  const b = (cell.both + cell.bOnly) / length
  return beyondChance(cellAgreement(cell), a * b + (1 - a) * (1 - b), length)
}

/** Kappa as NVivo shows it: complete agreement is 1, also where neither side marked anything. */
export function nvivoKappa(cell: CharacterCell): number {
  return cellKappa(cell).value ?? 1
}

/** Dice's coefficient, which is Holsti's on characters: 2 both / (n_A + n_B); null when neither marked anything. */
export function cellHolsti(cell: CharacterCell): number | null {
  const marks = 2 * cell.both + cell.aOnly + cell.bOnly
  return marks > 0 ? (2 * cell.both) / marks : null
}

/** Jaccard's coefficient, both / (both + one only); null when neither marked anything. */
export function cellJaccard(cell: CharacterCell): number | null {
  const marks = cell.both + cell.aOnly + cell.bOnly
  return marks > 0 ? cell.both / marks : null
}

/** A code's averages as one makes them by hand from NVivo's coding comparison, plain and weighted by the texts' lengths. */
export type NvivoAverages = {
  readonly kappaMean: number
  readonly agreementMean: number
  readonly kappaWeighted: number
  readonly agreementWeighted: number
}

/** Averages of NVivo's kappa and percentage over cells; null without cells. */
export function nvivoAverages(cells: readonly CharacterCell[]): NvivoAverages | null {
  const used = cells.filter((cell) => cellLength(cell) > 0)
  const length = used.reduce((sum, cell) => sum + cellLength(cell), 0)
  if (length === 0) return null
  const mean = (of: (cell: CharacterCell) => number) => used.reduce((sum, cell) => sum + of(cell), 0) / used.length
  const weighted = (of: (cell: CharacterCell) => number) =>
    used.reduce((sum, cell) => sum + of(cell) * cellLength(cell), 0) / length
  return {
    kappaMean: mean(nvivoKappa),
    agreementMean: mean(cellAgreement),
    kappaWeighted: weighted(nvivoKappa),
    agreementWeighted: weighted(cellAgreement),
  }
}

/**
 * The plain mean, over texts and codes, of kappa by character as NVivo's coding comparison shows it for the first two coders
 * of the study (formula from NVivo's help: EF = (n_A n_B + (L - n_A)(L - n_B)) / L, kappa = (agreement - EF) / (L - EF)).
 * Uncoded cells count as 1 there, which is why it flatters rare codes.
 */
export const nvivo: Measure<Continua> = {
  id: 'nvivo',
  name: 'Kappa by character, as in NVivo',
  paper: 'Cohen 1960; NVivo help, "Coding comparison"',
  accepts: continuaAccepted,
  compute: (study) => {
    const accepted = continuaAccepted(study)
    if (accepted !== true) return none(accepted)
    const [a, b] = firstTwoCoders(study)
    const cells = study.values.flatMap((_, value) => characterCells(study, value, [a], [b])).filter(cellLength)
    const averages = nvivoAverages(cells)
    return averages ? figure(averages.kappaMean, cells.length, averages.agreementMean) : none('no_pairable')
  },
}

/** The first two coders of a study, in the order its texts name them; an empty name where there is no second. */
export function firstTwoCoders(study: Continua): readonly [string, string] {
  const coders = [...new Set(study.documents.flatMap((document) => document.coders))]
  return [coders[0] ?? '', coders[1] ?? '']
}
