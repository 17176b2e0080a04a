import { figure, none, type Result } from '../result'

/** One segmentation as a mask over the places between elements: true where a boundary is. */
export type Boundaries = readonly boolean[]

/** Boundaries from the lengths of segments: a boundary after every segment but the last. */
export function boundariesOfMasses(masses: readonly number[]): boolean[] {
  const places = new Array<boolean>(Math.max(0, masses.reduce((a, b) => a + b, 0) - 1)).fill(false)
  let position = 0
  for (const mass of masses.slice(0, -1)) {
    position += mass
    places[position - 1] = true
  }
  return places
}

/** Half the mean segment of the reference, the usual window: n / (2 boundaries), at least 1. */
export function usualWindow(reference: Boundaries): number {
  const boundaries = reference.filter(Boolean).length
  return Math.max(1, Math.round(reference.length / (2 * Math.max(1, boundaries))))
}

function windows(
  reference: Boundaries,
  hypothesis: Boundaries,
  k: number,
  differ: (a: number, b: number) => boolean,
): Result {
  const count = reference.length - k + 1
  if (reference.length === 0 || reference.length !== hypothesis.length || k < 1 || count < 1) return none('empty')
  let [a, b, wrong] = [0, 0, 0]
  for (let end = 0; end < reference.length; end++) {
    a += Number(reference[end] ?? false) - Number(reference[end - k] ?? false)
    b += Number(hypothesis[end] ?? false) - Number(hypothesis[end - k] ?? false)
    if (end >= k - 1 && differ(a, b)) wrong++
  }
  return figure(wrong / count, count)
}

/** WindowDiff (Pevzner & Hearst 2002): the share of n - k + 1 windows of k places whose numbers of boundaries differ. 0 is best. */
export function windowDiff(reference: Boundaries, hypothesis: Boundaries, k: number): Result {
  return windows(reference, hypothesis, k, (a, b) => a !== b)
}

/** P_k (Beeferman, Berger & Lafferty 1999): the share of windows where one has a boundary and the other none. 0 is best. */
export function pK(reference: Boundaries, hypothesis: Boundaries, k: number): Result {
  return windows(reference, hypothesis, k, (a, b) => a > 0 !== b > 0)
}

/**
 * Boundary similarity B (Fournier 2013): 1 - (A + sum_T distance / n_t) / (A + T + matches), with A boundaries only one side
 * has, T those moved by fewer than `n_t` places, nearest first. Two segmentations without boundaries are alike.
 */
export function boundarySimilarity(a: Boundaries, b: Boundaries, nt = 2): Result {
  if (a.length !== b.length) return none('empty')
  const onlyA = new Set<number>()
  const onlyB = new Set<number>()
  let matched = 0
  a.forEach((has, place) => {
    if (has && b[place]) matched++
    else if (has) onlyA.add(place)
    else if (b[place]) onlyB.add(place)
  })
  let [moved, cost] = [0, 0]
  for (let distance = 1; distance < nt; distance++) {
    for (const place of [...onlyA]) {
      const other = [place - distance, place + distance].find((candidate) => onlyB.has(candidate))
      if (other === undefined) continue
      onlyA.delete(place)
      onlyB.delete(other)
      moved++
      cost += distance / nt
    }
  }
  const lone = onlyA.size + onlyB.size
  const all = lone + moved + matched
  return all === 0 ? figure(1, a.length) : figure(1 - (lone + cost) / all, a.length)
}
