import { cheapestAssignment } from './assignment'
import { dissimilarity, type GammaWeights } from './disorder'
import { at } from './ratings-tally'
import type { Segment } from './study'

/** One unit at most of each coder, said to mean the same: each with the rank of its coder. */
export type UnitaryAlignment = readonly { readonly coder: number; readonly unit: Segment }[]

/**
 * The best alignment of coders' units: every unit in exactly one unitary alignment, at the least sum of disorders.
 * `exact` is false where the search had to be narrowed, so that a better one may exist.
 */
export type Alignment = {
  readonly disorder: number
  readonly unitary: readonly UnitaryAlignment[]
  readonly exact: boolean
}

/** A candidate: ranks of its units in reading order, and its disorder. */
type Candidate = { readonly members: readonly number[]; readonly cost: number }

type Placed = { readonly coder: number; readonly unit: Segment }

/** About how many candidates are looked at; with four coders and more, partners far from a unit are left out to stay there. */
const CANDIDATES = 300_000

/** How many partners of each other coder a unit is tried with: the number of candidates is its power. */
function partnersEach(units: number, coders: number): number {
  return coders < 4 ? Infinity : Math.max(3, Math.floor((CANDIDATES / units) ** (1 / (coders - 1))) - 1)
}

/** How far apart, counted in units in reading order, the members of a candidate may lie: the bits of a state. */
const REACH = 52
const HALF = 26
const HALF_BITS = 2 ** HALF - 1

/** States kept at a step of the search before it is called inexact, and how many ways on from them are tried. */
const STATES = 2_000
const WAYS = 50_000

/** Two coders with at most so many units each are aligned as an assignment problem, exact however units overlap. */
const ASSIGNABLE = 300

/**
 * The best alignment (Mathet, Widlöcher & Métivier 2015, section 4.2) found by dynamic programming over units in reading
 * order. A state is the set of later units already aligned; since partners lie near each other it is small. Prices on units
 * (a feasible dual of the covering problem) turn costs into reduced costs, and what exceeds the gap to a known alignment is
 * dropped. The disorder of a unitary alignment is the mean over its m (m - 1) / 2 pairs, an empty unit counting
 * `deltaEmpty` against anything.
 */
export function bestAlignment(coders: readonly (readonly Segment[])[], weights: GammaWeights): Alignment {
  const [first, second] = coders
  if (coders.length === 2 && first && second && Math.max(first.length, second.length) <= ASSIGNABLE) {
    return first.length <= second.length ? ofTwo(first, second, 0, weights) : ofTwo(second, first, 1, weights)
  }
  return searched(coders, weights)
}

/** Two coders, the one with fewer units first: `rank` is that coder's. A pair as far apart as two lone units is none. */
function ofTwo(few: readonly Segment[], many: readonly Segment[], rank: 0 | 1, weights: GammaWeights): Alignment {
  const { deltaEmpty } = weights
  const apart = few.map((u) => Float64Array.from(many, (v) => Math.min(2 * deltaEmpty, dissimilarity(u, v, weights))))
  const partnerOf = cheapestAssignment(many.length, many.length, (row, column) => apart[row]?.[column] ?? deltaEmpty)
  const unitary: UnitaryAlignment[] = []
  let disorder = 0
  many.forEach((_, row) => {
    const u = few[row]
    const v = many[partnerOf[row] ?? 0]
    if (!v) return
    const d = apart[row]?.[partnerOf[row] ?? 0] ?? deltaEmpty
    disorder += d
    const [mine, theirs] = [
      { coder: rank, unit: u ?? v },
      { coder: 1 - rank, unit: v },
    ]
    if (u && d < 2 * deltaEmpty) unitary.push([mine, theirs])
    else unitary.push(...(u ? [[mine], [theirs]] : [[theirs]]))
  })
  return { disorder, unitary, exact: true }
}

