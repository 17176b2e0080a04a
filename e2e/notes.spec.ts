import { eq } from 'drizzle-orm'
import type { Access } from '@/db/access'
import * as codes from '@/db/codes'
import * as codings from '@/db/codings'
import * as interviews from '@/db/interviews'
import * as memos from '@/db/memos'
import { transcripts } from '@/db/schema'
import * as threads from '@/db/threads'
import * as translations from '@/db/translations'
import { accessible, clickWords, expect, joined, person, project, signIn, test } from './house'

const text = 'Что изменилось? Молочные войны, и это дорого. Ездим реже, потому что проверяют.'

function study(access: Access) {
  const read = {
    ...{ text, language: 'ru', speakers: [] },
    turns: [{ start: 0, end: text.length, said: 0, speaker: null, time: null }],
  }
  const { id } = interviews.add(access, { name: 'RB-2', file: '', read })
  const transcriptId =
    access.db.select({ id: transcripts.id }).from(transcripts).where(eq(transcripts.interviewId, id)).get()?.id ?? ''
  const code = codes.add(access, { id: crypto.randomUUID(), parentId: null, name: 'milk wars' })
  const coding = codings.add(access, { id: crypto.randomUUID(), transcriptId, codeId: code.id, start: 16, end: 45 })
  return { id, transcriptId, code, coding }
}

test('a memo is begun, written and linked by keyboard, saved by itself, found again, removed and brought back', async ({
  page,
}) => {
  const anna = person('Anna')
  const access = project(anna)
  const { code } = study(access)
  const base = `/projects/${access.projectId}`
  await signIn(page, anna)
  await page.goto(`${base}/memos`)
  await accessible(page)
  await page.getByRole('link', { name: 'New memo' }).click()
  await page.waitForURL('**/memos/new')
  await accessible(page)
  await page.getByRole('button', { name: 'Begin writing' }).press('Enter')
  const body = page.getByRole('textbox', { name: 'Text of the memo' })
  await expect(body).toBeFocused()
  await page.keyboard.type('Ёлки и цены, см. @мило')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  for (let i = 0; i < 5; i++) await page.keyboard.press('Backspace')
  await page.keyboard.type('[[MILK')
  await expect(page.getByRole('option', { name: /milk wars/ })).toHaveAttribute('aria-selected', 'true')
  await accessible(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type('и это всё')
  await page.getByLabel('Title').fill('О ценах')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const [memo] = memos.list(access)
  expect(memo).toMatchObject({ title: 'О ценах', beginning: 'Ёлки и цены, см. milk wars и это всё' })
  expect(memos.linksTo(access, 'code', code.id)).toHaveLength(1)
  await expect(page.getByRole('region', { name: 'Leads to' }).getByRole('link', { name: 'milk wars' })).toBeVisible()
  await accessible(page)

  await page.goto(`${base}/codebook?code=${code.id}`)
  await page.getByRole('region', { name: 'Memos' }).getByRole('link', { name: 'О ценах' }).click()
  await expect(page.getByLabel('Title')).toHaveValue('О ценах')

  await page.goto(`${base}/memos`)
  await page.getByLabel('Search in memos').fill('ЕЛКИ')
  await page.getByLabel('Search in memos').press('Enter')
  await page.waitForURL('**text=**')
  await accessible(page)
  await page.getByRole('link', { name: 'О ценах' }).click()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await page.waitForURL('**/memos')
  await expect.poll(() => memos.list(access).length).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => memos.list(access).length).toBe(1)
})

test('who saves over a newer version is shown both, and nothing of either is lost', async ({ page }) => {
  const anna = person('Anna')
  const boris = person('Boris')
  const access = project(anna)
  const other = joined(access, boris, 'coder')
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'first' }] }] }
  const theirs = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'by Boris' }] }] }
  const subject = { kind: 'project', id: access.projectId } as const
  const { id } = memos.add(access, { id: crypto.randomUUID(), subject, title: 'Prices', body })
  await signIn(page, anna)
  await page.goto(`/projects/${access.projectId}/memos/${id}`)
  const editor = page.getByRole('textbox', { name: 'Text of the memo' })
  await expect(editor).toHaveText('first')
  memos.save(other, id, { title: 'Prices', body: theirs, seen: 1 })
  await editor.press('End')
  await page.keyboard.type(' and mine')
  await expect(page.getByRole('alert').filter({ hasText: 'by Boris' })).toBeVisible()
  await expect(editor).toHaveText('first and mine')
  await accessible(page)
  expect(memos.get(access, id).text).toBe('by Boris')
  await page.getByRole('button', { name: 'Save mine over it' }).click()
  await expect.poll(() => memos.get(access, id).text).toBe('first and mine')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
})

