import type { Answered } from './asked'
import type { Interval } from './distribution'
import type { Reason } from './result'

/** A band of an author's scale: figures below `below` (and not below the band before) are called by `key`. */
export type Band = { readonly below: number; readonly key: string }

/** A scale of an author, ready to be named: `author` is the citation. Bands end with one below Infinity. */
export type Scale = { readonly id: string; readonly author: string; readonly bands: readonly Band[] }

/** Krippendorff (2004, 2019): rely on .800 and more, draw tentative conclusions from .667, discard what is below. */
export const krippendorff: Scale = {
  id: 'krippendorff',
  author: 'Krippendorff 2004',
  bands: [
    { below: 0.667, key: 'discard' },
    { below: 0.8, key: 'tentative' },
    { below: Infinity, key: 'reliable' },
  ],
}

/** Landis & Koch (1977), by their own word arbitrary. */
export const landisKoch: Scale = {
  id: 'landisKoch',
  author: 'Landis & Koch 1977',
  bands: [
    { below: 0, key: 'poor' },
    { below: 0.2, key: 'slight' },
    { below: 0.4, key: 'fair' },
    { below: 0.6, key: 'moderate' },
    { below: 0.8, key: 'substantial' },
    { below: Infinity, key: 'almostPerfect' },
  ],
}

/** Fleiss (1981), the cut-offs of NVivo's help. */
export const fleiss: Scale = {
  id: 'fleiss',
  author: 'Fleiss 1981',
  bands: [
    { below: 0.4, key: 'poor' },
    { below: 0.75, key: 'fair' },
    { below: Infinity, key: 'excellent' },
  ],
}

/** Altman (1991). */
export const altman: Scale = {
  id: 'altman',
  author: 'Altman 1991',
  bands: [
    { below: 0.2, key: 'poor' },
    { below: 0.4, key: 'fair' },
    { below: 0.6, key: 'moderate' },
    { below: 0.8, key: 'good' },
    { below: Infinity, key: 'veryGood' },
  ],
}

const scales: Readonly<Record<string, Scale>> = {
  alpha_nominal: krippendorff,
  u_alpha_nominal: krippendorff,
  u_alpha_binary: krippendorff,
  cu_alpha_nominal: krippendorff,
  char_alpha: krippendorff,
  char_alpha_nominal: krippendorff,
  char_cu_alpha: krippendorff,
  alpha_u_1995: krippendorff,
  cohen_kappa: landisKoch,
  mean_pairwise_cohen_kappa: landisKoch,
  scott_pi: landisKoch,
  fleiss_kappa: landisKoch,
  conger_kappa: landisKoch,
  brennan_prediger: landisKoch,
  maxqda: landisKoch,
  gwet_ac1: altman,
  nvivo: fleiss,
}

/** The scale a measure is usually read on; null for measures whose authors give none (percentages, Holsti, gamma). */
export function scaleOf(measure: string): Scale | null {
  return scales[measure] ?? null
}

/** Too few to say: fewer interviews with the code than this, */
export const FEWEST_INTERVIEWS = 5
/** or a 95 % interval wider than this: from useless to good. */
export const WIDEST_INTERVAL = 0.4

/** A sentence about a figure: a key below `agreement.reading` in the messages and the values it needs. */
export type Reading = { readonly key: string; readonly values: Readonly<Record<string, string | number>> }

function missing(reason: Reason, values: Reading['values']): Reading {
  return { key: `none.${reason}`, values }
}

/**
 * The figure in plain language, with the author of the threshold. Says "too few" instead of a verdict when fewer than five
 * interviews have anything marked or the interval is wider than 0.4; `interval` is null when none could be drawn, which
 * needs five interviews anyway.
 */
export function readingOf(
  measure: string,
  { result, marked, interviews }: Answered,
  interval: Interval | null,
): Reading {
  if (result.value === null) return missing(result.reason, { passages: result.overlaps.length })
  const { value } = result
  if (marked < FEWEST_INTERVIEWS)
    return { key: 'tooFew.interviews', values: { value, marked, least: FEWEST_INTERVIEWS } }
  if (interval && interval.high - interval.low > WIDEST_INTERVAL) {
    return { key: 'tooFew.width', values: { value, low: interval.low, high: interval.high, widest: WIDEST_INTERVAL } }
  }
  const scale = scaleOf(measure)
  if (!scale) return { key: 'noScale', values: { value, interviews } }
  const band = scale.bands.find(({ below }) => value < below)
  return { key: `${scale.id}.${band?.key ?? ''}`, values: { value, author: scale.author } }
}
