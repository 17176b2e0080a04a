import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as codes from './codes'
import * as interviews from './interviews'
import { migrate } from './migrate'
import { open } from './open'
import { transcripts } from './schema'
import { testHouse } from './testing'

const TIMES = 200
const text = 'Таможню убрали, а потом начались молочные войны, и машины стояли неделями. '.repeat(200)

let folder: string
let program: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'interlinear-'))
  // Beside the packages, so that the database driver is found.
  program = join(process.cwd(), 'node_modules', '.cache', `kill-${process.pid}.mjs`)
  await build({
    entryPoints: ['db/kill.child.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
})
afterAll(() => {
  rmSync(folder, { recursive: true })
  rmSync(program, { force: true })
})

test(`killed ${TIMES} times at any moment, it loses nothing that was acknowledged and damages nothing`, async () => {
  const file = join(folder, 'interlinear.sqlite')
  const db = open(file)
  migrate(db)
  const { owner, coder } = testHouse(db)
  for (const name of ['trade', 'costs', 'border']) codes.add(owner, { id: crypto.randomUUID(), parentId: null, name })
  interviews.add(owner, {
    name: 'one',
    file: '',
    read: { language: 'ru', text, turns: [], speakers: [] },
  })
  const transcriptId = db.select({ id: transcripts.id }).from(transcripts).get()?.id ?? ''
  let seed = 2_463_534_242
  let acknowledged = 0
  for (let n = 0; n < TIMES; n++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    db.$client.exec('delete from codings')
    const lines = await killed(
      [file, coder.userId, coder.projectId, transcriptId, String(text.length), String(seed)],
      seed % 40,
    )
    const expected = new Map<string, readonly unknown[] | null>()
    let last = ''
    for (const line of lines) {
      const [what, id, ...rest] = JSON.parse(line)
      last = id
      if (what === 'gone') expected.set(id, null)
      else if (what === 'there') expected.set(id, rest)
    }
    acknowledged += lines.length
    expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.$client.pragma('foreign_key_check')).toEqual([])
    const stored = db.$client
      .prepare<[], { id: string; start: number; end: number }>('select id, start, "end" from codings')
      .all()
    const byId = new Map(stored.map((row) => [row.id, row]))
    // What was done and not yet said may be there or not: at most one act behind the last line.
    const unsaid = stored.filter((row) => !expected.has(row.id)).length
    const lost = [...expected].filter(([id, range]) => {
      const row = byId.get(id)
      return range === null ? row !== undefined : row?.start !== range[0] || row?.end !== range[1]
    })
    const removedUnsaid = lost.filter(([id, range]) => range !== null && !byId.has(id)).length
    expect({ n, last, lost: lost.length - removedUnsaid }).toEqual({ n, last, lost: 0 })
    expect(unsaid + removedUnsaid).toBeLessThanOrEqual(1)
  }
  expect(acknowledged).toBeGreaterThan(TIMES)
  db.$client.close()
}, 240_000)

/** Runs the workload, kills it `after` milliseconds past its first line, and answers with the whole lines that it said. */
function killed(args: readonly string[], after: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    const lines: string[] = []
    createInterface(child.stdout).on('line', (line) => {
      if (lines.push(line) === 1) setTimeout(() => child.kill('SIGKILL'), after)
    })
    child.on('error', reject)
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error('The workload ended by itself.'))
      else resolve(lines.filter((line) => line.endsWith(']')))
    })
  })
}
