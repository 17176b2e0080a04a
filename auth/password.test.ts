import { expect, test } from 'vitest'
import { openIdProvider } from './environment'
import { hash, matches } from './password'

test('a password matches its own hash only, in whatever normal form it is typed', async () => {
  const stored = await hash('длинный пароль é')
  expect(stored.startsWith('scrypt$131072$8$1$')).toBe(true)
  expect(await matches('длинный пароль e\u0301', stored)).toBe(true)
  expect(await matches('длинный пароль', stored)).toBe(false)
  expect(await matches('anything', null)).toBe(false)
})

test('two hashes of one password differ', async () => {
  expect(await hash('the same password')).not.toBe(await hash('the same password'))
})

test('a provider set by half is refused by name, one not set is none', () => {
  expect(openIdProvider({})).toBeNull()
  expect(() => openIdProvider({ OIDC_ISSUER: 'https://id.example.org' })).toThrow(/OIDC_CLIENT_ID/)
  const whole = { OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b', OIDC_NAME: 'University' }
  expect(openIdProvider({ ...whole, OIDC_ISSUER: 'https://id.example.org/' })).toMatchObject({
    issuer: 'https://id.example.org',
    name: 'University',
  })
})
