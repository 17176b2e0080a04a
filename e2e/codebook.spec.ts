import { readFileSync } from 'node:fs'
import * as codes from '@/db/codes'
import { accessible, expect, joined, person, project, signIn, test } from './house'

const paths = (access: Parameters<typeof codes.list>[0]): readonly string[] => {
  const all = codes.list(access)
  const path = (id: string): string => {
    const code = all.find((one) => one.id === id)
    if (!code) return ''
    return code.parentId === null ? code.name : `${path(code.parentId)}/${code.name}`
  }
  return all.map((code) => path(code.id)).toSorted()
}

test('a codebook is built, described and rearranged by keyboard, and every step is taken back', async ({ page }) => {
  const anna = person('Anna')
  const access = project(anna)
  await signIn(page, anna)
  await page.goto(`/projects/${access.projectId}/codebook`)
  await accessible(page)
  await page.getByRole('button', { name: 'Write the first code' }).click()
  await page.keyboard.type('trade')
  await page.keyboard.press('Enter')
  const trade = page.getByRole('treeitem', { name: /^trade/ })
  await expect(trade).toBeVisible()
  await expect.poll(() => paths(access)).toEqual(['trade'])
  await trade.press('+')
  await page.keyboard.type('milk wars')
  await page.keyboard.press('Enter')
  await expect.poll(() => paths(access)).toEqual(['trade', 'trade/milk wars'])
  await page.getByRole('treeitem', { name: /^milk wars/ }).press('Insert')
  await page.keyboard.type('road charges')
  await page.keyboard.press('Enter')
  await expect.poll(() => paths(access)).toEqual(['trade', 'trade/milk wars', 'trade/road charges'])
  await accessible(page)

  const road = page.getByRole('treeitem', { name: /^road charges/ })
  await road.press('Alt+ArrowLeft')
  await expect.poll(() => paths(access)).toEqual(['road charges', 'trade', 'trade/milk wars'])
  await road.press('Alt+ArrowRight')
  await expect.poll(() => paths(access)).toEqual(['trade', 'trade/milk wars', 'trade/road charges'])
  await road.press('Enter')
  await page.getByLabel('Definition').fill('What a carrier pays for the road.')
  await page.getByLabel('Definition').blur()
  await expect.poll(() => codes.list(access).find((one) => one.name === 'road charges')?.definition).toMatch(/carrier/)
  await accessible(page)

  await page.getByRole('treeitem', { name: /^trade/ }).press('Delete')
  await expect.poll(() => paths(access)).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(() => paths(access)).toEqual(['trade', 'trade/milk wars', 'trade/road charges'])
})

test('a code is dragged under another, but never under its own child', async ({ page }) => {
  const anna = person('Anna')
  const access = project(anna)
  const add = (name: string, parentId: string | null) =>
    codes.add(access, { id: crypto.randomUUID(), parentId, name }).id
  const trade = add('trade', null)
  add('costs', null)
  add('milk wars', trade)
  await signIn(page, anna)
  await page.goto(`/projects/${access.projectId}/codebook`)
  const row = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`) })
  await row('costs').dragTo(row('trade'))
  await expect.poll(() => paths(access)).toEqual(['trade', 'trade/costs', 'trade/milk wars'])
  await row('trade').dragTo(row('milk wars'))
  await page.reload()
  await expect(row('milk wars')).toBeVisible()
  expect(paths(access)).toEqual(['trade', 'trade/costs', 'trade/milk wars'])
})

test('a name taken by a sibling is refused where it is typed, and a viewer is offered nothing to change', async ({
  page,
}) => {
  const anna = person('Anna')
  const access = project(anna)
  codes.add(access, { id: crypto.randomUUID(), parentId: null, name: 'trade' })
  const vera = person('Vera')
  joined(access, vera, 'viewer')
  await signIn(page, anna)
  await page.goto(`/projects/${access.projectId}/codebook`)
  await page.getByRole('button', { name: 'New code' }).click()
  await page.keyboard.type('TRADE')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveAttribute('aria-invalid', 'true')
  expect(paths(access)).toEqual(['trade'])
  await page.context().clearCookies()
  await signIn(page, vera)
  await page.goto(`/projects/${access.projectId}/codebook`)
  await expect(page.getByRole('treeitem', { name: /^trade/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'New code' })).toHaveCount(0)
})

test('a code is merged into another by keyboard and comes apart again', async ({ page }) => {
  const anna = person('Anna')
  const access = project(anna)
  const add = (name: string, parentId: string | null = null) =>
    codes.add(access, { id: crypto.randomUUID(), parentId, name }).id
  const dairy = add('dairy conflict')
  add('2009', dairy)
  add('milk wars')
  await signIn(page, anna)
  await page.goto(`/projects/${access.projectId}/codebook?code=${dairy}`)
  for (const [format, begins] of [
    ['To be printed (Word)', 'PK'],
    ['As a table (XLSX)', 'PK'],
    ['As a table (CSV)', '\uFEFFPath'],
  ] as const) {
    await page.getByRole('button', { name: 'Download' }).click()
    const downloading = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: format }).click()
    expect(readFileSync(await (await downloading).path(), 'utf8').startsWith(begins), format).toBe(true)
  }
  await page.getByRole('button', { name: 'What can be done with dairy conflict' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Merge into another code …' }).press('Enter')
  await accessible(page)
  await page.getByRole('combobox', { name: 'Into' }).fill('milk')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Merge', exact: true }).press('Enter')
  await expect(page.getByText('“dairy conflict” is part of “milk wars”', { exact: false })).toBeVisible()
  await expect.poll(() => paths(access)).toEqual(['milk wars', 'milk wars/2009'])
  await expect(page.getByRole('treeitem', { name: /^dairy conflict/ })).toBeHidden()
  await page.getByRole('button', { name: 'Undo', exact: true }).last().press('Enter')
  await expect.poll(() => paths(access)).toEqual(['dairy conflict', 'dairy conflict/2009', 'milk wars'])
  await expect(page.getByRole('treeitem', { name: /^dairy conflict/ })).toBeVisible()
})
