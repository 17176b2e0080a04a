import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { door } from '@/db/access'
import { databaseFile, open } from '@/db/open'
import { all } from '@/db/projects'

const base = mkdtempSync(join(tmpdir(), 'prepare-'))
const folder = join(base, 'data')
afterAll(() => rmSync(base, { recursive: true, force: true }))

function prepare(sample: 'on' | 'off'): void {
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'cli/index.ts', 'prepare', '--data', folder], {
    env: { ...process.env, INTERLINEAR_SAMPLE: sample },
    encoding: 'utf8',
  })
  expect([done.status, done.stderr]).toEqual([0, ''])
}
const mode = (file: string) => (statSync(file).mode & 0o777).toString(8)
const secret = () => readFileSync(join(folder, 'secret'), 'utf8')
function projects(): number {
  const db = open(databaseFile(folder))
  const found = all(door(db)).length
  db.$client.close()
  return found
}

test('the first start makes folder, database and secret for nobody but their owner', () => {
  prepare('off')
  expect(mode(folder)).toBe('700')
  expect(mode(databaseFile(folder))).toBe('600')
  expect(mode(join(folder, 'secret'))).toBe('600')
  expect(secret().length).toBeGreaterThan(40)
  expect(projects()).toBe(0)
})

test('a later start keeps the secret, closes it again, and does not bring the sample', () => {
  const before = secret()
  chmodSync(join(folder, 'secret'), 0o644)
  prepare('on')
  expect(secret()).toBe(before)
  expect(mode(join(folder, 'secret'))).toBe('600')
  expect(projects()).toBe(0)
})

test('a first start that was stopped before it had made the secret is still the first, and the sample comes once', () => {
  rmSync(join(folder, 'secret'))
  prepare('on')
  expect(projects()).toBe(1)
  rmSync(join(folder, 'secret'))
  prepare('on')
  expect(projects()).toBe(1)
}, 120_000)
