import { eq } from 'drizzle-orm'
import * as codes from '@/db/codes'
import * as codings from '@/db/codings'
import * as interviews from '@/db/interviews'
import { transcripts } from '@/db/schema'
import { accessible, db, expect, person, project, signIn, test } from './house'

const text =
  'Интервьюер: Что изменилось?\nЭксперт: Молоко дорогое, его не пускают через границу.\nИнтервьюер: А потом?\nЭксперт: Граница открылась. Молоко подешевело.'

function study() {
  const olga = person('Olga')
  const access = project(olga)
  const [milk, border] = ['milk', 'border'].map((name) => {
    const id = crypto.randomUUID()
    codes.add(access, { id, parentId: null, name })
    return id
  })
  let start = 0
  const turns = text.split('\n').map((line, i) => {
    const turn = { start, end: start + line.length, said: start + line.indexOf(':') + 2, speaker: i % 2, time: null }
    start += line.length + 1
    return turn
  })
  const speakers = [
    { name: 'Интервьюер', role: 'interviewer' },
    { name: 'Эксперт', role: 'respondent' },
  ] as const
  for (const name of ['rb-01', 'rb-02']) {
    const { id } = interviews.add(access, { name, file: '', read: { text, language: 'ru', turns, speakers } })
    const own = db().select({ id: transcripts.id }).from(transcripts).where(eq(transcripts.interviewId, id)).get()
    const mark = (codeId: string | undefined, quote: string) => {
      const at = text.indexOf(quote)
      codings.add(access, {
        ...{ id: crypto.randomUUID(), transcriptId: own?.id ?? '', codeId: codeId ?? '' },
        ...{ start: at, end: at + quote.length },
      })
    }
    mark(milk, 'Молоко дорогое, его не пускают')
    mark(border, 'не пускают через границу')
    mark(border, 'Граница открылась')
    mark(milk, 'Молоко подешевело')
  }
  return { olga, at: `/projects/${access.projectId}` }
}

test('codes that meet are counted, lead to their places, and are asked for in another unit', async ({ page }) => {
  const { olga, at } = study()
  await signIn(page, olga)
  await page.goto(at)
  await page.getByRole('link', { name: 'Analysis' }).click()
  await expect(page.getByRole('heading', { name: 'Co-occurrence' })).toBeVisible()
  await accessible(page)
  await page.getByRole('link', { name: '2: milk, border' }).click()
  await expect(page.getByRole('heading', { name: 'milk with border' })).toBeVisible()
  await expect(page.getByText('Молоко дорогое, его не пускают через границу').first()).toBeVisible()
  await accessible(page)
  await page.getByRole('combobox', { name: 'Codes meet' }).click()
  await page.getByRole('option', { name: 'in the same turn' }).click()
  await expect(page.getByRole('link', { name: '4: milk, border' })).toBeVisible()
  await page.getByRole('link', { name: '4: milk, border' }).press('Enter')
  await page.getByRole('link', { name: 'rb-01' }).first().click()
  await expect(page).toHaveURL(/\/interviews\/.*at=/)
})

for (const [tab, words] of [
  ['Codes by interview', 'rb-02'],
  ['Sequence', 'Followed by →'],
  ['Timeline', 'Mean place in the interview'],
  ['Saturation', 'New codes'],
  ['Words', 'молоко'],
] as const)
  test(`${tab}: the table, the figure and its files are there`, async ({ page }) => {
    const { olga, at } = study()
    await signIn(page, olga)
    await page.goto(`${at}/analysis/co-occurrence`)
    await page.getByRole('navigation', { name: 'Analysis' }).getByRole('link', { name: tab }).click()
    await expect(page.getByRole('heading', { name: tab })).toBeVisible()
    if (tab === 'Words') await page.goto(`${page.url()}?least=1`)
    await expect(page.getByRole('table').getByText(words).first()).toBeVisible()
    const figure = page.getByRole('figure').getByRole('img').first()
    await expect(figure).toBeVisible()
    expect(await figure.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0))).toBeGreaterThan(
      400,
    )
    await accessible(page)
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download' }).click()
    await page.getByRole('menuitem', { name: 'Figure as PNG, 300 dpi' }).first().click()
    expect((await file).suggestedFilename()).toMatch(/\.png$/)
  })
