import type { Server } from 'node:http'
import type { Page } from '@playwright/test'
import * as invitations from '@/db/invitations'
import * as members from '@/db/members'
import { expect, person, project, test } from './house'
import { type Claims, provider } from './provider'

let says: Claims = { email: '', name: '', email_verified: true }
let server: Server
test.beforeAll(async () => {
  server = await provider(() => says)
})
test.afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

const byProvider = (page: Page) => page.getByRole('button', { name: /University of Somewhere/ }).click()

test('a known address signs in through the provider that the sign-in page names', async ({ page }) => {
  const anna = person('Anna')
  says = { email: anna.email, name: 'Anna', email_verified: true }
  await page.goto('/sign-in')
  await byProvider(page)
  await page.waitForURL('**/projects')
})

test('an unknown or unconfirmed address is not let in', async ({ page }) => {
  const anna = person('Anna')
  for (const claims of [
    { email: 'nobody@example.org', name: 'Nobody', email_verified: true },
    { email: anna.email, name: 'Anna', email_verified: false },
  ]) {
    says = claims
    await page.goto('/sign-in')
    await byProvider(page)
    await page.waitForURL(/sign-in\?.*error/)
    await page.goto('/projects')
    await expect(page).toHaveURL(/sign-in/)
  }
})

test('who holds an invitation becomes a member through the provider', async ({ page }) => {
  const owner = person('Olga')
  const access = project(owner)
  const token = invitations.invite(access, 'coder', '')
  const email = `new-${token.slice(0, 8).toLowerCase()}@example.org`
  says = { email, name: 'New Coder', email_verified: true }
  await page.goto(`/invitation/${token}`)
  await byProvider(page)
  await page.waitForURL('**/projects**')
  expect(members.list(access).map((one) => [one.name, one.role])).toContainEqual(['New Coder', 'coder'])
})
