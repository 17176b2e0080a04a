import * as codes from '@/db/codes'
import { csvExporter } from '@/formats/csv/write'
import { codebookDocxExporter } from '@/formats/docx/codebook'
import { accessible, expect, joined, person, project, signIn, test } from './house'

test('a codebook comes in from a table and from Word after a look at what would change, and is taken back', async ({
  page,
}) => {
  const anna = person('Anna')
  const access = project(anna)
  const trade = codes.add(access, { id: crypto.randomUUID(), parentId: null, name: 'trade' }).id
  codes.change(access, trade, { definition: 'Goods' })
  const names = () => codes.list(access).map(({ name }) => name)
  await signIn(page, anna)
  await page.goto(`/projects/${access.projectId}/codebook`)
  await page.getByRole('link', { name: 'Import', exact: true }).click()
  const choose = async (name: string, bytes: Uint8Array) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) })

  await choose('wrong.csv', new TextEncoder().encode('x,y\n1,2'))
  await expect(page.getByText('“wrong.csv” has no column that names codes; it has x, y.')).toBeVisible()
  expect(names()).toEqual(['trade'])

  const { bytes } = await csvExporter.write({
    ...{ name: '', columns: ['Path', 'Definition', 'Hits'] },
    rows: [
      ['trade', 'Goods over the border', 3],
      ['trade/milk wars', 'Bans of milk', 2],
    ],
  })
  await choose('codes.csv', bytes)
  await expect(page.getByText('codes.csv: 1 new code, 1 described anew')).toBeVisible()
  await expect(page.getByText('Columns that a codebook has no place for were left out: Hits.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'trade / milk wars' })).toContainText('added')
  await expect(page.getByRole('region', { name: 'trade', exact: true }).locator('ins')).toHaveText(/over the border/)
  await accessible(page)
  expect(names()).toEqual(['trade'])
  await page.getByRole('button', { name: 'Take it in' }).click()
  await expect(page.getByRole('treeitem', { name: /milk wars/ })).toBeVisible()
  expect(codes.get(access, trade).definition).toBe('Goods over the border')
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByRole('treeitem', { name: /milk wars/ })).toHaveCount(0)
  expect(codes.get(access, trade).definition).toBe('Goods')

  const written = await codebookDocxExporter.write({
    ...{ title: 'T', subtitle: [], notice: null, language: 'ru-RU' },
    codes: [{ name: 'Закон', depth: 0, fields: [{ label: 'Определение', text: 'Нормы' }], quotes: [] }],
  })
  await page.goto(`/projects/${access.projectId}/codebook/import`)
  await choose('codes.docx', written.bytes)
  await page.getByRole('button', { name: 'Take it in' }).click()
  await expect(page.getByRole('treeitem', { name: /Закон/ })).toBeVisible()
  await page.goto(`/projects/${access.projectId}/history`)
  await expect(page.getByText(/brought in the codebook.*codes\.docx/)).toBeVisible()
})

test('a coder has no import of codebooks', async ({ page }) => {
  const access = project(person('Anna'))
  const boris = person('Boris')
  joined(access, boris, 'coder')
  await signIn(page, boris)
  await page.goto(`/projects/${access.projectId}/codebook`)
  await expect(page.getByRole('heading', { name: 'Codebook' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Import', exact: true })).toHaveCount(0)
  expect((await page.goto(`/projects/${access.projectId}/codebook/import`))?.status()).toBe(404)
  const posted = await page.request.post(`/projects/${access.projectId}/codebook/import/read?name=a.csv`, {
    headers: { origin: new URL(page.url()).origin },
    data: 'name\nx',
  })
  expect(posted.status()).toBe(403)
})
