import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { outline } from '@/core/frequencies/outline'
import { merge } from './code-merge'
import * as queues from './code-queues'
import * as versions from './codebook-versions'
import * as codes from './codes'
import * as codings from './codings'
import * as frequencies from './frequencies'
import * as history from './history'
import * as interviews from './interviews'
import { Forbidden, NotFound } from './refusal'
import * as points from './restore-points'
import { codings as codingRows, transcripts } from './schema'
import { testHouse } from './testing'
import { undo } from './undo'

const text = 'A: Milk wars went on for years.\nB: Nobody won.'
const HOUR = 3_600_000

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2024, 0, 1) }))
afterEach(() => void vi.useRealTimers())

function study() {
  const house = testHouse()
  const { id } = interviews.add(house.owner, {
    ...{ name: 'RU-BY 001', file: '' },
    read: { text, language: 'en', turns: [], speakers: [] },
  })
  const transcriptId = house.db.select({ id: transcripts.id }).from(transcripts).get()?.id ?? ''
  const add = (name: string, parentId: string | null = null) =>
    codes.add(house.owner, { id: crypto.randomUUID(), parentId, name }).id
  const put = (by: typeof house.owner, codeId: string, start: number, end: number) =>
    codings.add(by, { id: crypto.randomUUID(), transcriptId, codeId, start, end }).id
  const later = () => void vi.advanceTimersByTime(HOUR)
  return { house, id, add, put, later, trade: add('trade'), law: add('law') }
}
const count = (house: ReturnType<typeof study>['house'], version: number | null) =>
  Object.fromEntries(
    frequencies
      .count(house.owner, { by: [], count: 'codings', rollUp: false, interviewers: true, coders: null }, version)
      .rows.map((row) => [row.code.path, row.total]),
  )

test('what one person changes in a sitting is one version, and nothing when it is taken back', () => {
  const { house, trade, later, put } = study()
  expect(versions.versions(house.owner).map((one) => one.number)).toEqual([1])
  later()
  codes.change(house.supervisor, trade, { definition: 'Goods over the border' })
  codes.change(house.supervisor, trade, { name: 'commerce' })
  expect(versions.versions(house.owner).map((one) => [one.number, one.by])).toEqual([
    [2, 'Sergey'],
    [1, 'Olga'],
  ])
  expect(versions.codesOf(house.owner, 1).map((one) => one.name)).toEqual(['trade', 'law'])
  codes.change(house.supervisor, trade, { name: 'trade', definition: '' })
  expect(versions.versions(house.owner)).toHaveLength(1)
  codes.change(house.owner, trade, { colour: 7, aliases: ['handel'] })
  expect(versions.versions(house.owner)).toHaveLength(1)
  put(house.owner, trade, 0, 4)
  codes.change(house.owner, trade, { name: 'commerce' })
  expect(versions.versions(house.owner)).toHaveLength(2)
  expect(versions.versions(house.stranger)).toEqual([])
  expect(() => versions.codesOf(house.stranger, 1)).toThrow(NotFound)
})

test('figures of an earlier version count codings for the codes they had then', () => {
  const { house, add, put, later, trade, law } = study()
  put(house.coder, trade, 3, 7)
  const moved = put(house.coder, trade, 8, 12)
  put(house.otherCoder, law, 3, 12)
  later()
  const milk = add('milk wars', trade)
  codings.change(house.coder, moved, { codeId: milk })
  put(house.coder, milk, 13, 17)
  later()
  const own = add('own')
  put(house.coder, own, 20, 24)
  merge(house.owner, law, trade)
  expect(count(house, null)).toEqual({ trade: 1, 'trade/milk wars': 2, own: 1 })
  // A newer code counts for the one above it; where there is none it does not count.
  expect(count(house, 1)).toEqual({ trade: 3, law: 1 })
  expect(count(house, 2)).toEqual({ trade: 1, 'trade/milk wars': 2, law: 1 })
  expect(count(house, 3)).toEqual({ trade: 1, 'trade/milk wars': 2, law: 1, own: 1 })
  expect(() => count(house, 99)).toThrow(NotFound)
  expect(outline(versions.codesOf(house.owner, 1)).map((row) => row.path)).toEqual(['trade', 'law'])
})

test('what was coded under the earlier wording waits to be looked at, each coder sees their own', () => {
  const { house, put, later, trade, law } = study()
  codes.change(house.owner, trade, { definition: 'Goods' })
  const [one, two, three] = [
    put(house.coder, trade, 3, 7),
    put(house.otherCoder, trade, 3, 12),
    put(house.coder, trade, 8, 12),
  ]
  expect(queues.list(house.owner)).toEqual([])
  later()
  codes.change(house.supervisor, trade, { definition: 'Goods and services' })
  const [queue] = queues.list(house.owner)
  expect(queue).toMatchObject({
    codeId: trade,
    kind: 'wording',
    wording: { definition: 'Goods' },
    left: 3,
    done: 0,
    by: 'Sergey',
  })
  const id = queue?.id ?? ''
  later()
  put(house.coder, trade, 20, 24)
  expect([...queues.waitingIn(house.coder, id)].sort()).toEqual([one, three].sort())
  expect(queues.waitingIn(house.viewer, id)).toEqual([])
  expect(() => queues.keep(house.coder, id, two)).toThrow(Forbidden)
  expect(() => queues.keep(house.viewer, id, two)).toThrow(Forbidden)
  expect(() => queues.waitingIn(house.stranger, id)).toThrow(NotFound)
  queues.keep(house.coder, id, one)
  codings.change(house.owner, two, { codeId: law })
  codings.remove(house.coder, three)
  expect(queues.one(house.owner, id)).toMatchObject({ left: 0, done: 1 })
  queues.unkeep(house.coder, id, one)
  expect(queues.waitingIn(house.owner, id)).toEqual([one])
  // Recoded into the code afterwards, it was judged by today's words.
  codings.change(house.owner, two, { codeId: trade })
  expect(queues.waitingIn(house.owner, id)).toEqual([one])
  expect(() => queues.close(house.coder, id)).toThrow(Forbidden)
  queues.close(house.owner, id)
  expect(queues.list(house.owner)).toEqual([])
  queues.reopen(house.owner, id)
  expect(queues.list(house.owner)).toHaveLength(1)
})

