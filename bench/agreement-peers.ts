import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { alphaNominal } from '@/core/agreement/measures/alpha-nominal'
import { fleissKappa } from '@/core/agreement/measures/fleiss-kappa'
import { randomFrom, randomIndex } from '@/core/agreement/random'
import { ratingsOf } from '@/core/agreement/study'

/** A package doing the same work, or why it could not be asked. */
type Peer =
  | { readonly name: string; readonly seconds: number; readonly figure: number }
  | { readonly name: string; readonly why: string }

const units = 100_000

/** Each script reads units.csv (empty cells missing) in its folder, and prints seconds and the figure. */
const peers = [
  {
    name: 'Python krippendorff (nominal alpha)',
    command: 'python3',
    needs: 'krippendorff and numpy',
    script: [
      'import time, numpy as np, krippendorff',
      'd = np.genfromtxt("units.csv", delimiter=",").T',
      't = time.perf_counter()',
      'a = krippendorff.alpha(reliability_data=d, level_of_measurement="nominal")',
      'print(time.perf_counter() - t, a)',
    ],
  },
  {
    name: "Python statsmodels (Fleiss' kappa, complete units)",
    command: 'python3',
    needs: 'statsmodels (Debian: python3-statsmodels)',
    script: [
      'import time, numpy as np',
      'from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa',
      'd = np.genfromtxt("units.csv", delimiter=",")',
      'd = d[~np.isnan(d).any(axis=1)].astype(int)',
      't = time.perf_counter()',
      'k = fleiss_kappa(aggregate_raters(d)[0])',
      'print(time.perf_counter() - t, k)',
    ],
  },
  {
    name: 'R irr (nominal alpha, the first 2,000 units)',
    command: 'Rscript',
    needs: 'R and irr (Debian: r-cran-irr)',
    script: [
      'suppressMessages(library(irr))',
      'd <- t(as.matrix(read.csv("units.csv", header = FALSE)))',
      't <- system.time(a <- kripp.alpha(d[, 1:2000], method = "nominal")$value)[["elapsed"]]',
      'cat(t, a)',
    ],
  },
] as const

function ask(folder: string, peer: (typeof peers)[number]): Peer {
  const file = join(folder, peer.command === 'Rscript' ? 'peer.R' : 'peer.py')
  writeFileSync(file, peer.script.join('\n'))
  const run = spawnSync(peer.command, [file], { cwd: folder, encoding: 'utf8' })
  const [seconds, figure] = (run.stdout ?? '').trim().split(/\s+/).map(Number)
  if (run.status !== 0 || seconds === undefined || figure === undefined)
    return { name: peer.name, why: `not installed: ${peer.needs}` }
  return { name: peer.name, seconds, figure }
}

function main(): void {
  const random = randomFrom(7)
  const rows = Array.from({ length: units }, () => {
    const value = randomIndex(random, 5)
    return [value, random() < 0.8 ? value : randomIndex(random, 5), random() < 0.1 ? null : value]
  })
  const folder = mkdtempSync(join(tmpdir(), 'peers-'))
  writeFileSync(join(folder, 'units.csv'), rows.map((row) => row.map((value) => value ?? '').join(',')).join('\n'))
  for (const [name, measure] of [
    ['nominal alpha', alphaNominal],
    ["Fleiss' kappa", fleissKappa],
  ] as const) {
    const start = performance.now()
    const { value } = measure.compute(ratingsOf(rows))
    const seconds = ((performance.now() - start) / 1000).toFixed(3)
    process.stdout.write(`${seconds} s\t${value}\tInterlinear (${name}, ${units} units of 3 coders)\n`)
  }
  for (const peer of peers) {
    const answer = ask(folder, peer)
    process.stdout.write(
      'why' in answer
        ? `-\t-\t${answer.name}: ${answer.why}\n`
        : `${answer.seconds.toFixed(3)} s\t${answer.figure}\t${answer.name}\n`,
    )
  }
  rmSync(folder, { recursive: true })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main()
