import * as codes from '@/db/codes'
import * as codings from '@/db/codings'
import * as interviews from '@/db/interviews'
import * as reading from '@/db/reading'
import { accessible, expect, joined, person, project, signIn, test } from './house'

test('a round is drawn, said done by two coders, closed, reviewed and decided by key', async ({ page, browser }) => {
  const olga = person('Olga')
  const access = project(olga)
  const [anna, boris] = [person('Anna'), person('Boris')]
  const coders = [anna, boris].map((who) => ({ who, at: joined(access, who, 'coder') }))
  const text = 'They check the milk again. Nobody knows why.'
  const ids = [1, 2].map(
    (n) =>
      interviews.add(access, {
        ...{ name: `I-${n}`, file: '', values: {} },
        read: { text, language: 'en', turns: [], speakers: [] },
      }).id,
  )
  const add = (name: string, parentId: string | null) =>
    codes.add(access, { id: crypto.randomUUID(), parentId, name }).id
  const codeId = add('milk wars', null)
  const costs = add('costs', null)
  const levels = [add('low', costs), add('high', costs)]

  await signIn(page, olga)
  await page.goto(`/projects/${access.projectId}/rounds/new`)
  await page.getByLabel(/^Name/).fill('Pilot')
  await page.getByLabel('Number of each group').fill('2')
  await page.getByLabel('Anna').check()
  await page.getByLabel('Boris').check()
  await page.getByRole('combobox', { name: 'Codes that exclude each other' }).click()
  await page.getByRole('option', { name: 'costs' }).click()
  await page.getByRole('button', { name: 'Draw and look' }).click()
  await expect(page.getByRole('status')).toContainText('2 interviews, 4 assignments.')
  await accessible(page)
  await page.getByRole('button', { name: 'Open the round' }).click()
  await expect(page.getByRole('heading', { name: 'Pilot' })).toBeVisible()
  await accessible(page)

  for (const { who, at } of coders) {
    for (const [i, id] of ids.entries()) {
      const { transcriptId } = reading.read(at, id)
      // On the second interview they draw other boundaries.
      const end = i === 1 && who === boris ? 25 : 19
      codings.add(at, { id: crypto.randomUUID(), transcriptId, codeId, start: 5, end })
      codings.add(at, { id: crypto.randomUUID(), transcriptId, codeId: levels[i] ?? '', start: 27, end: 44 })
    }
    const own = await (await browser.newContext()).newPage()
    await signIn(own, who)
    await own.goto(`/projects/${access.projectId}/rounds/mine`)
    for (const n of [1, 2]) await own.getByRole('button', { name: `I am done: I-${n}` }).click()
    await expect(own.getByRole('status')).toHaveText('2 of 2 done')
    await accessible(own)
    await own.context().close()
  }

  await page.reload()
  await page.getByRole('button', { name: 'Close the round' }).click()
  await page.getByRole('link', { name: 'Review of agreement' }).click()
  await expect(page.getByRole('row', { name: /milk wars/ }).first()).toContainText('Too few to say')
  await accessible(page)
  await expect(page.getByRole('table', { name: 'By pair of coders' })).toContainText('Boris')
  await page.getByRole('combobox', { name: 'Measure' }).click()
  await page.getByRole('option', { name: /cohen/i }).first().click()
  await expect(page.getByRole('table', { name: 'By group of exclusive codes' })).toContainText('1.00')
  const report = await page.request.get(page.url().replace(/\/review$/, '/report?format=md'))
  expect(await report.text()).toMatch(/Anna coded 2 interviews.*\| milk wars \| 35\.2% \| 0\.86 \|/s)
  const word = await page.request.get(page.url().replace(/\/review$/, '/report'))
  expect([...(await word.body()).subarray(0, 2)]).toEqual([80, 75])
  await page.getByRole('link', { name: 'Passages' }).click()
  await expect(page.getByRole('status')).toContainText('1 of 1')
  await accessible(page)
  await page.keyboard.press('2')
  await expect(page.getByText('Decided: taken from the coders')).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.getByText('Not decided.')).toBeVisible()
  await page.keyboard.press('r')
  await page.getByRole('button', { name: 'End a word earlier' }).click()
  await page.getByRole('button', { name: 'Take this' }).click()
  await expect(page.getByText('Decided: drawn anew')).toBeVisible()
  await accessible(page)
  await page.getByLabel('Ask or answer').fill('Is “again” part of it?')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Is “again” part of it?')).toBeVisible()
  const consensus = codings
    .inInterview(access, ids[1] ?? '')
    .filter((one) => !coders.some(({ at }) => at.userId === one.coderId))
  expect(consensus.map((one) => [one.start, one.quote])).toEqual([[5, 'check the milk']])

  const coder = await (await browser.newContext()).newPage()
  await signIn(coder, boris)
  await coder.goto(page.url().replace(/\/passages.*/, '/feedback'))
  await expect(coder.getByRole('status')).toHaveText('Boris: the consensus says otherwise in 1 passage of 1 code.')
  await accessible(coder)
  await coder.goto(`/projects/${access.projectId}/rounds/mine`)
  await expect(coder.getByRole('region', { name: 'Waiting for your answer' })).toContainText('Is “again” part of it?')
  await accessible(coder)
  await coder.getByRole('link', { name: 'milk wars · I-2' }).click()
  await expect(coder.getByRole('status')).toContainText('of 2')
  await coder.context().close()
  await page.goto(page.url().replace(/\/passages.*/, '/drift'))
  const drift = page.getByRole('region', { name: 'Boris by week' })
  await expect(drift.getByRole('row', { name: /^Interviews that are decided/ })).toContainText('of 2')
  await expect(drift.getByRole('row', { name: /^milk wars/ })).toContainText(/\d/)
  await accessible(page)
})
