/** A stretch of letters that two texts share: `length` UTF-16 units at `before` in the one and at `after` in the other. */
export type Run = { readonly before: number; readonly after: number; readonly length: number }

type Pair = { readonly a: number; readonly b: number }
type Box = { readonly a: number; readonly aEnd: number; readonly b: number; readonly bEnd: number }
type Tokens = { readonly at: Uint32Array; readonly kind: Uint32Array; readonly length: number }

const TOKEN = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu
// Beyond so many differences in one stretch the search for the shortest script costs more than it finds.
const MOST_DIFFERENCES = 400

/**
 * What two texts have in common, in order: words and marks that stand in both, found as a shortest edit script (Myers 1986, "An O(ND) difference
 * algorithm", Algorithmica 1) and, where they differ too much for that, between words that occur once in each (patience difference, B. Cohen).
 */
export function commonRuns(before: string, after: string): readonly Run[] {
  const known = new Map<string, number>()
  const a = tokens(before, known)
  const b = tokens(after, known)
  const pairs: Pair[] = []
  collect(a, b, { a: 0, aEnd: a.length, b: 0, bEnd: b.length }, pairs)
  const length = (token: number): number => (a.at[token * 2 + 1] ?? 0) - (a.at[token * 2] ?? 0)
  return pairs.map((pair) => ({
    before: a.at[pair.a * 2] ?? 0,
    after: b.at[pair.b * 2] ?? 0,
    length: length(pair.a),
  }))
}

function tokens(text: string, known: Map<string, number>): Tokens {
  const at: number[] = []
  const kind: number[] = []
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    at.push(index, index + token.length)
    const number = known.get(token) ?? known.size
    if (number === known.size) known.set(token, number)
    kind.push(number)
  }
  return { at: Uint32Array.from(at), kind: Uint32Array.from(kind), length: kind.length }
}

function collect(a: Tokens, b: Tokens, whole: Box, pairs: Pair[]): void {
  // An explicit stack: texts of many differences must not exhaust the call stack.
  const open: (Box | { readonly run: Pair; readonly length: number })[] = [whole]
  for (let next = open.pop(); next; next = open.pop()) {
    if ('run' in next) {
      for (let i = 0; i < next.length; i++) pairs.push({ a: next.run.a + i, b: next.run.b + i })
      continue
    }
    let { a: from, aEnd, b: to, bEnd } = next
    const first = { a: from, b: to }
    while (from < aEnd && to < bEnd && a.kind[from] === b.kind[to]) {
      from++
      to++
    }
    const tail = Math.min(aEnd - from, bEnd - to)
    let last = 0
    while (last < tail && a.kind[aEnd - last - 1] === b.kind[bEnd - last - 1]) last++
    aEnd -= last
    bEnd -= last
    const inner = between(a, b, { a: from, aEnd, b: to, bEnd })
    open.push({ run: { a: aEnd, b: bEnd }, length: last })
    for (const one of inner.toReversed()) open.push(one)
    open.push({ run: first, length: from - first.a })
  }
}

/** What to look at inside a stretch whose ends differ: finished runs, or smaller boxes between words that occur once. */
function between(a: Tokens, b: Tokens, box: Box): (Box | { run: Pair; length: number })[] {
  if (box.a === box.aEnd || box.b === box.bEnd) return []
  const script = shortest(a, b, box)
  if (script) return script.map((run) => ({ run, length: 1 }))
  const anchors = patience(a, b, box)
  const found: (Box | { run: Pair; length: number })[] = []
  let from = { a: box.a, b: box.b }
  for (const anchor of anchors) {
    found.push({ a: from.a, aEnd: anchor.a, b: from.b, bEnd: anchor.b }, { run: anchor, length: 1 })
    from = { a: anchor.a + 1, b: anchor.b + 1 }
  }
  if (anchors.length > 0) found.push({ a: from.a, aEnd: box.aEnd, b: from.b, bEnd: box.bEnd })
  return found
}

/** Myers' greedy search for the shortest edit script, its matches in order; null when there are more than MOST_DIFFERENCES. */
function shortest(a: Tokens, b: Tokens, box: Box): readonly Pair[] | null {
  const n = box.aEnd - box.a
  const m = box.bEnd - box.b
  const most = Math.min(n + m, MOST_DIFFERENCES)
  const reach = new Int32Array(2 * most + 3)
  const zero = most + 1
  const trail: Int32Array[] = []
  for (let d = 0; d <= most; d++) {
    trail.push(reach.slice(zero - d - 1, zero + d + 2))
    for (let k = -d; k <= d; k += 2) {
      const left = reach[zero + k - 1] ?? 0
      const right = reach[zero + k + 1] ?? 0
      let x = k === -d || (k !== d && left < right) ? right : left + 1
      while (x < n && x - k < m && a.kind[box.a + x] === b.kind[box.b + x - k]) x++
      reach[zero + k] = x
      if (x >= n && x - k >= m) return matches(trail, d, k, x, box)
    }
  }
  return null
}

function matches(trail: readonly Int32Array[], last: number, k: number, end: number, box: Box): readonly Pair[] {
  const found: Pair[] = []
  let x = end
  let diagonal = k
  for (let d = last; d >= 0; d--) {
    const reach = trail[d] ?? new Int32Array(0)
    const at = (key: number): number => reach[key + d + 1] ?? 0
    const down = diagonal === -d || (diagonal !== d && at(diagonal - 1) < at(diagonal + 1))
    const previous = down ? diagonal + 1 : diagonal - 1
    const start = d === 0 ? 0 : down ? at(previous) : at(previous) + 1
    for (; x > start; x--) found.push({ a: box.a + x - 1, b: box.b + x - 1 - diagonal })
    x = d === 0 ? 0 : at(previous)
    diagonal = previous
  }
  return found.toReversed()
}

/** Words that occur once in either stretch, the longest chain of them that keeps their order in both. */
function patience(a: Tokens, b: Tokens, box: Box): readonly Pair[] {
  const places = new Map<number, { a: number; b: number; times: number; timesB: number }>()
  for (let i = box.a; i < box.aEnd; i++) {
    const kind = a.kind[i] ?? 0
    const place = places.get(kind)
    if (place) place.times++
    else places.set(kind, { a: i, b: -1, times: 1, timesB: 0 })
  }
  for (let i = box.b; i < box.bEnd; i++) {
    const place = places.get(b.kind[i] ?? 0)
    if (!place) continue
    place.timesB++
    place.b = i
  }
  const once = [...places.values()].filter((place) => place.times === 1 && place.timesB === 1)
  const ends: number[] = []
  const before = new Int32Array(once.length).fill(-1)
  once.forEach((place, i) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((once[ends[middle] ?? 0]?.b ?? 0) < place.b) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = i
  })
  const chain: Pair[] = []
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const place = once[i]
    if (place) chain.push({ a: place.a, b: place.b })
  }
  return chain.toReversed()
}