function searched(coders: readonly (readonly Segment[])[], weights: GammaWeights): Alignment {
  const placed = coders
    .flatMap((units, coder) => units.map((unit): Placed => ({ coder, unit })))
    .sort((a, b) => a.unit.start - b.unit.start || a.unit.end - b.unit.end || a.coder - b.coder)
  const { candidates, exact } = candidatesOf(placed, coders.length, weights)
  const prices = pricesOf(candidates, placed.length)
  const byFirst: Priced[][] = placed.map(() => [])
  let nearestFar = Infinity
  for (const candidate of candidates) {
    const first = candidate.members[0] ?? 0
    const ready = priced(candidate, prices)
    if ((candidate.members.at(-1) ?? 0) - first <= REACH) byFirst[first]?.push(ready)
    else nearestFar = Math.min(nearestFar, ready.reduced)
  }
  for (const own of byFirst) own.sort((a, b) => a.reduced - b.reduced)
  const rough = search(byFirst, 40, Infinity)
  const fine = rough.complete ? rough : search(byFirst, STATES, rough.gap + 1e-9)
  const best = fine.chosen.length > 0 || placed.length === 0 ? fine : rough
  return {
    disorder: best.chosen.reduce((sum, { cost }) => sum + cost, 0),
    unitary: best.chosen.map(({ members }) => members.flatMap((rank) => placed[rank] ?? [])),
    // A candidate beyond reach could only matter if its reduced cost were within the gap.
    exact: exact && fine.complete && nearestFar > rough.gap,
  }
}

function candidatesOf(placed: readonly Placed[], m: number, weights: GammaWeights) {
  const pairs = (m * (m - 1)) / 2
  const empty = weights.deltaEmpty
  const most = partnersEach(placed.length, m)
  const longest = placed.reduce((max, { unit }) => Math.max(max, unit.end - unit.start), 0)
  const candidates: Candidate[] = []
  let exact = true
  placed.forEach((anchor, first) => {
    candidates.push({ members: [first], cost: empty })
    const partners: { rank: number; d: number }[][] = Array.from({ length: m }, () => [])
    const own = anchor.unit.end - anchor.unit.start
    for (let rank = first + 1; rank < placed.length; rank++) {
      const other = placed[rank]
      if (!other) break
      const least = weights.alpha * empty * ((other.unit.start - anchor.unit.start) / (own + longest)) ** 2
      if (least >= empty * (pairs + m - 1)) break
      if (other.coder === anchor.coder) continue
      const d = dissimilarity(anchor.unit, other.unit, weights)
      if (d >= empty * (pairs + m - 1)) continue
      partners[other.coder]?.push({ rank, d })
    }
    for (const group of partners) {
      if (group.length <= most) continue
      exact = false
      group.sort((a, b) => a.d - b.d).splice(most)
    }
    const members = [first]
    const extend = (coder: number, sum: number) => {
      if (coder === m) {
        const k = members.length
        const cost = (sum + (pairs - (k * (k - 1)) / 2) * empty) / pairs
        if (k > 1 && worthwhile(placed, members, weights, pairs)) {
          candidates.push({ members: [...members].sort((a, b) => a - b), cost })
        }
        return
      }
      extend(coder + 1, sum)
      for (const { rank, d } of partners[coder] ?? []) {
        let more = d
        for (let i = 1; i < members.length; i++) more += between(placed, members[i] ?? 0, rank, weights)
        members.push(rank)
        extend(coder + 1, sum + more)
        members.pop()
      }
    }
    extend(0, 0)
  })
  return { candidates, exact }
}

function between(placed: readonly Placed[], a: number, b: number, weights: GammaWeights): number {
  const [x, y] = [placed[a], placed[b]]
  return x && y ? dissimilarity(x.unit, y.unit, weights) : 0
}

