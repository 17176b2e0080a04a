import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Asked, answered } from '@/core/agreement/asked'
import { alphaBootstrapByUnits } from '@/core/agreement/bootstrap'
import type { IntervalJob } from '@/core/agreement/job'
import type { Choice, Material, Question } from '@/core/agreement/material'
import { continuaMeasures, otherContinuaMeasures, ratingsMeasures } from '@/core/agreement/measures'
import { alphaNominal } from '@/core/agreement/measures/alpha-nominal'
import { alphaU1995 } from '@/core/agreement/measures/alpha-u-1995'
import { gammaReport, usualGamma } from '@/core/agreement/measures/gamma'
import { randomFrom, randomIndex } from '@/core/agreement/random'
import { continuaOf, type MarkedText, ratingsOf } from '@/core/agreement/study'
import { continuaStudy } from '@/core/agreement/study-of'
import { composedMaterial } from './agreement-material'

/** A row of the table: what was done, how long it took in seconds (median of runs), and what it should not exceed. */
export type Row = { readonly what: string; readonly seconds: number; readonly target: number }

const characters: Choice = { unit: 'character', withInterviewer: true, rollUp: false, share: 0 }
const small = { interviews: 101, coders: 3, codings: 15_000, codes: 40 }
const large = { ...small, codings: 150_000 }

const names = [...ratingsMeasures, ...continuaMeasures, ...otherContinuaMeasures]
  .map(({ id }) => id)
  .filter((id) => !id.startsWith('gamma'))

function questionsOf(material: Material): Question[] {
  const codes = material.codes.map(({ id }) => id)
  return [{ about: 'group', codes }, ...codes.map((code): Question => ({ about: 'code', code }))]
}

function median(runs: number, run: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    run()
    return (performance.now() - start) / 1000
  }).sort((a, b) => a - b)
  return times[Math.floor(runs / 2)] ?? Number.NaN
}

function everything(material: Material): void {
  const fresh = { ...material }
  for (const question of questionsOf(fresh)) {
    for (const measure of names) answered(fresh, { measure, question, choice: characters })
  }
}

function intervalsInWorker(job: IntervalJob): Promise<number> {
  return new Promise((done, failed) => {
    const start = performance.now()
    const entry = JSON.stringify(new URL('./agreement-worker.ts', import.meta.url).href)
    const worker = new Worker(`import('tsx/esm/api').then(({ register }) => { register(); return import(${entry}) })`, {
      eval: true,
      workerData: job,
    })
    worker.on('message', (news) => {
      if (news.kind === 'done') done((performance.now() - start) / 1000)
    })
    worker.on('error', failed)
  })
}

function gammaText(): MarkedText {
  const vector = ['..', '../..']
    .map((up) => resolve(process.cwd(), up, 'shared/agreement/vectors/public/pygamma-3by100.json'))
    .find((path) => existsSync(path))
  if (vector) {
    const { continuum } = JSON.parse(readFileSync(vector, 'utf8')).data
    return { id: '', length: continuum.length, coders: continuum.coders, marks: continuum.segments }
  }
  const [only] = composedMaterial({ interviews: 1, coders: 3, codings: 372, codes: 4 }, 3).interviews
  const { codings } = composedMaterial({ interviews: 1, coders: 3, codings: 372, codes: 4 }, 3)
  return { id: '', length: only?.length ?? 0, coders: only?.coders ?? [], marks: codings }
}

/** Times the engine; nothing is printed. */
export async function agreementRows(): Promise<Row[]> {
  const material = composedMaterial(small, 1)
  const more = composedMaterial(large, 2)
  const asked: Asked[] = questionsOf(material).flatMap((question) =>
    ['u_alpha_binary', 'u_alpha_nominal', 'cu_alpha_nominal', 'alpha_nominal', 'cohen_kappa', 'gwet_ac1'].map(
      (measure) => ({
        measure,
        question,
        choice: characters,
      }),
    ),
  )
  const random = randomFrom(4)
  const units = Array.from({ length: 1_000_000 }, () => {
    const value = randomIndex(random, 5)
    return [value, random() < 0.8 ? value : randomIndex(random, 5), random() < 0.1 ? null : value]
  })
  const gamma = continuaOf([gammaText()])
  const group = questionsOf(material)[0] ?? { about: 'group', codes: [] }
  return [
    {
      what: '101 interviews, 15,000 codings, 40 codes: all measures per code and over all',
      seconds: median(9, () => everything(material)),
      target: 0.2,
    },
    {
      what: `the same: 1,000 bootstrap samples of ${asked.length} figures, in a worker`,
      seconds: await intervalsInWorker({ material, asked, draws: { samples: 1000, seed: 1 }, level: 0.95 }),
      target: 5,
    },
    {
      what: '150,000 codings: all measures per code and over all',
      seconds: median(3, () => everything(more)),
      target: 2,
    },
    {
      what: '15,000 codings: alpha_U of 1995, all codes',
      seconds: median(5, () => void alphaU1995.compute(continuaStudy(material, group, characters))),
      target: 0.88,
    },
    {
      what: 'nominal alpha, 1,000,000 units of 3 coders',
      seconds: median(5, () => void alphaNominal.compute(ratingsOf(units))),
      target: 0.4,
    },
    {
      what: 'bootstrap over units: 1,000 samples of 10,000 units',
      seconds: median(
        3,
        () => void alphaBootstrapByUnits(ratingsOf(units.slice(0, 10_000)), { samples: 1000, seed: 1 }),
      ),
      target: 5,
    },
    {
      what: 'gamma, 30 random continua, 3 coders x 124 units',
      seconds: median(
        5,
        () => void gammaReport(gamma, { ...usualGamma, weights: { alpha: 3, beta: 1, deltaEmpty: 1 } }),
      ),
      target: 1.5,
    },
  ]
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { what, seconds, target } of await agreementRows()) {
    process.stdout.write(`${seconds.toFixed(3).padStart(8)} s  (at most ${target} s)  ${what}\n`)
  }
}
