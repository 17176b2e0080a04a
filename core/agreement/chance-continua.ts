import { type Random, randomIndex, randomNormal } from './random'
import { total } from './ratings-tally'
import type { Continuum, Segment } from './study'

/** How random continua are drawn for gamma's expected disorder; the two give slightly different figures. */
export type ChanceSampler = 'shift' | 'statistical'

/**
 * One random continuum with the coders of `document`, as their segments in its order. `shift` (Mathet et al. 2015, section
 * 4.3): each coder's own segments moved by a random distance and wrapped at the end, no segment cut. `statistical`
 * (pygamma-agreement's default): numbers, lengths, gaps and values drawn from the distributions of all coders together.
 */
export function chanceContinuum(document: Continuum, sampler: ChanceSampler, random: Random): Segment[][] {
  return sampler === 'shift' ? shifted(document, random) : drawn(document, random)
}

function shifted(document: Continuum, random: Random): Segment[][] {
  return document.segments.map((own) => {
    const by = random() * document.length
    return own
      .map(({ start, end, value }) => {
        const back = start + by >= document.length ? document.length : 0
        return { start: start + by - back, end: end + by - back, value }
      })
      .sort((a, b) => a.start - b.start)
  })
}

function drawn(document: Continuum, random: Random): Segment[][] {
  const all = document.segments.flat()
  const lengths = spread(all.map(({ start, end }) => end - start))
  const gaps = spread(
    document.segments.flatMap((own) => own.map((segment, i) => segment.start - (own[i - 1]?.end ?? 0))),
  )
  const numbers = spread(document.segments.map((own) => own.length))
  return document.segments.map(() => {
    const count = Math.abs(Math.trunc(randomNormal(random, numbers.mean, numbers.deviation)))
    let from = 0
    return Array.from({ length: all.length === 0 ? 0 : count }, () => {
      const start = from + randomNormal(random, gaps.mean, gaps.deviation)
      const length = Math.abs(randomNormal(random, lengths.mean, lengths.deviation))
      const end = start + Math.max(length, Number.EPSILON * Math.max(1, Math.abs(start)) * 4)
      from = end
      return { start, end, value: all[randomIndex(random, all.length)]?.value ?? 0 }
    })
  })
}

function spread(numbers: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = numbers.length > 0 ? total(numbers) / numbers.length : 0
  return { mean, deviation: Math.sqrt(total(numbers.map((n) => (n - mean) ** 2)) / Math.max(1, numbers.length)) }
}
