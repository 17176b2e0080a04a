import { expect, test } from 'vitest'
import { differences } from '@/core/rounds/differences'
import { account, door, enter } from '@/db/access'
import { compared } from '@/db/agreement'
import * as codings from '@/db/codings'
import * as decisions from '@/db/decisions'
import * as memos from '@/db/memos'
import * as rounds from '@/db/rounds'
import { person, testDb } from '@/db/testing'
import * as translations from '@/db/translations'
import { coded } from './coders'
import { compose } from './compose'
import { load } from './load'
import { readMaterial } from './material'

test('a loaded study has the memos of its team and the translations of its passages', () => {
  const db = testDb()
  const owner = person(db, 'Owner')
  const id = load(owner, { interviews: 20 })
  const access = enter(account(door(db), owner.userId), id)
  const study = compose(readMaterial(), { interviews: 20 })
  expect(memos.list(access)).toHaveLength(study.memos.length)
  expect(
    memos
      .list(access)
      .filter(({ subject }) => subject.kind === 'code')
      .map(({ subject }) => subject.name),
  ).not.toContain(null)
  const stored = [...translations.counts(access).values()].reduce((all, n) => all + n, 0)
  const written = study.interviews.flatMap(({ answers }) => answers.filter((one) => one.translation !== null))
  expect(stored).toBe(written.length)
  expect(stored).toBeGreaterThan(0)
})

test('a loaded study has a closed round, decided to the end, and an open one that waits for its third coders', () => {
  const db = testDb()
  const owner = person(db, 'Owner')
  const id = load(owner, { interviews: 40 })
  const access = enter(account(door(db), owner.userId), id)
  const work = coded(compose(readMaterial(), { interviews: 40 }))
  const byName = new Map(rounds.list(access).map((one) => [one.name, one]))
  const [closed, open] = [byName.get('First round'), byName.get('Second round')]
  expect([closed?.state, closed?.blind, open?.state, open?.blind]).toEqual(['closed', true, 'open', true])
  if (!closed || !open) return

  const all = differences(compared(access, closed.id).snapshot, 1)
  const made = decisions.ofRound(access, closed.id)
  expect(all.filter(({ key }) => !made.has(key))).toEqual([])
  const reasoned = [...made.values()].filter(({ note }) => note !== '')
  expect(reasoned.length).toBeGreaterThan(20)
  expect(new Set(work.decisions.map(({ reason }) => reason))).toEqual(new Set(reasoned.map(({ note }) => note)))

  const consensus = work.codings.filter(({ coder }) => coder === 'consensus').length
  expect(new Set([...made.values()].flatMap((one) => one.made)).size).toBe(consensus)

  const waiting = rounds.progress(access, open.id).filter(({ doneAt }) => doneAt === null)
  const thirds = work.rounds[1]?.interviews.filter((at) => (work.assigned.get(at)?.length ?? 0) > 2) ?? []
  expect(waiting).toHaveLength(thirds.length)

  // Blind for its coders, and open to who supervises the sample.
  const first = waiting[0]
  if (!first) throw new Error('nobody is awaited')
  const their = enter(account(door(db), first.coderId), id)
  const seen = codings.inInterview(their, first.interviewId)
  expect(new Set(seen.map((one) => one.coderId))).toEqual(new Set([first.coderId]))
})
