import { type Browser, chromium, type Page } from '@playwright/test'
import { browser } from '../scripts/browser.mjs'
import { owner } from './seed'
import type { Server } from './server'

/** Somebody in front of a browser, signed in. */
export type Person = { readonly page: Page; readonly leave: () => Promise<void> }

/** Opens a Chromium and signs in as the owner of the seeded project. */
export async function person({ address }: Server): Promise<Person> {
  const found = await browser()
  const opened: Browser = await chromium.launch({
    ...(found ? { executablePath: found } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  })
  const page = await opened.newPage({ baseURL: address, viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  await page.addInitScript({ path: 'bench/in-page.mjs' })
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(owner.email)
  await page.getByLabel(/^Password( \*)?$/).fill(owner.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/projects')
  return { page, leave: () => opened.close() }
}

/** A number that the page measured: `opened`, `selectable` or `coded`, in milliseconds. */
export async function measured(page: Page, name: 'opened' | 'selectable' | 'coded'): Promise<number> {
  return Number(await page.evaluate(`measured.${name}()`))
}
