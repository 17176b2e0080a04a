import { expect, test } from 'vitest'
import { account, door, enter } from '@/db/access'
import * as memos from '@/db/memos'
import { person, testDb } from '@/db/testing'
import * as translations from '@/db/translations'
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
