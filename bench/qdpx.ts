import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ExchangeProject } from '@/core/exchange/project'
import { whole } from '@/db/exchange-export'
import { bring } from '@/db/exchange-import'
import { add } from '@/db/projects'
import { person, testDb } from '@/db/testing'
import { qdpx } from '@/formats/qdpx'
import { writeQdpx } from '@/formats/qdpx/write'

/* A .qdpx of 1,000 sources and 100,000 codings: read into the database in 30 s, written out of it in 15 s, memory under 1 GB. */

const SOURCES = 1000
const EACH = 100
const id = (kind: number, n: number) =>
  `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
const line = (n: number) =>
  `${n % 2 === 0 ? 'И' : 'Р'}: Мы возим молоко через границу уже ${n} лет, и 😀 ничего не меняется.\n`
const text = Array.from({ length: 120 }, (_, n) => line(n)).join('')
const place = (n: number) => {
  const start = text.indexOf('Мы возим', (n * 70) % (text.length - 200))
  return { start, end: start + 20 + (n % 30) }
}

const project = (): ExchangeProject => ({
  ...{ name: 'bench', origin: '', description: '', variables: [], cases: [], notes: [], noteIds: [], sets: [] },
  users: [0, 1, 2].map((n) => ({ id: id(1, n), name: `coder ${n}`, email: '' })),
  codes: Array.from({ length: 200 }, (_, n) => ({
    ...{ id: id(2, n), name: `code ${n}`, codable: true, colour: null, description: '', noteIds: [], codes: [] },
  })),
  sources: Array.from({ length: SOURCES }, (_, s) => ({
    ...{
      id: id(3, s),
      name: `Interview ${s}`,
      description: '',
      text,
      userId: null,
      at: 0,
      codings: [],
      noteIds: [],
      values: [],
    },
    selections: Array.from({ length: EACH }, (_, n) => {
      const userId = id(1, n % 3)
      const codings = [{ id: id(4, s * EACH + n), codeId: id(2, n), userId, at: 1e12, noteIds: [] }]
      return { id: id(5, s * EACH + n), ...place(n), comment: '', userId, at: 1e12, codings, noteIds: [] }
    }),
  })),
})

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)
const memory = () => `memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB (of 1024)`

// Reading and writing have a process of their own, so that the memory is theirs alone.
const [, , asked] = process.argv
if (asked === undefined) {
  const file = join(mkdtempSync(join(tmpdir(), 'bench-')), 'bench.qdpx')
  writeFileSync(file, writeQdpx(project()).bytes)
  execFileSync(process.execPath, ['--import', 'tsx', import.meta.filename, file], { stdio: 'inherit' })
  rmSync(dirname(file), { recursive: true })
} else {
  const access = add(person(testDb(), 'Bench'), { name: 'Bench' })
  const begun = performance.now()
  const reading = await qdpx.read('bench.qdpx', new Uint8Array(readFileSync(asked)), undefined)
  if ('refused' in reading) throw new Error(reading.refused.key)
  const parsed = seconds(begun)
  const { interviews, codings } = bring(access, reading.value.project)
  console.log(
    `read    ${seconds(begun)} s (of 30; the file alone ${parsed}), ${interviews.length} sources, ${codings} codings, ${memory()}`,
  )
  const then = performance.now()
  const bytes = writeQdpx(whole(access)).bytes
  console.log(`written ${seconds(then)} s (of 15), ${(bytes.length / 2 ** 20).toFixed(1)} MB, ${memory()}`)
}
