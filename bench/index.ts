import { availableParallelism, cpus, loadavg } from 'node:os'
import { type Row, table } from './row'

const questions: Readonly<Record<string, () => Promise<{ rows: () => Promise<readonly Row[]> }>>> = {
  opening: () => import('./opening'),
  coding: () => import('./coding'),
  frequencies: () => import('./frequencies'),
  analysis: () => import('./analysis'),
  excerpts: () => import('./excerpts'),
  quotes: () => import('./quotes'),
  search: () => import('./search'),
  importing: () => import('./importing'),
  starting: () => import('./starting'),
  agreement: async () => ({ rows: agreement }),
  'long-text': () => import('./long-text'),
  masking: () => import('./masking'),
  correcting: () => import('./correcting'),
  together: () => import('./together'),
}

async function agreement(): Promise<readonly Row[]> {
  const { agreementRows } = await import('./agreement')
  return (await agreementRows()).map(({ what, seconds, target }) => ({
    what: `Agreement: ${what}`,
    runs: [seconds * 1000],
    aim: target * 1000,
  }))
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in questions))
if (unknown.length > 0) {
  console.error(`No question “${unknown.join('”, “')}”. There are: ${Object.keys(questions).join(', ')}.`)
  process.exit(2)
}

const rows: Row[] = []
for (const [name, question] of Object.entries(questions)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  process.stderr.write(`${name} …\n`)
  rows.push(...(await (await question()).rows()))
}
const cores = availableParallelism()
console.log(`${cores} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}\n`)
console.log(table(rows))
const [load = 0] = loadavg()
if (load > cores)
  console.log(
    `\nOther programs were busy as well (load ${load.toFixed(1)} on ${cores} cores): times are longer than they need be.`,
  )
