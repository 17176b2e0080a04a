import * as codes from '@/db/codes'
import * as codings from '@/db/codings'
import * as corrections from '@/db/corrections'
import * as interviews from '@/db/interviews'
import { accessible, clickWords, expect, joined, person, project, signIn, test } from './house'

const text =
  'Interviewer: What changed?\nRespondent: The customs went. But then the milk wars began, and trucks stood for weeks.'

function study() {
  const olga = person('Olga')
  const access = project(olga)
  const anna = person('Anna')
  const coder = joined(access, anna, 'coder')
  codes.add(access, { id: crypto.randomUUID(), parentId: null, name: 'milk wars' })
  const { id } = interviews.add(access, {
    name: 'rb-01',
    file: '',
    read: {
      text,
      language: 'en',
      turns: [
        { start: 0, end: 26, said: 13, speaker: 0, time: null },
        { start: 27, end: text.length, said: 39, speaker: 1, time: null },
      ],
      speakers: [
        { name: 'Interviewer', role: 'interviewer' },
        { name: 'Respondent', role: 'respondent' },
      ],
    },
  })
  const quotes = () => codings.inInterview(access, id).map((one) => one.quote)
  return { olga, access, anna, coder, id, quotes, at: `/projects/${access.projectId}/interviews/${id}` }
}

test('one corrects the text while another codes it, and both find their work', async ({ page, browser }) => {
  const { olga, access, anna, id, quotes, at } = study()
  await signIn(page, olga)
  const other = await (await browser.newContext()).newPage()
  await signIn(other, anna)
  await other.goto(at)
  const reading = other.getByRole('textbox', { name: /Transcript of rb-01/ })
  await expect(reading).toContainText('milk wars')

  await page.goto(`${at}/edit`)
  const editor = page.getByRole('textbox', { name: /Text of rb-01/ })
  await expect(editor).toContainText('milk wars')
  await accessible(page)
  await clickWords(editor, 'The customs')
  await page.keyboard.press('Home')
  await page.keyboard.type('Well. ')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(`**${at}`)
  expect(interviews.text(access, id).text).toContain('Respondent: Well. The customs went.')

  await clickWords(reading, 'milk wars')
  await other.keyboard.press('Alt+KeyS')
  await other.keyboard.type('milk')
  await other.keyboard.press('Enter')
  await expect.poll(quotes).toEqual(['But then the milk wars began, and trucks stood for weeks.'])

  await page.goto(`${at}/edit`)
  await clickWords(editor, 'milk wars')
  await page.keyboard.press('End')
  await page.keyboard.type(' Really.')
  await editor.getByText('milk wars').click()
  await page.keyboard.press('Control+End')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(`**${at}`)
  await expect.poll(quotes).toEqual(['But then the milk wars began, and trucks stood for weeks.'])
})

test('turns are split and joined, speakers chosen and renamed, by keyboard and mouse', async ({ page }) => {
  const { olga, access, id, at } = study()
  await signIn(page, olga)
  await page.goto(`${at}/edit`)
  const editor = page.getByRole('textbox', { name: /Text of rb-01/ })
  await clickWords(editor, 'But then')
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(editor.getByRole('button')).toHaveCount(3)
  await editor.getByRole('button').nth(2).click()
  await accessible(page)
  await page.getByLabel('Somebody else').fill('Driver')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Speakers' }).click()
  await page.getByLabel('Name').first().fill('Anna')
  await page.getByLabel('Name').first().blur()
  await accessible(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+KeyS')
  await page.waitForURL(`**${at}`)
  const now = interviews.text(access, id)
  expect(now.speakers.map((one) => one.name).toSorted()).toEqual(['Anna', 'Driver', 'Respondent'])
  expect(now.text).toMatch(/^Anna: What changed\?\nRespondent: The customs went\.[\s\S]*Driver: /u)
  expect(now.turns).toHaveLength(3)
})

test('the second of two who edit at once puts theirs into the newer version', async ({ page }) => {
  const { olga, access, id, at } = study()
  await signIn(page, olga)
  await page.goto(`${at}/edit`)
  const editor = page.getByRole('textbox', { name: /Text of rb-01/ })
  await clickWords(editor, 'trucks')
  await page.keyboard.press('End')
  await page.keyboard.type(' That is all.')
  const there = interviews.text(access, id)
  const shorter = there.text.replace('What changed?', 'What changes?')
  corrections.correct(access, id, 1, { ...there, text: shorter })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Somebody saved this text meanwhile')).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: 'Put mine into the newer version' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(`**${at}`)
  expect(interviews.text(access, id).text).toContain('What changes?')
  expect(interviews.text(access, id).text).toContain('That is all.')
})

test('touched codings are listed with before and after, and a version comes back', async ({ page }) => {
  const { olga, access, coder, id, at, quotes } = study()
  const transcript = interviews.text(access, id)
  const start = text.indexOf('milk wars')
  const { transcriptId } = (await import('@/db/reading')).read(coder, id)
  const code = codes.list(access)[0]?.id ?? ''
  codings.add(coder, { id: crypto.randomUUID(), transcriptId, codeId: code, start, end: start + 9 })
  corrections.correct(access, id, 1, {
    ...transcript,
    text: text.replace('milk wars', 'milk war '),
    turns: transcript.turns,
  })
  await signIn(page, olga)
  await page.goto(`${at}/versions?changes=2`)
  await expect(page.getByText('1 coding to look at')).toBeVisible()
  await expect(page.getByText('From version 1 to 2')).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: 'Bring 1 back' }).click()
  await expect(page.getByText('3 (current)')).toBeVisible()
  expect(quotes()).toEqual(['milk wars'])
  await page.getByRole('button', { name: 'All seen' }).click()
  await expect(page.getByText('to look at')).toHaveCount(0)
})

test('a coder who was given the right puts a corrected file in the place of the text', async ({ page }) => {
  const { olga, access, anna, coder, id, quotes, at } = study()
  const start = text.indexOf('milk wars')
  const { transcriptId } = (await import('@/db/reading')).read(coder, id)
  const codeId = codes.list(access)[0]?.id ?? ''
  codings.add(coder, { id: crypto.randomUUID(), transcriptId, codeId, start, end: start + 9 })

  await signIn(page, olga)
  await page.goto(`/projects/${access.projectId}/members`)
  await page.getByLabel('May correct texts: Anna').click()
  await expect(page.getByLabel('May correct texts: Anna')).toBeChecked()
  await accessible(page)

  await page.context().clearCookies()
  await signIn(page, anna)
  await page.goto(`${at}/versions`)
  await page.getByRole('link', { name: 'Correct the text' }).click()
  const editor = page.getByRole('textbox', { name: /Text of rb-01/ })
  await expect(editor).toContainText('milk wars')
  const file = page.locator('input[type=file]')
  await file.setInputFiles({ name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from(' ') })
  await expect(page.getByText(/empty\.txt/)).toBeVisible()
  await file.setInputFiles({ name: 'same.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
  await expect(page.getByText('“same.txt” holds the same text.')).toBeVisible()
  const corrected = text.replace('The customs went.', 'The customs officers have gone.')
  await file.setInputFiles({ name: 'new.txt', mimeType: 'text/plain', buffer: Buffer.from(corrected) })
  await expect(editor).toContainText('officers have gone')
  await accessible(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(`**${at}`)
  expect(interviews.text(access, id).text).toBe(corrected)
  expect(interviews.text(access, id).speakers.map(({ role }) => role)).toEqual(['interviewer', 'respondent'])
  expect(quotes()).toEqual(['milk wars'])
})
