import { eq } from 'drizzle-orm'
import * as codes from '@/db/codes'
import { users } from '@/db/schema'
import { accessible, db, expect, person, project, signIn, test } from './house'

test('an administrator makes a backup, takes it home, and brings it back', async ({ page }) => {
  const olga = person('Olga')
  db().update(users).set({ admin: true }).where(eq(users.id, olga.account.userId)).run()
  const access = project(olga)
  codes.add(access, { id: crypto.randomUUID(), parentId: null, name: 'before' })
  await signIn(page, olga)
  await page.goto('/account')
  await page.getByRole('link', { name: 'Backups' }).click()
  await expect(page.getByText('opened and checked')).toBeVisible()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('found sound')).toBeVisible()
  await accessible(page)
  const downloading = page.waitForEvent('download')
  await page
    .getByRole('row', { name: /asked for/ })
    .getByRole('link')
    .click()
  expect((await downloading).suggestedFilename()).toMatch(/^interlinear-asked-.*\.sqlite$/)

  codes.add(access, { id: crypto.randomUUID(), parentId: null, name: 'after' })
  await page
    .getByRole('button', { name: /Restore the backup/ })
    .first()
    .click()
  await accessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText('Everything is as it was')).toBeVisible()
  expect(codes.list(access).map((code) => code.name)).toEqual(['before'])
})

test('for anybody else there are no backups', async ({ page }) => {
  await signIn(page, person('Anna'))
  const answer = await page.goto('/backups')
  expect(answer?.status()).toBe(404)
  expect((await page.request.get('/backups/download?file=x')).status()).toBe(404)
})
