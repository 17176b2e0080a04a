import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import * as codes from '@/db/codes'
import * as codings from '@/db/codings'
import * as interviews from '@/db/interviews'
import * as desks from '@/db/quote-desks'
import * as quotes from '@/db/quotes'
import { interviewOf } from '@/db/testing-notes'
import * as translations from '@/db/translations'
import * as variables from '@/db/variables'
import { accessible, expect, person, project, signIn, test } from './house'

const sentences = Array.from(
  { length: 6 },
  (_, i) => `После ${2010 + i} года они, честно говоря, проверяют снова, только называется иначе.`,
)

test('twelve translated quotes are put in order, shortened, and taken out as a document', async ({ page }) => {
  const anna = person('Anna')
  const access = project(anna)
  const section = variables.add(access, { name: 'section', kind: 'category', categories: ['RU-BY', 'RU-KZ'] }).id
  const consent = variables.add(access, { name: 'consent', kind: 'category', categories: ['quotable'] }).id
  const code = codes.add(access, { id: crypto.randomUUID(), parentId: null, name: 'trade' })
  for (const [n, value] of ['RU-BY', 'RU-KZ'].entries()) {
    const one = interviewOf(access, `int-0${n + 1}`, sentences.join(' '))
    interviews.setValues(access, [
      { interviewId: one.id, variableId: section, value },
      { interviewId: one.id, variableId: consent, value: 'quotable' },
    ])
    let start = 0
    for (const [i, sentence] of sentences.entries()) {
      const place = { transcriptId: one.transcriptId, start, end: start + sentence.length }
      codings.add(access, { id: crypto.randomUUID(), codeId: code.id, ...place })
      const text = `After ${2010 + i} they check again, only under another name.`
      translations.add(access, { id: crypto.randomUUID(), ...place, language: 'en', text, state: 'checked' })
      start += sentence.length + 1
    }
  }
  await signIn(page, anna)
  await page.goto(`/projects/${access.projectId}/quotes`)
  await accessible(page)
  await page.getByLabel('Name of the desk').fill('Chapter 4')
  await page.getByRole('button', { name: 'Make the desk' }).click()
  await expect(page.getByText('Nothing is on this desk')).toBeVisible()
  const desk = desks.list(access)[0]?.id ?? ''

  await page.goto(`/projects/${access.projectId}/excerpts`)
  await page.getByRole('button', { name: 'Choose this page' }).click()
  await expect(page.getByText('12 chosen')).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: 'Put on a quote desk' }).click()
  await page.getByRole('menuitem', { name: 'Chapter 4' }).click()
  await page.getByRole('link', { name: 'Open the desk' }).click()
  await expect(page.getByRole('article')).toHaveCount(12)

  await page.getByLabel('Heading', { exact: true }).fill('Checks that remained')
  await page.getByRole('button', { name: 'Add heading' }).click()
  const handle = page.getByRole('button', { name: /^Move “Checks that remained”/ })
  await handle.focus()
  for (let left = 12; left > 0; left--) {
    await page.keyboard.press('Alt+ArrowUp')
    await expect(page.getByText(`Moved to place ${left} of 13`)).toBeAttached()
    await expect(handle).toBeFocused()
  }
  await expect.poll(() => quotes.read(access, desk).items[0]?.kind).toBe('heading')
  // All of it in sight: who drags does not scroll between pressing and moving.
  await page.setViewportSize({ width: 1280, height: 2600 })
  await page
    .getByRole('button', { name: /^Move “2:6”/ })
    .dragTo(page.getByRole('listitem').filter({ has: page.getByRole('article', { name: '1:1' }) }))
  await expect
    .poll(() =>
      quotes
        .read(access, desk)
        .items.slice(0, 3)
        .map((item) => (item.kind === 'quote' ? item.number : '')),
    )
    .toEqual(['', '2:6', '1:1'])

  await page.getByRole('button', { name: 'Shorten, clarify: 1:1' }).click()
  const words = page.getByLabel('Words of the quote')
  await words.evaluate((field: HTMLTextAreaElement) => {
    const at = field.value.indexOf('честно')
    field.focus()
    field.setSelectionRange(at, field.value.indexOf('говоря') + 6)
  })
  await page.keyboard.press('Delete')
  await expect(page.getByRole('article', { name: '1:1' }).getByRole('blockquote')).toHaveText(
    'После 2010 года они, […], проверяют снова, только называется иначе.',
  )
  await words.evaluate((field: HTMLTextAreaElement) => {
    const at = field.value.indexOf('они') + 3
    field.setSelectionRange(at, at)
  })
  await page.getByLabel('Clarification at the cursor').first().fill('таможенники')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: '1:1' }).getByRole('blockquote')).toHaveText(
    'После 2010 года они [таможенники], […], проверяют снова, только называется иначе.',
  )
  await accessible(page)

  await page.getByRole('button', { name: 'Take off the desk: 1:2' }).click()
  await expect(page.getByRole('article')).toHaveCount(11)
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('article')).toHaveCount(12)

  await page.getByRole('button', { name: 'Download' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByText('Document for Word (DOCX)').click()
  const file = readFileSync((await (await downloading).path()) ?? '')
  const { value } = await mammoth.convertToHtml({ buffer: file })
  expect(value.match(/After 20\d\d they check again/gu)).toHaveLength(12)
  expect(value).toContain('<h1>Checks that remained</h1>')
  expect(value).toContain('они [таможенники], […], проверяют')
  expect(value.match(/Consent: quotable/gu)).toHaveLength(12)
  expect(value.match(/\[RU-(BY|KZ), int-0[12]\]/gu)).toHaveLength(12)
  expect(value).toContain('2:6')
})
