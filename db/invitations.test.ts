import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { door } from './access'
import * as invitations from './invitations'
import { list } from './members'
import { Conflict, Forbidden, NotFound } from './refusal'
import { invitations as table } from './schema'
import { person, type TestHouse, testHouse } from './testing'

let house: TestHouse
beforeEach(() => {
  house = testHouse()
})

describe('an invitation', () => {
  test('makes a member once', () => {
    const token = invitations.invite(house.owner, 'coder', 'Dina')
    const dina = person(house.db, 'Dina')
    expect(invitations.offer(door(house.db), token)).toEqual({ kind: 'member', project: 'Borderlands', role: 'coder' })
    expect(invitations.accept(door(house.db), token, () => dina).projectId).toBe(house.projectId)
    expect(list(house.owner).find((member) => member.userId === dina.userId)?.role).toBe('coder')
    expect(() => invitations.accept(door(house.db), token, () => person(house.db, 'Egor'))).toThrow(Conflict)
    expect(invitations.open(house.owner)).toEqual([])
  })

  test('does nothing when accepting fails: the link still works', () => {
    const token = invitations.invite(house.owner, 'coder', '')
    const refuse = () => {
      throw new Conflict('emailTaken')
    }
    expect(() => invitations.accept(door(house.db), token, refuse)).toThrow(Conflict)
    expect(invitations.offer(door(house.db), token).kind).toBe('member')
  })

  test('expires, and can be taken back', () => {
    const old = invitations.invite(house.owner, 'coder', '')
    house.db.update(table).set({ expiresAt: 1 }).run()
    expect(() => invitations.offer(door(house.db), old)).toThrow(new Conflict('linkExpired'))
    const token = invitations.invite(house.owner, 'viewer', 'V')
    const [open] = invitations.open(house.owner)
    if (!open) throw new Error('no open invitation')
    invitations.revoke(house.owner, open.id)
    expect(() => invitations.offer(door(house.db), token)).toThrow(NotFound)
  })

  test("is the owner of the project's to make, see and take back", () => {
    invitations.invite(house.owner, 'coder', '')
    const id = invitations.open(house.owner)[0]?.id ?? ''
    for (const access of [house.supervisor, house.coder, house.viewer]) {
      expect(() => invitations.invite(access, 'coder', '')).toThrow(Forbidden)
      expect(() => invitations.open(access)).toThrow(Forbidden)
      expect(() => invitations.revoke(access, id)).toThrow(Forbidden)
    }
    expect(invitations.open(house.stranger)).toEqual([])
    expect(() => invitations.revoke(house.stranger, id)).toThrow(NotFound)
  })

  test('is stored only as a digest', () => {
    const token = invitations.invite(house.owner, 'coder', '')
    expect(house.db.select().from(table).where(eq(table.tokenHash, token)).all()).toEqual([])
  })
})

test('the first link replaces an earlier unused one', () => {
  const at = door(house.db)
  const one = invitations.first(at)
  const two = invitations.first(at)
  expect(() => invitations.offer(at, one)).toThrow(NotFound)
  expect(invitations.offer(at, two)).toEqual({ kind: 'first' })
})
