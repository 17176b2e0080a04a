import { strFromU8, unzipSync } from 'fflate'
import * as codes from '@/db/codes'
import * as codings from '@/db/codings'
import * as interviews from '@/db/interviews'
import * as memos from '@/db/memos'
import * as reading from '@/db/reading'
import * as threads from '@/db/threads'
import { crawled } from './crawl'
import { accessible, expect, joined, person, project, signIn, test } from './house'

const text = 'Потом приехал Климов из Рудни. Мы говорили с Климовым о молоке.'
const id = () => crypto.randomUUID()

/** A project in whose text, codes, comments, memos and questions Klimov is named. */
function house() {
  const olga = person('Olga')
  const anna = person('Anna')
  const owner = project(olga)
  const coder = joined(owner, anna, 'coder')
  const interview = interviews.add(owner, {
    ...{ name: 'I-1', file: 'Климов.docx', values: {} },
    read: { text, language: 'ru', turns: [], speakers: [] },
  }).id
  const { transcriptId } = reading.read(owner, interview)
  const codeId = codes.add(owner, { id: id(), parentId: null, name: 'milk' }).id
  codes.change(owner, codeId, { definition: 'Как у Климова', include: '', exclude: '', example: '' })
  const passage = { transcriptId, start: 31, end: text.length }
  codings.add(owner, { ...passage, id: id(), codeId, comment: 'Климов опять' })
  threads.ask(owner, { ...passage, id: id(), postId: id(), to: null, meeting: true, text: 'Кто такой Климов?' })
  memos.add(owner, {
    ...{ id: id(), subject: { kind: 'interview', id: interview }, title: 'О Климове' },
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Климову не везёт' }] }] },
  })
  return { olga, anna, owner, coder, interview, start: `/projects/${owner.projectId}` }
}

test('a supervisor decides about names by key, and from then on no page or file shows a coder any', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const { olga, anna, interview, start } = house()
  const page = await (await browser.newContext()).newPage()
  await signIn(page, olga)
  await page.goto(`${start}/masking`)
  await page.getByRole('switch', { name: 'Names of this project are masked' }).click()
  await expect(page.getByRole('switch', { name: 'Names of this project are masked' })).toBeChecked()
  const queue = page.getByRole('region', { name: /To decide/ })
  await expect(queue.getByRole('heading', { name: /Климов/ })).toBeVisible()
  await accessible(page)

  // A file with a name that nobody has decided about does not go out, and says which.
  const refused = await page.request.get(`${start}/excerpts/download?format=csv`)
  expect(refused.status()).toBe(409)
  expect(await refused.text()).toContain('Климовым')
  await page.goto(`${start}/export`)
  await expect(page.getByText(/may be a name and nobody has decided/)).toBeVisible()
  await page.goto(`${start}/masking`)

  await queue.focus()
  await page.keyboard.press('p')
  const pseudonym = queue.getByLabel('Pseudonym')
  await expect(pseudonym).toBeFocused()
  await queue.getByLabel('Name, in the nominative').fill('Климов')
  await pseudonym.fill('Орлов')
  await pseudonym.press('Enter')
  await expect(queue.getByRole('heading', { name: /Рудни/ })).toBeVisible()
  await queue.focus()
  await page.keyboard.press('n')
  await expect(page.getByText('Nothing is left to decide.')).toBeVisible()

  await page.goto(`${start}/masking?show=text&interview=${interview}`)
  await expect(page.getByRole('region', { name: 'I-1' })).toHaveText(
    text.replace('Климов ', 'Орлов ').replace('Климовым', 'Орловым'),
  )
  await accessible(page)

  for (const show of ['names', 'consent']) {
    await page.goto(`${start}/masking?show=${show}`)
    await accessible(page)
  }

  const csv = await (await page.request.get(`${start}/excerpts/download?format=csv`)).text()
  expect(csv).toContain('Мы говорили с Орловым')
  expect(csv).not.toContain('Климов')
  expect(await (await page.request.get(`${start}/excerpts/download?format=csv&names=raw`)).text()).toContain('Климовым')

  const coder = await (await browser.newContext()).newPage()
  await signIn(coder, anna)
  const answers = await crawled(coder, start)
  expect(answers.size).toBeGreaterThan(15)
  expect([...answers].filter(([, body]) => /климов/iu.test(body)).map(([path]) => path)).toEqual([])
  expect([...answers].filter(([, body]) => body.includes('Орлов')).map(([path]) => path)).toContain(
    `${start}/interviews/${interview}`,
  )
  for (const format of ['docx', 'qdpx', 'tables', 'html']) {
    const response = await coder.request.get(`${start}/export/file?format=${format}`)
    expect(response.status()).toBe(200)
    const bytes = new Uint8Array(await response.body())
    const parts = bytes[0] === 0x50 ? Object.values(unzipSync(bytes)) : [bytes]
    const all = parts.map((part) => strFromU8(part)).join('\n')
    expect(all).not.toMatch(/климов/iu)
    expect(all).toContain('Орловым')
  }
  expect((await coder.request.get(`${start}/export/file?format=qdpx&names=raw`)).status()).toBe(403)
  expect((await coder.request.get(`${start}/masking`)).status()).toBe(404)
})

test('a coder codes the masked text, and the words said are coded', async ({ page }) => {
  const { anna, owner, interview, start } = house()
  const masking = await import('@/db/masking')
  masking.addName(owner, id(), { kind: 'person', spellings: ['Климов'], pseudonym: 'Орловский' })
  masking.setOn(owner, true)
  await signIn(page, anna)
  await page.goto(`${start}/interviews/${interview}`)
  const transcript = page.getByRole('textbox', { name: /Transcript of I-1/ })
  await expect(transcript).toBeFocused()
  await expect(transcript).toContainText('Мы говорили с Орловским о молоке.')
  await page.keyboard.press('Control+ArrowDown')
  await page.keyboard.press('Control+ArrowDown')
  await page.keyboard.type('milk')
  await page.keyboard.press('Enter')
  await expect
    .poll(() =>
      codings
        .inInterview(owner, interview)
        .some((one) => one.coderId !== owner.userId && one.quote.endsWith('с Климовым о молоке.')),
    )
    .toBe(true)
})

test('what is off the record leaves no file, and the file and the screen say so', async ({ page }) => {
  const { olga, owner, interview, start } = house()
  const masking = await import('@/db/masking')
  const { transcriptId } = reading.read(owner, interview)
  masking.setPassage(owner, { id: id(), transcriptId, start: 31, end: 40, level: 'off' })
  await signIn(page, olga)
  const csv = await (await page.request.get(`${start}/excerpts/download?format=csv`)).text()
  expect(csv).not.toContain('молоке')
  expect(csv).toContain('off the record')
  await page.goto(`${start}/excerpts`)
  await expect(page.getByText('Left out by consent: one passage')).toBeVisible()
  await page.goto(`${start}/export`)
  await page.getByText('Left out by consent: one passage').click()
  await expect(page.getByText(/I-1, 31, milk: off the record/)).toBeVisible()
})
