import * as codes from '@/db/codes'
import * as codings from '@/db/codings'
import * as interviews from '@/db/interviews'
import { accessible, expect, joined, person, project, signIn, test } from './house'

const text =
  'Интервьюер: Что вы помните о границе?\nЭксперт: Молочные войны начались летом. Мы стояли на границе три недели.\nИнтервьюер: А потом?\nЭксперт: Потом граница открылась, и всё забыли.'

function study() {
  const olga = person('Olga')
  const access = project(olga)
  const anna = person('Anna')
  const coder = joined(access, anna, 'coder')
  codes.add(access, { id: crypto.randomUUID(), parentId: null, name: 'border' })
  codes.add(access, { id: crypto.randomUUID(), parentId: null, name: 'граница между словами' })
  const lines = text.split('\n')
  let start = 0
  const turns = lines.map((line, i) => {
    const turn = { start, end: start + line.length, said: start + line.indexOf(':') + 2, speaker: i % 2, time: null }
    start += line.length + 1
    return turn
  })
  const speakers = [
    { name: 'Интервьюер', role: 'interviewer' },
    { name: 'Эксперт', role: 'respondent' },
  ] as const
  const ids = ['rb-01', 'rb-02'].map(
    (name) => interviews.add(access, { name, file: '', read: { text, language: 'ru', turns, speakers } }).id,
  )
  const quotes = () => ids.flatMap((id) => codings.inInterview(access, id)).map((one) => one.quote)
  return { anna, coder, quotes, at: `/projects/${access.projectId}` }
}

test('a word is found in all its forms, and its hits are stepped through in the text', async ({ page }) => {
  const { anna, at } = study()
  await signIn(page, anna)
  await page.goto(at)
  await page.getByRole('link', { name: 'Search' }).click()
  await page.getByLabel(/Search in transcripts/).fill('(граница')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The parenthesis at character 1 has no partner.')).toBeVisible()
  await page.getByLabel(/Search in transcripts/).fill('граница')
  await page.keyboard.press('Enter')
  await expect(page.getByText('6 hits in 2 of 2 transcripts')).toBeVisible()
  await expect(page.getByRole('link', { name: 'граница между словами' })).toBeVisible()
  await accessible(page)
  await page.getByRole('switch', { name: 'Also what interviewers say' }).press('Space')
  await expect(page.getByText('4 hits in 2 of 2 transcripts')).toBeVisible()

  await page
    .getByRole('link', { name: /граница открылась/ })
    .nth(1)
    .click()
  await expect(page.getByText('Hit 3 of 3')).toBeVisible()
  await page.keyboard.press('F3')
  await expect(page.getByText('Hit 1 of 3')).toBeVisible()
  await page.keyboard.press('F3')
  await expect(page.getByText('Hit 2 of 3')).toBeVisible()
  await expect(page.getByText('1 word selected')).toBeVisible()
  await accessible(page)
  await page.keyboard.press('Shift+F3')
  await expect(page.getByText('Hit 1 of 3')).toBeVisible()
  await page.getByRole('button', { name: 'Close the hits' }).click()
  await expect(page.getByText('Hit 1 of 3')).toBeHidden()
})

test('hits are coded after a preview in which one is ticked off, and taken back as one step', async ({ page }) => {
  const { anna, quotes, at } = study()
  await signIn(page, anna)
  await page.goto(`${at}/search?q=граница&i=0`)
  await page.getByRole('button', { name: 'Code the hits …' }).click()
  await page.getByRole('checkbox', { name: 'Code this: rb-02: границе' }).click()
  await page.getByRole('combobox', { name: 'Code', exact: true }).fill('bor')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await accessible(page)
  await page.getByRole('button', { name: 'Code 3 passages' }).click()
  await expect(page.getByText('3 codings made.')).toBeVisible()
  const sentences = ['Мы стояли на границе три недели.', 'Потом граница открылась, и всё забыли.']
  expect(quotes()).toEqual([...sentences, sentences[1]])

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Taken back.')).toBeVisible()
  expect(quotes()).toEqual([])
})
