import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { testHouse } from '@/db/testing'
import { drop, keep, kept, sweep } from './staging'

vi.mock('server-only', () => ({}))

const house = testHouse()
const batch = crypto.randomUUID()
const id = crypto.randomUUID()
const file = { name: 'study/../Интервью 1.txt', bytes: new TextEncoder().encode('Q: Why?') }
const text = (staged: { bytes: Uint8Array } | null) => (staged ? new TextDecoder().decode(staged.bytes) : null)

let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'interlinear-'))
  vi.stubEnv('INTERLINEAR_DATA', data)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(data, { recursive: true })
})

it('a file waits for the person who sent it, in its project, and for nobody else', async () => {
  await keep(house.owner, batch, id, file)
  const back = await kept(house.owner, batch, id)
  expect([back?.name, text(back)]).toEqual([file.name, 'Q: Why?'])
  for (const other of [house.supervisor, house.stranger]) expect(await kept(other, batch, id)).toBeNull()
})

it('no name of a file becomes a path', async () => {
  await keep(house.owner, batch, id, file)
  const at = join(data, 'staging', house.projectId, house.owner.userId, batch)
  expect(readdirSync(at).sort()).toEqual([`${id}.bytes`, `${id}.name`])
})

it('a file is forgotten alone, or with its batch', async () => {
  const other = crypto.randomUUID()
  await keep(house.owner, batch, id, file)
  await keep(house.owner, batch, other, file)
  await drop(house.owner, batch, id)
  expect([await kept(house.owner, batch, id), text(await kept(house.owner, batch, other))]).toEqual([null, 'Q: Why?'])
  await drop(house.owner, batch)
  expect(await kept(house.owner, batch, other)).toBeNull()
})

it('what nobody touched for a day is swept away, the rest stays', async () => {
  await sweep()
  const old = crypto.randomUUID()
  await keep(house.owner, old, id, file)
  await keep(house.owner, batch, id, file)
  const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000)
  utimesSync(join(data, 'staging', house.projectId, house.owner.userId, old), yesterday, yesterday)
  await sweep()
  expect(await kept(house.owner, old, id)).toBeNull()
  expect(text(await kept(house.owner, batch, id))).toBe('Q: Why?')
})
