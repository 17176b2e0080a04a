import * as codes from '@/db/codes'
import { accessible, expect, joined, person, project, signIn, test } from './house'

test('the history says who did what, takes back what is mine, and refuses where others built on it', async ({
  page,
}) => {
  const olga = person('Olga')
  const access = project(olga)
  const sergey = joined(access, person('Sergey'), 'supervisor')
  const first = codes.add(access, { id: crypto.randomUUID(), parentId: null, name: 'trade' })
  const second = codes.add(access, { id: crypto.randomUUID(), parentId: null, name: 'costs' })
  codes.change(access, second.id, { name: 'expenses' })
  codes.change(sergey, first.id, { definition: 'What crosses the border for money.' })
  await signIn(page, olga)
  await page.goto(`/projects/${access.projectId}/history`)
  await expect(page.getByText('changed the code').first()).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: 'Undo: expenses' }).first().click()
  await expect
    .poll(() =>
      codes
        .list(access)
        .map((one) => one.name)
        .toSorted(),
    )
    .toEqual(['costs', 'trade'])
  await expect(page.getByText('taken back').first()).toBeVisible()
  await page.getByRole('button', { name: 'Undo: trade' }).click()
  await expect(page.getByText('Sergey has built on it since')).toBeVisible()
  await page.getByLabel('Who', { exact: true }).first().click()
  await page.getByRole('option', { name: 'Sergey' }).click()
  await expect(page).toHaveURL(/by=/)
  await expect(page.getByRole('option')).toHaveCount(0)
  await expect(page.getByRole('listitem')).toHaveCount(2)
  await accessible(page)
})
