import type { Span } from '@/core/agreement/units'
import type { KeptCoding, Snapshot } from './snapshot'

/**
 * How coders stand to each other on a passage and a code: all marked it alike; all marked it with other boundaries; some did and some did not; some
 * did not but have another code there.
 */
export type Standing = 'agreed' | 'partly' | 'only' | 'instead'

/**
 * A code on a passage, as the coders of an interview see it: the stretch [start, end) that their codings with this code cover together. `key` names it
 * within its round; it does not change as long as the round is not closed anew. `instead` are codings with other codes, on this stretch, by those who
 * did not give this one.
 */
export type Difference = {
  readonly key: string
  readonly interview: string
  readonly code: string
  readonly start: number
  readonly end: number
  readonly standing: Standing
  /** The least overlap of two coders, what their ranges share of what they cover together, from 0 to 1. */
  readonly overlap: number
  readonly codings: readonly KeptCoding[]
  readonly instead: readonly KeptCoding[]
  readonly without: readonly string[]
}

/** A difference in the text that the round compared: `text` is that around it, beginning at the UTF-16 offset `from`. */
export type Passage = Difference & { readonly text: string; readonly from: number }

/**
 * All passages that anybody marked in interviews of two coders and more, agreed ones too, in the order of the texts. Codings of one code whose ranges
 * share a character are one passage. Ranges with at least `enough` overlap (0 to 1) between every two coders count as agreed.
 */
export function differences({ material }: Pick<Snapshot, 'material'>, enough: number): readonly Difference[] {
  const byInterview = new Map<string, KeptCoding[]>()
  for (const coding of material.codings) {
    const own = byInterview.get(coding.interview)
    if (own) own.push(coding)
    else byInterview.set(coding.interview, [coding])
  }
  return material.interviews
    .filter(({ coders }) => coders.length > 1)
    .flatMap(({ id, coders }) => {
      const all = byInterview.get(id) ?? []
      return passages(all)
        .map((own) => difference(id, coders, own, all, enough))
        .sort((a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1))
    })
}

function passages(codings: readonly KeptCoding[]): KeptCoding[][] {
  const open = new Map<string, { end: number; own: KeptCoding[] }>()
  const found: KeptCoding[][] = []
  for (const coding of [...codings].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const known = open.get(coding.code)
    if (known && coding.start < known.end) {
      known.own.push(coding)
      known.end = Math.max(known.end, coding.end)
    } else {
      const own = [coding]
      found.push(own)
      open.set(coding.code, { end: coding.end, own })
    }
  }
  return found
}

function difference(
  interview: string,
  coders: readonly string[],
  codings: readonly KeptCoding[],
  all: readonly KeptCoding[],
  enough: number,
): Difference {
  const code = codings[0]?.code ?? ''
  const start = Math.min(...codings.map((coding) => coding.start))
  const end = Math.max(...codings.map((coding) => coding.end))
  const without = coders.filter((coder) => !codings.some((coding) => coding.coder === coder))
  const instead = all.filter(
    (coding) => coding.code !== code && without.includes(coding.coder) && coding.start < end && coding.end > start,
  )
  const overlap = without.length > 0 ? 0 : leastOverlap(coders, codings)
  const standing =
    without.length > 0 ? (instead.length > 0 ? 'instead' : 'only') : overlap >= enough - 1e-12 ? 'agreed' : 'partly'
  return {
    ...{ key: `${interview}:${code}:${start}-${end}`, interview, code, start, end },
    ...{ standing, overlap, codings, instead, without },
  }
}

function leastOverlap(coders: readonly string[], codings: readonly KeptCoding[]): number {
  const of = coders.map((coder) => joined(codings.filter((coding) => coding.coder === coder)))
  return Math.min(...of.flatMap((a, i) => of.slice(i + 1).map((b) => shared(a, b))))
}

function shared(a: readonly Span[], b: readonly Span[]): number {
  const common = a.reduce(
    (sum, x) => sum + b.reduce((own, y) => own + Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start)), 0),
    0,
  )
  return common / (length(a) + length(b) - common)
}

const length = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)

/** Ranges as disjoint stretches in order; those that touch or overlap are one. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1)
    if (last && start <= last.end) found[found.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else found.push({ start, end })
  }
  return found
}

/** The stretches that every coder marked, of an agreed passage: what the rule of taking over keeps. */
export function commonStretch({ codings }: Pick<Difference, 'codings'>): readonly Span[] {
  const coders = [...new Set(codings.map((coding) => coding.coder))]
  return coders
    .map((coder) => joined(codings.filter((coding) => coding.coder === coder)))
    .reduce((a, b) =>
      a.flatMap((x) =>
        b.flatMap((y) => {
          const both = { start: Math.max(x.start, y.start), end: Math.min(x.end, y.end) }
          return both.start < both.end ? [both] : []
        }),
      ),
    )
}

/** A cell of the confusion table: how often one coder gave `code` where another, who did not, gave `instead`. */
export type Confusion = { readonly code: string; readonly instead: string; readonly times: number }

/** Which code is given where another coder gives another, the most frequent first; a passage counts once for a pair of codes and a coder. */
export function confusions(all: readonly Difference[]): readonly Confusion[] {
  const counted = new Map<string, Confusion>()
  for (const { code, instead } of all) {
    const pairs = new Map(instead.map((other) => [`${other.code} ${other.coder}`, other.code]))
    for (const other of pairs.values()) {
      const key = `${code} ${other}`
      counted.set(key, { code, instead: other, times: (counted.get(key)?.times ?? 0) + 1 })
    }
  }
  return [...counted.values()].sort(
    (a, b) => b.times - a.times || (`${a.code}${a.instead}` < `${b.code}${b.instead}` ? -1 : 1),
  )
}
