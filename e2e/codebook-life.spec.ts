import { eq, sql } from 'drizzle-orm'
import * as codes from '@/db/codes'
import * as codings from '@/db/codings'
import * as interviews from '@/db/interviews'
import { codings as codingRows, events, transcripts } from '@/db/schema'
import { accessible, db, expect, joined, person, project, signIn, test } from './house'

test('a code of forty passages is split into three by keys, and its versions tell', async ({ page }) => {
  const anna = person('Anna')
  const access = project(anna)
  const boris = joined(access, person('Boris'), 'coder')
  const text = Array.from({ length: 40 }, (_, i) => `Sentence ${i + 1} is about the border.`).join(' ')
  const { id } = interviews.add(access, {
    ...{ name: 'RU-BY 001', file: '' },
    read: { text, language: 'en', turns: [], speakers: [] },
  })
  const { id: transcriptId = '' } = db().select().from(transcripts).where(eq(transcripts.interviewId, id)).get() ?? {}
  const trade = codes.add(access, { id: crypto.randomUUID(), parentId: null, name: 'trade' }).id
  for (let i = 0, at = 0; i < 40; i++) {
    const end = text.indexOf('.', at) + 1
    codings.add(i % 2 ? boris : access, { id: crypto.randomUUID(), transcriptId, codeId: trade, start: at, end })
    at = end + 1
  }
  await signIn(page, anna)
  await page.goto(`/projects/${access.projectId}/codebook?code=${trade}`)
  await page.getByRole('button', { name: 'What can be done with trade' }).click()
  await page.getByRole('menuitem', { name: 'Split …' }).click()
  await page.getByRole('combobox', { name: 'New sub-codes' }).fill('customs')
  await page.keyboard.press('Enter')
  await page.keyboard.type('roads')
  await page.keyboard.press('Enter')
  await page.keyboard.type('quotas')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Go through the passages' }).click()
  const queue = page.getByRole('region', { name: 'Look at passages again' })
  await expect(queue).toBeFocused()
  await accessible(page)
  const done = page.getByText(/of 40 looked at/)
  const counts = () => {
    const all = codes.list(access)
    const used = codes.counts(access)
    return Object.fromEntries(all.map((one) => [one.name, used[one.id]?.own.codings ?? 0]))
  }
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press(`Digit${(i % 3) + 1}`)
    await expect(done).toHaveText(`${i + 1} of 40 looked at`)
  }
  await page.keyboard.press('KeyK')
  await expect(done).toHaveText('13 of 40 looked at')
  await page.keyboard.press('Delete')
  await expect(done).toHaveText('14 of 40 looked at')
  await page.keyboard.press('Control+KeyZ')
  await expect(done).toHaveText('13 of 40 looked at')
  expect(counts()).toEqual({ trade: 28, customs: 4, roads: 4, quotas: 4 })
  await page.reload()
  await expect(done).toHaveText('13 of 40 looked at')
  await page.getByRole('region', { name: 'Look at passages again' }).focus()
  for (let i = 13; i < 40; i++) {
    await page.keyboard.press(`Digit${(i % 3) + 1}`)
    await expect(done).toHaveText(`${i + 1} of 40 looked at`)
  }
  await expect(page.getByText('Nothing is left here.')).toBeVisible()
  expect(counts()).toEqual({ trade: 1, customs: 13, roads: 13, quotas: 13 })
  await page.getByRole('button', { name: 'Finish' }).click()

  await page.getByRole('link', { name: 'Versions' }).click()
  await expect(page.getByRole('heading', { name: 'trade / customs' })).toBeVisible()
  await accessible(page)
})

test('an owner keeps a moment of the project and returns to it', async ({ page }) => {
  const anna = person('Anna')
  const access = project(anna)
  codes.add(access, { id: crypto.randomUUID(), parentId: null, name: 'trade' })
  await signIn(page, anna)
  await page.goto(`/projects/${access.projectId}/history`)
  await page.getByText('Restore points (0)').click()
  await page.getByLabel('Name of the point').fill('Before the conference')
  await page.getByRole('button', { name: 'Keep this moment' }).click()
  await expect(page.getByText('Restore points (1)')).toBeVisible()
  await accessible(page)
  codes.add(access, { id: crypto.randomUUID(), parentId: null, name: 'law' })
  await page.getByRole('button', { name: 'Return to “Before the conference”' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Return' }).click()
  await expect(page.getByText('Restore points (2)')).toBeVisible()
  await expect.poll(() => codes.list(access).map((one) => one.name)).toEqual(['trade'])
})

test('a merge of a day ago is undone from the history, and what was coded since stays', async ({ page }) => {
  const anna = person('Anna')
  const access = project(anna)
  const boris = joined(access, person('Boris'), 'coder')
  const text = 'Milk was stopped at the border. Meat was stopped too. Nobody said why.'
  const { id } = interviews.add(access, {
    ...{ name: 'RU-BY 001', file: '' },
    read: { text, language: 'en', turns: [], speakers: [] },
  })
  const { id: transcriptId = '' } = db().select().from(transcripts).where(eq(transcripts.interviewId, id)).get() ?? {}
  const add = (name: string) => codes.add(access, { id: crypto.randomUUID(), parentId: null, name }).id
  const [bans, stops] = [add('bans'), add('stops')]
  const put = (by: typeof access, codeId: string, start: number, end: number) =>
    codings.add(by, { id: crypto.randomUUID(), transcriptId, codeId, start, end })
  put(access, bans, 0, 31)
  put(boris, stops, 0, 31)
  put(boris, stops, 32, 53)
  await signIn(page, anna)
  await page.goto(`/projects/${access.projectId}/codebook?code=${stops}`)
  await page.getByRole('button', { name: 'What can be done with stops' }).click()
  await page.getByRole('menuitem', { name: 'Merge into another code …' }).click()
  await page.getByRole('combobox', { name: 'Into' }).click()
  await page.getByRole('option', { name: 'bans' }).click()
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(page.getByText('“stops” is part of “bans”: 2 codings moved.')).toBeVisible()
  const counts = () => {
    const used = codes.counts(access)
    return Object.fromEntries(codes.list(access).map((one) => [one.name, used[one.id]?.own.codings ?? 0]))
  }
  expect(counts()).toEqual({ bans: 3 })

  // A day goes by, in which work goes on.
  db()
    .update(events)
    .set({ at: sql`${events.at} - 86400000` })
    .run()
  put(boris, bans, 54, 70)
  await page.goto(`/projects/${access.projectId}/history`)
  const entry = page.getByRole('listitem').filter({ hasText: 'merged into another the code' })
  await entry.getByRole('button', { name: /Undo/ }).click()
  await expect.poll(counts).toEqual({ bans: 2, stops: 2 })
  const back = db().select().from(codingRows).where(eq(codingRows.codeId, stops)).all()
  expect(back.map(({ start, end }) => [start, end])).toEqual([
    [0, 31],
    [32, 53],
  ])
})
