import { randomBytes, scryptSync } from 'node:crypto'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import type { Role } from '@/core/project'
import { type Access, type Account, account, door, enter } from '@/db/access'
import * as members from '@/db/members'
import { type Db, open } from '@/db/open'
import * as projects from '@/db/projects'
import * as users from '@/db/users'
import { data } from './place'

/** A person of the house under test who can sign in. */
export type Person = {
  readonly email: string
  readonly password: string
  readonly name: string
  readonly account: Account
}

let shared: Db | undefined
/** The database of the program under test. */
export function db(): Db {
  shared ??= open(join(data, 'interlinear.sqlite'))
  return shared
}

/** Makes an account with a password. */
export function person(name: string): Person {
  const password = randomBytes(9).toString('base64url')
  const salt = randomBytes(16)
  // Cheap cost on purpose: the form of the hash carries its own.
  const key = scryptSync(password, salt, 32, { N: 1024, r: 8, p: 1 })
  const passwordHash = ['scrypt', 1024, 8, 1, salt.toString('base64url'), key.toString('base64url')].join('$')
  const email = `${name.toLowerCase()}-${randomBytes(4).toString('hex')}@example.org`
  return { email, password, name, account: users.add(door(db()), { email, name, passwordHash }) }
}

/** A project of a person's, with a unique name. */
export function project(owner: Person, name = 'Borderlands'): Access {
  return projects.add(owner.account, { name: `${name} ${randomBytes(3).toString('hex')}` })
}

/** Makes a person a member and gives their access. */
export function joined(owner: Access, who: Person, role: Role): Access {
  members.put(owner, who.account.userId, role)
  return enter(account(door(db()), who.account.userId), owner.projectId)
}

/** Signs in by the form, as a person does. */
export async function signIn(page: Page, who: Person): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(who.email)
  await page.getByLabel(/^Password( \*)?$/).fill(who.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/projects')
}

/** Fails when axe finds anything on the page (WCAG 2.2 A and AA). */
export async function accessible(page: Page): Promise<void> {
  // For a moment after a step from page to page the former title is gone and the new one not there.
  await expect(page).toHaveTitle(/./)
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(
    found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([])
}

/** Clicks on the middle of some words of a text, wherever its lines break. */
export async function clickWords(text: Locator, words: string): Promise<void> {
  const point = await text.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      node.parentElement?.scrollIntoView({ block: 'center' })
      const range = document.createRange()
      range.setStart(node, at + Math.floor(wanted.length / 2))
      range.setEnd(node, at + Math.floor(wanted.length / 2) + 1)
      const { x, y, height } = range.getBoundingClientRect()
      return { x, y: y + height / 2 }
    }
    return null
  }, words)
  if (!point) throw new Error(`The text does not have “${words}” in one piece`)
  await text.page().mouse.click(point.x + 1, point.y)
}

/** Fails the test on anything the browser complains about. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    await use(page)
    expect(faults).toEqual([])
  },
})
export { expect }
