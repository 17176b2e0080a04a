import type { OutlineRow } from '@/core/frequencies/outline'
import type { Chosen } from './choice'
import { type Place, paired, pairs, stretches } from './places'

/** Where two codes meet: at words that both cover, within so many words of each other, in one turn, or in one interview. */
export const meetingUnits = ['overlap', 'near', 'turn', 'interview'] as const
/** One of `meetingUnits`. */
export type MeetingUnit = (typeof meetingUnits)[number]

/** `words` are the most words between two places that are `near`; other units do not ask. */
export type Meeting = { readonly unit: MeetingUnit; readonly words: number }

/** Half-open UTF-16 ranges of the turns of an interview that count, flat and in order; asked for by its index in the material. */
export type TurnRanges = (interview: number) => ArrayLike<number>

/**
 * How often two codes meet: `both` places, in so many `interviews`; `coefficient` = both / (n1 + n2 - both), from 0 (never) to 1 (never one without the
 * other), null where neither code is anywhere.
 */
export type Pair = { readonly both: number; readonly interviews: number; readonly coefficient: number | null }

/** A code, at how many places it is and in how many interviews. */
export type CoRow = { readonly code: OutlineRow; readonly places: number; readonly interviews: number }

/** Codes by codes. `cells` is symmetric; null on its diagonal and, rolled up, between a code and its own sub-code, whose places are the same. */
export type CoOccurrence = {
  readonly rows: readonly CoRow[]
  readonly cells: readonly (readonly (Pair | null)[])[]
  /** The interviews that were looked at. */
  readonly interviews: number
}

/**
 * Counts at how many places codes meet.
 *
 * Overlap and near: passages of one code that overlap, whoever marked them, are one place; a place of one code is paired with at most one of the other
 * (see `paired`), so that no place counts twice. Turn and interview: each turn (interview) with a passage of the code is one place.
 *
 * The coefficient is Jaccard's (Jaccard 1901, Bulletin de la Société vaudoise des sciences naturelles 37, 547-579), called c-coefficient in ATLAS.ti;
 * because of the pairing it never exceeds 1. It says how often, not whether more often than by chance.
 */
export function coOccurrence(of: Chosen, meeting: Meeting, turns: TurnRanges): CoOccurrence {
  const size = of.rows.length
  const [places, interviews] = [new Array<number>(size).fill(0), new Array<number>(size).fill(0)]
  const both = new Int32Array(size * size)
  const inInterviews = new Int32Array(size * size)
  const apart = distance(meeting)
  for (const i of of.interviews) {
    const own = placesOf(of, meeting, turns, i)
    for (const [n, [row, mine]] of own.entries()) {
      places[row] = (places[row] ?? 0) + mine.length
      interviews[row] = (interviews[row] ?? 0) + 1
      for (let m = n + 1; m < own.length; m++) {
        const [other, theirs] = own[m] ?? [0, []]
        const count = pairs(mine, theirs, apart)
        if (count === 0) continue
        const at = row * size + other
        both[at] = (both[at] ?? 0) + count
        inInterviews[at] = (inInterviews[at] ?? 0) + 1
      }
    }
  }
  const kin = new Uint8Array(size * size)
  for (const rows of of.rowsOf) for (const a of rows) for (const b of rows) kin[a * size + b] = 1
  const pair = (a: number, b: number): Pair | null => {
    if (a === b || kin[a * size + b] === 1) return null
    const at = Math.min(a, b) * size + Math.max(a, b)
    const count = both[at] ?? 0
    return {
      both: count,
      interviews: inInterviews[at] ?? 0,
      coefficient: coefficient(places[a] ?? 0, places[b] ?? 0, count),
    }
  }
  return {
    rows: of.rows.map((code, row) => ({ code, places: places[row] ?? 0, interviews: interviews[row] ?? 0 })),
    cells: of.rows.map((_, a) => of.rows.map((_, b) => pair(a, b))),
    interviews: of.interviews.length,
  }
}

/** both / (n1 + n2 - both), null for 0 / 0. Throws RangeError when `both` exceeds n1 or n2. */
export function coefficient(n1: number, n2: number, both: number): number | null {
  if (both > n1 || both > n2) throw new RangeError(`${both} of ${n1} and ${n2} cannot be both`)
  const either = n1 + n2 - both
  return either === 0 ? null : both / either
}

/** Two places that meet in an interview, by its index in the material. */
export type Met = { readonly interview: number; readonly a: Place; readonly b: Place }

/** The places behind a cell: rows `a` and `b`, interview by interview. */
export function meetings(of: Chosen, meeting: Meeting, turns: TurnRanges, a: number, b: number): readonly Met[] {
  return of.interviews.flatMap((interview) => {
    const own = new Map(placesOf(of, meeting, turns, interview))
    return paired(own.get(a) ?? [], own.get(b) ?? [], distance(meeting)).map(([one, other]) => ({
      interview,
      a: one,
      b: other,
    }))
  })
}

function distance({ unit, words }: Meeting): number {
  return unit === 'near' ? words : -1
}

/** The rows with places in an interview, ascending, and these places. */
function placesOf(
  of: Chosen,
  { unit }: Meeting,
  turns: TurnRanges,
  i: number,
): (readonly [number, readonly Place[]])[] {
  const { passages } = of.material
  const byRow = new Map<number, Place[]>()
  const put = (p: number, place: Place) => {
    for (const row of of.rowsOf[passages.code[p] ?? -1] ?? []) {
      const known = byRow.get(row)
      if (known) known.push(place)
      else byRow.set(row, [place])
    }
  }
  const said = unit === 'turn' ? turns(i) : []
  for (const p of of.passages[i] ?? []) {
    if ((of.rowsOf[passages.code[p] ?? -1] ?? []).length === 0) continue
    const start = passages.start[p] ?? 0
    const end = passages.end[p] ?? 0
    if (unit === 'overlap') put(p, { from: start, to: end, start, end })
    else if (unit === 'near') put(p, { from: passages.from[p] ?? 0, to: passages.to[p] ?? 0, start, end })
    else if (unit === 'interview') put(p, { from: 0, to: 1, start, end })
    else
      for (let t = firstEnding(said, start); t < said.length / 2 && (said[2 * t] ?? 0) < end; t++)
        put(p, { from: t, to: t + 1, start: said[2 * t] ?? 0, end: said[2 * t + 1] ?? 0 })
  }
  return [...byRow].sort(([a], [b]) => a - b).map(([row, own]) => [row, settled(own, unit)])
}

function settled(places: Place[], unit: MeetingUnit): readonly Place[] {
  if (unit === 'overlap') return stretches(places)
  // A long passage touches later turns before a short one that begins after it.
  if (unit !== 'interview') return stretches(places.sort((a, b) => a.from - b.from))
  return places.slice(0, 1)
}

/** The first of flat ranges that ends behind an offset. */
function firstEnding(ranges: ArrayLike<number>, offset: number): number {
  let low = 0
  let high = ranges.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[2 * middle + 1] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
