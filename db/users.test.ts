import { beforeEach, describe, expect, test } from 'vitest'
import { type Door, door } from './access'
import { Conflict, NotFound } from './refusal'
import { testDb } from './testing'
import * as users from './users'

let at: Door
beforeEach(() => {
  at = door(testDb())
})
const anna = { email: ' Anna@Example.org', name: ' Anna  K. ', passwordHash: 'hash' }

describe('accounts', () => {
  test('are found by their address in any case, and exist once', () => {
    const who = users.add(at, anna)
    expect(users.credentials(at, 'ANNA@example.ORG')).toMatchObject({
      id: who.userId,
      name: 'Anna K.',
      passwordHash: 'hash',
    })
    expect(() => users.add(at, anna)).toThrow(Conflict)
  })

  test('are nobody while disabled, and their sessions end', () => {
    const who = users.add(at, anna)
    users.setDisabled(at, anna.email, true)
    expect(users.identify(at, who.userId)).toBeNull()
    expect(users.credentials(at, anna.email)).toBeNull()
    users.setDisabled(at, anna.email, false)
    expect(users.identify(at, who.userId)?.sessionVersion).toBe(3)
    expect(() => users.setDisabled(at, 'nobody@example.org', true)).toThrow(NotFound)
  })

  test('get a new session version with a new password', () => {
    const who = users.add(at, anna)
    expect(users.setPassword(who, 'other')).toBe(2)
    expect(users.passwordHash(who)).toBe('other')
  })

  test('keep what a person set on the screens, key by key', () => {
    const who = users.add(at, anna)
    users.setSetting(who, 'width', 260)
    users.setSetting(who, 'pins', ['a'])
    expect(users.settings(who)).toEqual({ width: 260, pins: ['a'] })
  })
})

describe('failed sign-ins', () => {
  const now = 1_700_000_000_000
  test('close the door for the account after ten, from whatever address, for a quarter of an hour', () => {
    for (let n = 0; n < users.limits.account; n++) {
      expect(users.closed(at, anna.email, 'x', now)).toBe(false)
      users.failed(at, anna.email, `address ${n}`, now)
    }
    expect(users.closed(at, 'anna@example.org', 'elsewhere', now)).toBe(true)
    expect(users.closed(at, 'boris@example.org', 'elsewhere', now)).toBe(false)
    expect(users.closed(at, anna.email, 'x', now + users.limits.window)).toBe(false)
  })

  test('close the door for an address after thirty, for whatever account', () => {
    for (let n = 0; n < users.limits.address; n++) users.failed(at, `person-${n}@example.org`, 'here', now)
    expect(users.closed(at, 'new@example.org', 'here', now)).toBe(true)
    expect(users.closed(at, 'new@example.org', 'there', now)).toBe(false)
  })

  test('are forgiven to the account, not to the address, by a success', () => {
    for (let n = 0; n < users.limits.account; n++) users.failed(at, anna.email, 'here', now)
    users.succeeded(at, anna.email)
    expect(users.closed(at, anna.email, 'here', now)).toBe(false)
  })
})
