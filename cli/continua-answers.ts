import { charactersAsRatings } from '@/core/agreement/characters'
import type { ContinuaMeasure } from '@/core/agreement/measure'
import { alphaU1995, alphaU1995ByValue } from '@/core/agreement/measures/alpha-u-1995'
import { charAlpha, charAlphaWithGap, charCuAlpha } from '@/core/agreement/measures/char-alpha'
import { cuAlpha, kcuAlpha, kcuCoverage } from '@/core/agreement/measures/cu-alpha'
import { refusedContinua } from '@/core/agreement/measures/from-continua'
import {
  type MaxqdaReport,
  maxqdaOccurrenceKappa,
  maxqdaReport,
  maxqdaSegmentKappa,
} from '@/core/agreement/measures/maxqda'
import {
  type CharacterCell,
  cellAgreement,
  cellHolsti,
  cellJaccard,
  cellKappa,
  characterCells,
  firstTwoCoders,
  joinedCells,
  nvivoAverages,
  nvivoKappa,
} from '@/core/agreement/measures/nvivo'
import { uAlpha, uAlphaBinary } from '@/core/agreement/measures/u-alpha'
import { figure, none } from '@/core/agreement/result'
import { type Continua, continuaAccepted, continuaOf, continuaOfValue, refusal } from '@/core/agreement/study'
import type { Answer } from './answer'
import { gammaAnswer } from './gamma-answers'
import { ratingsAnswers } from './ratings-answers'
import type { FiledTexts } from './study-file'

/** What is asked about texts: with every code on its own, and with codes folded into the groups the file names. */
export type Asked = { readonly texts: FiledTexts; readonly codes: Continua; readonly grouped: Continua }

/** The two readings of a file's texts. */
export function askedOf(texts: FiledTexts): Asked {
  const codes = continuaOf(texts.texts, (code) => code, texts.declared)
  const { groups } = texts
  const grouped = groups
    ? continuaOf(texts.texts, (code) => groups.get(code) ?? null, [...new Set(groups.values())])
    : codes
  return { texts, codes, grouped }
}

/** Every measure of continua by the names study files use. */
export const continuaAnswers: Readonly<Record<string, (asked: Asked) => Answer>> = {
  u_alpha_nominal: ({ grouped }) => uAlpha.compute(grouped),
  u_alpha_binary: ({ grouped }) => uAlphaBinary.compute(grouped),
  cu_alpha_nominal: ({ grouped }) => cuAlpha.compute(grouped),
  kcu_alpha: ({ grouped }) => kcuAlpha(grouped),
  kcu_coverage: ({ grouped }) => kcuCoverage(grouped),
  u_alpha_binary_by_code: (asked) => byCode(asked, uAlphaBinary),
  char_alpha_by_code: (asked) => byCode(asked, charAlpha),
  char_alpha: ({ grouped }) => charAlpha.compute(grouped),
  char_alpha_nominal: ({ grouped }) => charAlphaWithGap.compute(grouped),
  char_cu_alpha: ({ grouped }) => charCuAlpha.compute(grouped),
  alpha_u_1995: ({ codes }) => alphaU(codes),
  nvivo: (asked) => nvivoAnswer(asked),
  maxqda: ({ texts, codes }) => {
    const [a, b] = sidesOf(texts, codes)
    return refusal(continuaAccepted(codes)) ?? maxqdaAnswer(maxqdaReport(codes, a[0] ?? '', b[0] ?? '', texts.overlap))
  },
}

/** The answer to a measure about texts; measures of ratings are answered over their characters. */
export function continuaAnswer(asked: Asked, measure: string): Answer {
  const own = Object.hasOwn(continuaAnswers, measure) ? continuaAnswers[measure] : undefined
  if (own) return own(asked)
  const gamma = gammaAnswer(asked.texts, asked.codes, measure)
  if (gamma !== null) return gamma
  const ofRatings = Object.hasOwn(ratingsAnswers, measure) ? ratingsAnswers[measure] : undefined
  if (!ofRatings) return none('not_applicable')
  const gap = measure === 'holsti' ? 'missing' : 'value'
  return refusedContinua(asked.grouped) ?? ofRatings(charactersAsRatings(asked.grouped, gap))
}