test('what was written while the server was away is kept over a reload and stored then', async ({ page }) => {
  const anna = person('Anna')
  const access = project(anna)
  const body = { type: 'doc', content: [{ type: 'paragraph' }] }
  const subject = { kind: 'project', id: access.projectId } as const
  const { id } = memos.add(access, { id: crypto.randomUUID(), subject, title: 'Away', body })
  await signIn(page, anna)
  const address = `/projects/${access.projectId}/memos/${id}`
  await page.goto(address)
  await page.route('**/memos/**', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await page.getByRole('textbox', { name: 'Text of the memo' }).click()
  await page.keyboard.type('written offline')
  await expect(page.getByText('Not saved: the server does not answer')).toBeVisible()
  await page.unroute('**/memos/**')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect.poll(() => memos.get(access, id).text).toBe('written offline')
})

test('beside the text a passage is translated, asked about and linked from a memo on its coding', async ({ page }) => {
  const anna = person('Anna')
  const sergey = person('Sergey')
  const access = project(anna)
  joined(access, sergey, 'supervisor')
  const { id, transcriptId, coding } = study(access)
  await signIn(page, anna)
  await page.goto(`/projects/${access.projectId}/interviews/${id}?coding=${coding.id}`)
  await page.getByRole('button', { name: 'On this coding' }).click()
  const body = page.getByRole('textbox', { name: 'Text of the memo' })
  await expect(body).toBeFocused()
  await page.keyboard.type('Compare this')
  await expect.poll(() => memos.about(access, { kind: 'coding', id: coding.id })[0]?.beginning).toBe('Compare this')
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('button', { name: /Compare this/ })).toBeVisible()

  const words = page.getByRole('textbox', { name: /Transcript/ })
  await clickWords(words, 'реже')
  await page.keyboard.press('Control+ArrowLeft')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.getByRole('button', { name: 'Translate', exact: true }).click()
  await page.getByLabel('Translation of the passage').fill('more rarely')
  await page.getByLabel('Translation of the passage').press('Control+Enter')
  await expect.poll(() => translations.inInterview(access, id)[0]?.text).toBe('more rarely')
  await accessible(page)
  await page.getByRole('button', { name: 'More about the translation into English' }).click()
  await page.getByRole('menuitem', { name: 'Call it checked' }).click()
  await expect.poll(() => translations.inInterview(access, id)[0]?.state).toBe('checked')

  await page.getByRole('button', { name: 'Ask here' }).click()
  await page.getByRole('textbox', { name: 'Question' }).fill('Rarely or seldom?')
  await page.getByLabel('To', { exact: true }).first().click()
  await page.getByRole('option', { name: 'Sergey' }).click()
  await page.getByLabel('To decide at the next meeting').check()
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect.poll(() => threads.inInterview(access, id)[0]?.to?.name).toBe('Sergey')
  const asked = threads.inInterview(access, id)[0]
  expect(asked?.transcriptId).toBe(transcriptId)

  await page.getByRole('button', { name: 'On this interview' }).click()
  await page.getByRole('button', { name: 'Link this passage' }).click()
  await expect.poll(() => memos.linksTo(access, 'passage', transcriptId, { start: 0, end: text.length }).length).toBe(1)
  await accessible(page)

  await page.goto(`/projects/${access.projectId}/interviews`)
  await expect(page.getByRole('row', { name: /RB-2/ })).toContainText('1')
})

test('questions are answered, settled and taken to a meeting, whose agenda is downloaded', async ({ page }) => {
  const anna = person('Anna')
  const boris = person('Boris')
  const access = project(anna)
  const other = joined(access, boris, 'coder')
  const { transcriptId } = study(access)
  const ask = (to: string | null, words: string, meeting: boolean) =>
    threads.ask(other, {
      ...{ id: crypto.randomUUID(), postId: crypto.randomUUID(), transcriptId, start: 16, end: 30 },
      ...{ to, text: words, meeting },
    }).id
  const first = ask(access.userId, 'Whose wars?', false)
  ask(null, 'Which milk?', true)
  await signIn(page, anna)
  await page.goto(`/projects/${access.projectId}/questions`)
  await accessible(page)
  const card = page.getByRole('article').filter({ hasText: 'Whose wars?' })
  await card.getByRole('button', { name: 'Answer' }).press('Enter')
  await page.keyboard.type('Belarusian ones')
  await page.keyboard.press('Control+Enter')
  await expect(card.getByText('Belarusian ones')).toBeVisible()
  await card.getByRole('button', { name: 'More about the question by Boris' }).click()
  await page.getByRole('menuitem', { name: 'Put on the next meeting' }).click()
  await expect.poll(() => threads.agenda(access).length).toBe(2)
  await card.getByRole('button', { name: 'Settle' }).click()
  await expect.poll(() => threads.get(access, first).settled?.by.name).toBe('Anna')
  await page.getByRole('radio', { name: 'next meeting' }).press('Space')
  await page.waitForURL('**show=meeting**')
  await expect(page.getByRole('article')).toHaveCount(1)
  await accessible(page)
  await page.getByRole('button', { name: 'Download the agenda' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Markdown (.md)' }).click(),
  ])
  const stream = await download.createReadStream()
  const chunks: string[] = []
  for await (const chunk of stream) chunks.push(String(chunk))
  expect(chunks.join('')).toContain('### 1. Which milk?')
  expect(chunks.join('')).not.toContain('Whose wars?')
})
