import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as backup from './backup'
import * as codes from './codes'
import { latest } from './events'
import { migrate } from './migrate'
import { type Db, open } from './open'
import { Forbidden, Refusal } from './refusal'
import { person, testHouse } from './testing'

let folder: string
let db: Db
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'interlinear-'))
  db = open(join(folder, 'interlinear.sqlite'))
  migrate(db)
})
afterEach(() => {
  db.$client.close()
  rmSync(folder, { recursive: true })
})

const start = Date.UTC(2026, 0, 1)
const day = 24 * 3_600_000
const backups = () => backup.backupFolder(folder)
const newCode = (house: ReturnType<typeof testHouse>, name: string) =>
  codes.add(house.owner, { id: crypto.randomUUID(), parentId: null, name })
const names = (house: ReturnType<typeof testHouse>) => codes.list(house.owner).map((code) => code.name)

test('a backup is made once a day, and the newest are kept', async () => {
  expect(await backup.daily(db, backups(), start, 3)).toBe(true)
  expect(await backup.daily(db, backups(), start + day - 1, 3)).toBe(false)
  for (let n = 1; n <= 5; n++) expect(await backup.daily(db, backups(), start + n * day, 3)).toBe(true)
  expect(backup.list(backups()).map((one) => (one.at - start) / day)).toEqual([5, 4, 3])
})

test('what is brought back is the house as it was, and what was there is kept', async () => {
  const house = testHouse(db)
  newCode(house, 'before')
  const file = backup.newBackup(backups(), 'asked', start)
  await backup.copyTo(db, file)
  newCode(house, 'after')
  const seen = latest(house.owner)
  const reader = open(join(folder, 'interlinear.sqlite'))
  await backup.restore(db, backups(), file, start + day, house.owner.userId)
  expect(names(house)).toEqual(['before'])
  expect(latest(house.owner)).toBeGreaterThan(seen)
  expect(reader.$client.prepare('select name from codes').pluck().all()).toEqual(['before'])
  reader.$client.close()
  expect(db.$client.pragma('journal_mode', { simple: true })).toBe('wal')
  newCode(house, 'later')
  expect(names(house)).toEqual(['before', 'later'])
  const kept = backup.list(backups()).find((one) => one.kind === 'restore')
  await backup.restore(db, backups(), join(backups(), kept?.file ?? ''), start + 2 * day, null)
  expect(names(house)).toEqual(['before', 'after'])
  expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('a damaged backup is refused and changes nothing', async () => {
  const house = testHouse(db)
  newCode(house, 'here')
  const file = backup.newBackup(backups(), 'asked', start)
  await backup.copyTo(db, file)
  const bytes = readFileSync(file)
  const broken = join(folder, 'broken.sqlite')
  for (const damaged of [bytes.subarray(0, bytes.length / 2), Buffer.from('no database'), Buffer.alloc(0)]) {
    writeFileSync(broken, damaged)
    await expect(backup.restore(db, backups(), broken, start, null)).rejects.toThrow(Refusal)
  }
  expect(names(house)).toEqual(['here'])
  expect(backup.list(backups())).toHaveLength(1)
})

test('only an administrator handles the backups', async () => {
  const house = testHouse(db)
  const anna = person(db, 'Anja')
  expect(() => backup.byAdmin(anna, backups())).toThrow(Forbidden)
  const admin = backup.byAdmin({ ...anna, admin: true }, backups())
  await admin.make(start)
  newCode(house, 'gone soon')
  const [made] = admin.list()
  await admin.restore(made?.file ?? '', start + 1)
  expect(names(house)).toEqual([])
  expect(() => admin.path('../interlinear.sqlite')).toThrow(Refusal)
})

test('a full disk is said, harms nothing, and work goes on when there is room', () => {
  const house = testHouse(db)
  const pages = Number(db.$client.pragma('page_count', { simple: true }))
  db.$client.pragma(`max_page_count = ${pages + 2}`)
  let stored = 0
  expect(() => {
    for (; stored < 10_000; stored++) newCode(house, `code ${stored}`)
  }).toThrow(/full/)
  expect(names(house)).toHaveLength(stored)
  expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok')
  db.$client.pragma('max_page_count = 1000000')
  newCode(house, 'and on')
  expect(names(house)).toHaveLength(stored + 1)
})
