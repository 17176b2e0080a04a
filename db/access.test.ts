import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { account, door, enter, enterAsOperator, mustCode, mustLead, mustOwn } from './access'
import { Forbidden, NotFound } from './refusal'
import { users } from './schema'
import { person, testHouse } from './testing'

const house = testHouse()
const { db, projectId, owner, supervisor, coder, viewer, stranger } = house

describe('entering a project', () => {
  test('gives members their role and nobody else anything', () => {
    const who = account(door(db), coder.userId)
    expect(enter(who, projectId).role).toBe('coder')
    expect(() => enter(account(door(db), stranger.userId), projectId)).toThrow(NotFound)
    expect(() => enter(who, stranger.projectId)).toThrow(NotFound)
    expect(() => enter(who, crypto.randomUUID())).toThrow(NotFound)
  })

  test('is closed to the disabled at once, and to the consensus always', () => {
    const gone = person(db, 'Gone')
    db.update(users).set({ disabled: true }).where(eq(users.id, gone.userId)).run()
    expect(() => account(door(db), gone.userId)).toThrow(NotFound)
    expect(() => account(door(db), house.consensusId)).toThrow(NotFound)
  })

  test('as the operator is entering as the longest-standing owner', () => {
    expect(enterAsOperator(door(db), projectId)).toMatchObject({ userId: owner.userId, role: 'owner' })
    expect(() => enterAsOperator(door(db), 'nothing')).toThrow(NotFound)
  })
})

describe('roles', () => {
  const may = (check: (access: typeof owner) => void) =>
    [owner, supervisor, coder, viewer].map((access) => {
      try {
        check(access)
        return true
      } catch (error) {
        expect(error).toBeInstanceOf(Forbidden)
        return false
      }
    })
  test('coding is for owner, supervisor and coder', () => expect(may(mustCode)).toEqual([true, true, true, false]))
  test('leading is for owner and supervisor', () => expect(may(mustLead)).toEqual([true, true, false, false]))
  test('owning is for the owner', () => expect(may(mustOwn)).toEqual([true, false, false, false]))
})