test('a wording that is taken back leaves no queue', () => {
  const { house, put, later, trade } = study()
  codes.change(house.owner, trade, { definition: 'Goods' })
  put(house.coder, trade, 3, 7)
  later()
  codes.change(house.owner, trade, { definition: 'Godos' })
  codes.change(house.owner, trade, { definition: 'Goods' })
  expect(queues.list(house.owner)).toEqual([])
})

test('a split code is divided by who leads, everybody’s codings', () => {
  const { house, add, put, later, trade, law } = study()
  put(house.coder, trade, 3, 7)
  put(house.otherCoder, trade, 8, 12)
  const milk = add('milk wars', trade)
  later()
  expect(() => queues.openSplit(house.coder, trade, [law])).toThrow(Forbidden)
  expect(() => queues.openSplit(house.stranger, trade, [law])).toThrow(NotFound)
  const id = queues.openSplit(house.supervisor, trade, [law])
  expect(queues.openSplit(house.supervisor, trade, [milk, law])).toBe(id)
  const [first = ''] = queues.waitingIn(house.supervisor, id)
  codings.change(house.supervisor, first, { codeId: milk })
  queues.keep(house.supervisor, id, first)
  const queue = queues.one(house.supervisor, id)
  expect(queue).toMatchObject({ left: 1, done: 1 })
  expect(queues.targetsOf(house.owner, queue).map((one) => one.name)).toEqual(['milk wars', 'law'])
})

test('an archived code stays with its codings and comes back', () => {
  const { house, put, trade } = study()
  put(house.coder, trade, 3, 7)
  expect(codes.setArchived(house.supervisor, trade, true)).toMatchObject({ archived: true })
  expect(codes.list(house.coder).find((one) => one.id === trade)?.archived).toBe(true)
  expect(count(house, null)).toMatchObject({ trade: 1 })
  const event = history.list(house.supervisor).find((one) => one.kind === 'code.archive')
  undo(house.supervisor, event?.seq ?? 0)
  expect(codes.list(house.coder).find((one) => one.id === trade)?.archived).toBe(false)
  for (const by of [house.coder, house.viewer]) expect(() => codes.setArchived(by, trade, true)).toThrow(Forbidden)
  expect(() => codes.setArchived(house.stranger, trade, true)).toThrow(NotFound)
})

test('a project returns to a restore point and back again, history goes on', () => {
  const { house, id, add, put, later, trade } = study()
  const coding = put(house.coder, trade, 3, 7)
  const state = () => ({
    codes: codes.list(house.owner),
    codings: codings.inInterview(house.owner, id),
    names: interviews.list(house.owner).map((one) => one.name),
  })
  const then = state()
  const point = points.keepPoint(house.owner, 'Before the conference')
  later()
  codings.remove(house.coder, coding)
  put(house.coder, add('new'), 8, 12)
  interviews.rename(house.owner, id, 'RU-BY 001a')
  const now = state()
  const events = history.list(house.owner).length
  const back = points.returnTo(house.owner, point, 'Before the return')
  expect(state()).toEqual(then)
  expect(history.list(house.owner)).toHaveLength(events + 1)
  expect(
    points
      .list(house.owner)
      .map((one) => one.name)
      .sort(),
  ).toEqual(['Before the conference', 'Before the return'])
  // What was done before cannot be taken back one by one any more: its ground is gone.
  const removal = history.list(house.coder).find((one) => one.kind === 'coding.remove')
  expect(() => undo(house.coder, removal?.seq ?? 0)).toThrow('builtOn')
  later()
  const event = history.list(house.owner).find((one) => one.kind === 'project.return')
  undo(house.owner, event?.seq ?? 0)
  expect(state()).toEqual(now)
  expect(house.db.$client.pragma('foreign_key_check')).toEqual([])
  expect(house.db.select().from(codingRows).where(eq(codingRows.id, coding)).all()).toEqual([])
  points.removePoint(house.owner, back)
  for (const by of [house.supervisor, house.coder, house.viewer]) {
    expect(() => points.list(by)).toThrow(Forbidden)
    expect(() => points.keepPoint(by, 'x')).toThrow(Forbidden)
    expect(() => points.returnTo(by, point, 'x')).toThrow(Forbidden)
    expect(() => points.removePoint(by, point)).toThrow(Forbidden)
  }
  expect(() => points.returnTo(house.stranger, point, 'x')).toThrow(NotFound)
  expect(() => points.removePoint(house.stranger, point)).toThrow(NotFound)
})