/** Whether no member would do better alone: splitting it off costs one empty unit and frees its pairs. */
function worthwhile(
  placed: readonly Placed[],
  members: readonly number[],
  weights: GammaWeights,
  pairs: number,
): boolean {
  return members.every((member) => {
    let sum = 0
    for (const other of members)
      if (other !== member) sum += between(placed, member, other, weights) - weights.deltaEmpty
    return sum < pairs * weights.deltaEmpty
  })
}

/** Prices on units such that no candidate costs less than its units together, raised in turn as far as they go. */
function pricesOf(candidates: readonly Candidate[], units: number): Float64Array {
  const of: Candidate[][] = Array.from({ length: units }, () => [])
  const prices = new Float64Array(units).fill(Infinity)
  for (const candidate of candidates) {
    const share = candidate.cost / candidate.members.length
    for (const member of candidate.members) {
      of[member]?.push(candidate)
      prices[member] = Math.min(at(prices, member), share)
    }
  }
  const raise = (unit: number) => {
    let slack = Infinity
    for (const { members, cost } of of[unit] ?? []) {
      let rest = cost
      for (const member of members) rest -= at(prices, member)
      if (rest < slack) slack = rest
    }
    prices[unit] = at(prices, unit) + slack
  }
  for (let sweep = 0; sweep < 3; sweep++) {
    for (let unit = 0; unit < units; unit++) raise(unit)
    for (let unit = units - 1; unit >= 0; unit--) raise(unit)
  }
  return prices
}

/** A candidate with its reduced cost and its later members as bits from the unit after its first: low half, high half. */
type Priced = Candidate & { readonly reduced: number; readonly low: number; readonly high: number }

function priced(candidate: Candidate, prices: Float64Array): Priced {
  const first = candidate.members[0] ?? 0
  let { cost: reduced } = candidate
  let [low, high] = [0, 0]
  for (const member of candidate.members) {
    reduced -= at(prices, member)
    const bit = member - first - 1
    if (bit >= HALF) high |= 1 << (bit - HALF)
    else if (bit >= 0) low |= 1 << bit
  }
  return { ...candidate, reduced: Math.max(0, reduced), low, high }
}

/** One state: which of the next units are taken, at what sum of reduced costs, and how it was reached. */
type State = {
  readonly low: number
  readonly high: number
  readonly gap: number
  readonly from: State | null
  readonly by: Priced | null
}

/** The cheapest way through all units keeping at most `limit` states a step and none beyond `ceiling`. */
function search(byFirst: readonly (readonly Priced[])[], limit: number, ceiling: number) {
  let states: State[] = [{ low: 0, high: 0, gap: 0, from: null, by: null }]
  let complete = true
  for (const [step, own] of byFirst.entries()) {
    const next = new Map<number, State>()
    const offer = (state: State) => {
      const key = state.high * 2 ** HALF + state.low
      const known = next.get(key)
      if (!known || state.gap < known.gap) next.set(key, state)
    }
    for (const state of states) {
      const low = (state.low >>> 1) | ((state.high & 1) << (HALF - 1))
      const high = state.high >>> 1
      if (state.low & 1) {
        offer({ low, high, gap: state.gap, from: state.from, by: state.by })
        continue
      }
      for (const candidate of own) {
        const gap = state.gap + candidate.reduced
        if (gap > ceiling) break
        if ((low & candidate.low) !== 0 || (high & candidate.high) !== 0) continue
        offer({ low: (low | candidate.low) & HALF_BITS, high: high | candidate.high, gap, from: state, by: candidate })
      }
    }
    states = [...next.values()]
    const room = Math.min(limit, Math.max(40, Math.floor(WAYS / (byFirst[step + 1]?.length || 1))))
    if (states.length > room) {
      complete = false
      states = states.sort((a, b) => a.gap - b.gap).slice(0, room)
    }
  }
  const last = states[0] ?? null
  const chosen: Priced[] = []
  for (let state: State | null = last; state; state = state.from) if (state.by) chosen.push(state.by)
  return { chosen: chosen.reverse(), gap: last?.gap ?? Infinity, complete }
}
