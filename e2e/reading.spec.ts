import { zipSync } from 'fflate'
import * as interviews from '@/db/interviews'
import { accessible, expect, person, project, signIn, test } from './house'

const utf8 = (text: string) => Buffer.from(text)
const rtf =
  '{\\rtf1\\ansi\\ansicpg1251 Q: Why?\\par A: \\u1055?\\u1086?\\u1090?\\u1086?\\u1084?\\u1091?.\\par Q: How?\\par A: So.\\par}'
const vtt = 'WEBVTT\n\n00:01.500 --> 00:02.000\n<v Ana>Hello\n\n01:00:00.000 --> 01:00:01.000\n<v Bob>Yes\n'
const batch = zipSync({
  'a/talk.vtt': utf8(vtt),
  '../page.html': utf8('<script>no</script><p>Only <b>this</b>'),
  'x.mp3': utf8('ID3'),
})
const answers =
  'id,town,What changed?\nA-1,Orsha,They check again but it is called something else now.\nA-2,Omsk,Nothing that I could tell you about changed since then.\nA-3,Omsk,\n'

test('a zip of mixed files and a sheet of answers become interviews', async ({ page }) => {
  const anna = person('Anna')
  const access = project(anna)
  await signIn(page, anna)
  await page.goto(`/projects/${access.projectId}/interviews/import`)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      { name: 'mixed.zip', mimeType: 'application/zip', buffer: Buffer.from(batch) },
      { name: 'one.rtf', mimeType: 'application/rtf', buffer: utf8(rtf) },
      { name: 'broken.pdf', mimeType: 'application/pdf', buffer: utf8('%PDF-1.7 no') },
      { name: 'answers.csv', mimeType: 'text/csv', buffer: utf8(answers) },
    ])
  await expect(page.getByText('“broken.pdf” is damaged')).toBeVisible()
  await expect(page.getByText('“x.mp3” is of a kind that is not read')).toBeVisible()
  await expect(page.getByText('mixed.zip/a/talk.vtt')).toBeVisible()
  const take = page.getByRole('button', { name: 'Take 2 rows as interviews' })
  await expect(take).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'What changed?' })).toBeChecked()
  await accessible(page)
  await take.click()
  await page.getByRole('checkbox', { name: /new variable “town”/ }).check()
  await accessible(page)
  await page.getByRole('button', { name: 'Import 5 interviews' }).click()
  await expect(page.getByText('5 interviews imported')).toBeVisible()
  const list = interviews.list(access)
  expect(list.map(({ name }) => name).sort()).toEqual(['A-1', 'A-2', 'one', 'page', 'talk'])
  const textOf = (name: string) => interviews.text(access, list.find((one) => one.name === name)?.id ?? '')
  expect(textOf('page').text).toBe('Only this')
  expect(textOf('one').text).toContain('A: Потому.')
  expect(textOf('talk').turns.map(({ time }) => time)).toEqual([1.5, 3600])
  expect(Object.values(list.find(({ name }) => name === 'A-1')?.values ?? {})).toEqual(['Orsha'])
})