/** Codes one at a time; where the file names groups these too, each as one value. */
function byCode({ codes, grouped }: Asked, measure: ContinuaMeasure): Answer {
  const accepted = continuaAccepted(codes)
  if (accepted !== true) return none(accepted)
  const answers = new Map<string, Answer>()
  for (const study of grouped === codes ? [codes] : [grouped, codes]) {
    study.values.forEach((value, k) => {
      answers.set(value, measure.compute(continuaOfValue(study, k)))
    })
  }
  return answers
}

function alphaU(study: Continua): Answer {
  const byValue = alphaU1995ByValue(study)
  if (!(byValue instanceof Map)) return none('value' in byValue && byValue.value === null ? byValue.reason : 'empty')
  const byCode = new Map<string, Answer>()
  for (const [code, alpha] of byValue) {
    const Do = alpha.value === null ? 0 : (alpha.observed ?? 0)
    const De = alpha.value === null ? 0 : (alpha.expected ?? 0)
    byCode.set(code, { fields: { Do, De, alpha } })
  }
  return { fields: { by_code: byCode, alpha: alphaU1995.compute(study) } }
}

function sidesOf(texts: FiledTexts, study: Continua): readonly [readonly string[], readonly string[]] {
  const [a, b] = firstTwoCoders(study)
  return [texts.sideA ?? [a], texts.sideB ?? [b]]
}

function nvivoAnswer({ texts, codes }: Asked): Answer {
  const refused = refusal(continuaAccepted(codes))
  if (refused) return refused
  const [a, b] = sidesOf(texts, codes)
  const cells = new Map(codes.values.map((code, value) => [code, characterCells(codes, value, a, b)]))
  const all = [...cells.values()].flat()
  return {
    fields: {
      cells: new Map([...cells].map(([code, own]) => [code, own.map(cellAnswer)])),
      by_code: new Map([...cells].map(([code, own]) => [code, averages(own)])),
      pooled_cells_kappa: all.length > 0 ? cellKappa(joinedCells(all)) : none('no_pairable'),
      mean_kappa: nvivoAverages(all)?.kappaMean ?? none('no_pairable'),
    },
  }
}

function cellAnswer(cell: CharacterCell): Answer {
  const agreement = cellAgreement(cell)
  return {
    fields: {
      both: cell.both,
      a_only: cell.aOnly,
      b_only: cell.bOnly,
      neither: cell.neither,
      agreement,
      disagreement: 1 - agreement,
      kappa: nvivoKappa(cell),
      jaccard: cellJaccard(cell) ?? none('empty'),
      holsti: cellHolsti(cell) ?? none('empty'),
    },
  }
}

function averages(cells: readonly CharacterCell[]): Answer {
  const own = nvivoAverages(cells)
  if (!own) return none('no_pairable')
  return {
    fields: {
      kappa_mean: own.kappaMean,
      agreement_mean: own.agreementMean,
      kappa_weighted: own.kappaWeighted,
      agreement_weighted: own.agreementWeighted,
    },
  }
}

function maxqdaAnswer(report: MaxqdaReport): Answer {
  const { occurrence, frequency, segments } = report
  const cells = occurrence.both + occurrence.aOnly + occurrence.bOnly + occurrence.neither
  const ranges = segments.agreements + segments.aOnly + segments.bOnly
  return {
    fields: {
      occurrence: {
        fields: {
          table: [
            [occurrence.both, occurrence.aOnly],
            [occurrence.bOnly, occurrence.neither],
          ],
          percent: share(occurrence.both + occurrence.neither, cells),
          kappa_bp: maxqdaOccurrenceKappa(report),
        },
      },
      frequency: {
        fields: {
          agreements: frequency.agreements,
          total: frequency.total,
          percent: share(frequency.agreements, frequency.total),
        },
      },
      segments: {
        fields: {
          agreements: segments.agreements,
          only_a: segments.aOnly,
          only_b: segments.bOnly,
          total: ranges,
          percent: share(segments.agreements, ranges),
          kappa_bp: maxqdaSegmentKappa(report),
          by_code: new Map([...report.byCode].map(([code, found]) => [code, { fields: { ...found } }])),
        },
      },
    },
  }
}

function share(part: number, whole: number): Answer {
  return whole > 0 ? figure(part / whole, whole) : none('empty')
}
