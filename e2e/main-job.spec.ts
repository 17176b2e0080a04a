import { readFileSync } from 'node:fs'
import { encode } from 'iconv-lite'
import * as codings from '@/db/codings'
import * as interviews from '@/db/interviews'
import { accessible, clickWords, expect, person, project, signIn, test } from './house'

const russian = [
  'Интервьюер: Что изменилось после десятого года?',
  'Респондент: Таможню убрали. Но потом начались молочные войны, и машины стояли неделями.',
  'Интервьюер: А можно пример?',
  'Респондент: Однажды стояли три недели. Сыр, конечно, пропал.',
].join('\r\n')
const english = [
  'Interviewer: What changed after 2010?',
  'Respondent: They check again, only it is called something else now. The milk wars began.',
].join('\n')
const sheet = 'file,section,stakeholder\nrb-01.txt,RU-BY,business\nrb-02.txt,RU-BY,government\n'
const files = [
  { name: 'rb-01.txt', mimeType: 'text/plain', buffer: encode(russian, 'win1251') },
  { name: 'rb-02.txt', mimeType: 'text/plain', buffer: Buffer.from(english) },
  { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
  { name: 'sheet.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) },
]

test('a folder of transcripts becomes a table and excerpts', async ({ page }) => {
  const anna = person('Anna')
  const access = project(anna)
  await signIn(page, anna)
  await page.goto(`/projects/${access.projectId}/interviews/import`)
  await accessible(page)
  await page.locator('input[type=file]').first().setInputFiles(files)
  await expect(page.getByText('windows-1251')).toBeVisible()
  await expect(page.getByText('“empty.txt” is empty')).toBeVisible()
  await accessible(page)
  for (const box of await page.getByRole('checkbox', { name: /new variable/ }).all()) await box.check()
  await page.getByRole('button', { name: 'Import 2 interviews' }).click()
  await expect(page.getByText('2 interviews imported')).toBeVisible()
  expect(interviews.list(access).map((one) => Object.keys(one.values).length)).toEqual([2, 2])

  await page.goto(`/projects/${access.projectId}/interviews`)
  await accessible(page)
  await page.getByRole('link', { name: 'rb-01' }).click()
  const text = page.getByRole('textbox', { name: /Transcript of rb-01/ })
  await expect(text).toContainText('молочные войны')
  // The text can be read before the editor is there; a click before that is nobody's.
  await expect(text).toBeFocused()
  await clickWords(text, 'молочные войны')
  await page.keyboard.press('Alt+KeyS')
  await page.keyboard.type('trade/milk wars')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved')).toBeVisible()
  await accessible(page)
  const id = interviews.list(access).find((one) => one.name === 'rb-01')?.id ?? ''
  await expect
    .poll(() => codings.inInterview(access, id).map((one) => one.quote))
    .toEqual(['Но потом начались молочные войны, и машины стояли неделями.'])

  await page.keyboard.press('Control+KeyZ')
  await expect.poll(() => codings.inInterview(access, id)).toEqual([])
  await page.keyboard.press('Control+Shift+KeyZ')
  await expect.poll(() => codings.inInterview(access, id)).toHaveLength(1)
  await page.reload()
  await expect(text).toContainText('молочные войны')
  await page.keyboard.press('Alt+PageDown')
  await expect(page.getByRole('textbox', { name: /Transcript of rb-02/ })).toContainText('milk wars')
  await expect(page.getByRole('textbox', { name: /Transcript of rb-02/ })).toBeFocused()

  await clickWords(page.getByRole('textbox', { name: /Transcript of rb-02/ }), 'milk wars began')
  await page.keyboard.press('Alt+KeyS')
  // The keys of "milk" on a Russian layout find the code too.
  await page.keyboard.press('Enter')
  await page.getByPlaceholder('Name of a code').fill('ьшдл')
  await page.keyboard.press('Enter')
  const second = interviews.list(access).find((one) => one.name === 'rb-02')?.id ?? ''
  await expect
    .poll(() => codings.inInterview(access, second).map((one) => [one.codeId, one.quote]))
    .toEqual([[codings.inInterview(access, id)[0]?.codeId, 'The milk wars began.']])

  await page.goto(`/projects/${access.projectId}/frequencies`)
  await expect(page.getByRole('row', { name: /milk wars/ })).toContainText('2')
  await accessible(page)
  await page.goto(`/projects/${access.projectId}/excerpts`)
  await expect(page.getByText('Но потом начались молочные войны')).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: 'Download' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByText('Document for Word (DOCX)').click()
  const file = readFileSync((await (await downloading).path()) ?? '')
  expect(file.subarray(0, 2).toString()).toBe('PK')
})
