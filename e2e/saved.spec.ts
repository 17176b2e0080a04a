import * as codes from '@/db/codes'
import * as interviews from '@/db/interviews'
import * as saved from '@/db/saved-analyses'
import { accessible, expect, person, project, signIn, test } from './house'

test('a table with its tests is saved under a name and found again', async ({ page }) => {
  const anna = person('Anna')
  const access = project(anna)
  codes.add(access, { id: crypto.randomUUID(), parentId: null, name: 'trade' })
  for (const name of ['one', 'two'])
    interviews.add(access, {
      ...{ name, file: '' },
      read: { text: `Interview ${name}.`, language: 'en', turns: [], speakers: [] },
    })
  await signIn(page, anna)
  const base = `/projects/${access.projectId}`
  await page.goto(`${base}/frequencies?show=share&least=5`)
  await page.getByRole('button', { name: 'Saved' }).click()
  await expect(page.getByText('Nothing is saved yet.')).toBeVisible()
  await page.getByLabel('Name for this view').fill('Shares')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Shares' })).toBeVisible()
  await accessible(page)
  expect(saved.list(access)).toMatchObject([{ name: 'Shares', page: 'frequencies', search: 'show=share&least=5' }])
  await page.goto(`${base}/excerpts`)
  await page.getByRole('button', { name: 'Saved' }).click()
  await page.getByRole('link', { name: 'Shares' }).click()
  await expect(page).toHaveURL(/frequencies\?show=share&least=5/)
  await expect(page.getByText('Counts below 5 are withheld')).toBeVisible()
})
