import { type Asked, redrawn } from './asked'
import { bootstrapSteps, type Draws, type Redrawn, redrawnMean } from './bootstrap'
import { type Distribution, type Interval, intervalOf } from './distribution'
import type { Material } from './material'
import type { Progress } from './progress'

/**
 * Intervals to be drawn: plain data, so that a worker of any kind can be handed it. With `mean`, the mean of so many of the first figures gets an interval
 * too, after those of all figures.
 */
export type IntervalJob = {
  readonly material: Material
  readonly asked: readonly Asked[]
  readonly draws: Draws
  readonly level: number
  readonly mean?: number
}

/** What a worker says: how far it is, and at the end an interval for each figure asked, or null where there is none. */
export type IntervalNews =
  | ({ readonly kind: 'progress' } & Progress)
  | { readonly kind: 'done'; readonly intervals: readonly (Interval | null)[] }

/** At least this share of draws must have had a figure for the interval to mean anything. */
export const ENOUGH_DRAWS = 0.9

/**
 * Draws all intervals of a job together, the same interviews for all, a step a draw. Stop asking and it is cancelled. A
 * figure that most draws leave undefined, as that of a code found in one interview only, has no interval.
 */
export function* intervalSteps(job: IntervalJob): Generator<Progress, readonly (Interval | null)[]> {
  const own = job.asked.map((asked) => redrawn(job.material, asked))
  const averaged = own.slice(0, job.mean ?? 0).flatMap((figure): Redrawn[] => (figure ? [figure] : []))
  const figures = job.mean === undefined ? own : [...own, averaged.length > 0 ? redrawnMean(averaged) : null]
  const drawn = yield* bootstrapSteps(
    figures.flatMap((figure): Redrawn[] => (figure ? [figure] : [])),
    job.draws,
  )
  let next = 0
  return figures.map((figure) => (figure ? settled(drawn[next++], job.level) : null))
}

function settled(distribution: Distribution | undefined, level: number): Interval | null {
  if (!distribution) return null
  const { sorted, undefinedDraws } = distribution
  return sorted.length >= ENOUGH_DRAWS * (sorted.length + undefinedDraws) ? intervalOf(distribution, level) : null
}

/** Runs a job to its end, telling `post` after each hundredth of the draws and when it is done. */
export function runIntervals(job: IntervalJob, post: (news: IntervalNews) => void): void {
  const steps = intervalSteps(job)
  let told = -1
  for (;;) {
    const step = steps.next()
    if (step.done) {
      post({ kind: 'done', intervals: step.value })
      return
    }
    const percent = Math.floor((100 * step.value.done) / step.value.of)
    if (percent === told) continue
    told = percent
    post({ kind: 'progress', ...step.value })
  }
}
