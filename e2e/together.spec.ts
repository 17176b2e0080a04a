import type { Browser, Page } from '@playwright/test'
import * as codes from '@/db/codes'
import * as codings from '@/db/codings'
import * as corrections from '@/db/corrections'
import * as interviews from '@/db/interviews'
import * as members from '@/db/members'
import { read } from '@/db/reading'
import * as rounds from '@/db/rounds'
import { accessible, clickWords, expect, joined, type Person, person, project, signIn, test } from './house'

const sentences = Array.from({ length: 30 }, (_, i) => `Number ${i + 1} speaks of milk at the border.`)
const text = sentences.join(' ')

/** An interview of thirty sentences, open before Anna who owns the project; Boris and Vera code in it. */
async function together(page: Page) {
  const anna = person('Anna')
  const boris = person('Boris')
  const access = project(anna)
  const asBoris = joined(access, boris, 'coder')
  const { id: interview } = interviews.add(access, {
    ...{ name: 'RU-BY 001', file: '' },
    read: { text, language: 'en', turns: [], speakers: [] },
  })
  const milk = codes.add(access, { id: crypto.randomUUID(), parentId: null, name: 'milk' }).id
  const href = `/projects/${access.projectId}/interviews/${interview}`
  await opened(page, anna, href)
  const quotes = () => codings.inInterview(access, interview).map((one) => one.quote)
  return { anna, boris, access, asBoris, interview, milk, href, quotes }
}

async function opened(page: Page, who: Person, href: string) {
  await signIn(page, who)
  await page.goto(href)
  await expect(transcript(page)).toBeFocused()
}
const transcript = (page: Page) => page.getByRole('textbox', { name: /^Transcript of/ })
const stripes = (page: Page) => page.locator('aside button[aria-label][tabindex="-1"]')

async function another(browser: Browser, who: Person, href: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await opened(page, who, href)
  return page
}

async function code(page: Page, sentence: number) {
  await clickWords(transcript(page), `Number ${sentence} speaks`)
  await page.keyboard.press('Alt+KeyS')
  await page.keyboard.type('milk')
  await page.keyboard.press('Enter')
}

test('two people in one interview see each other, and what the other codes, within a second', async ({
  page,
  browser,
}) => {
  const at = await together(page)
  const boris = await another(browser, at.boris, at.href)
  await expect(page.getByRole('list', { name: 'Also here' }).getByRole('img', { name: 'Boris' })).toBeVisible()
  await expect(boris.getByRole('list', { name: 'Also here' }).getByRole('img', { name: 'Anna' })).toBeVisible()
  await accessible(page)

  await code(boris, 1)
  await expect(stripes(boris)).toHaveCount(1)
  await expect.poll(at.quotes).toEqual([sentences[0]])
  await expect(stripes(page)).toHaveCount(1, { timeout: 1000 })
  // What a colleague does takes nothing from the reader's hands: neither the selection nor what can be undone.
  await clickWords(transcript(page), 'Number 3 speaks')
  await page.keyboard.press('Alt+KeyS')
  const selected = () => page.evaluate(() => getSelection()?.toString())
  await expect.poll(selected).toBe(sentences[2])
  await code(boris, 2)
  await expect(stripes(page)).toHaveCount(2)
  expect(await selected()).toBe(sentences[2])
  await page.keyboard.press('Control+KeyZ')
  await expect(stripes(page)).toHaveCount(2)
  await page.keyboard.type('milk')
  await page.keyboard.press('Enter')
  await expect(stripes(boris)).toHaveCount(3)

  // A code made by one is there for the other.
  await clickWords(transcript(boris), 'Number 5 speaks')
  await boris.keyboard.press('Alt+KeyS')
  await boris.keyboard.type('smuggling')
  await boris.keyboard.press('Enter')
  await expect(page.getByRole('treeitem', { name: /^smuggling/ })).toBeVisible()

  await boris.close()
  await expect(page.getByRole('list', { name: 'Also here' })).toHaveCount(0)
})

test('two who change and remove the same coding at once see the same in the end', async ({ page, browser }) => {
  const at = await together(page)
  const boris = await another(browser, at.boris, at.href)
  await code(boris, 1)
  await expect(stripes(page)).toHaveCount(1)
  await stripes(page).first().click()
  await stripes(boris).first().click()
  await Promise.all([page.keyboard.press('Delete'), boris.keyboard.press('Shift+ArrowLeft')])
  await expect
    .poll(async () => {
      const stored = codings.inInterview(at.access, at.interview).length
      return (await stripes(page).count()) === stored && (await stripes(boris).count()) === stored
    })
    .toBe(true)
  expect(at.quotes()).toEqual([])

  // One recodes while the other resizes: both are done, and both see it.
  const law = codes.add(at.access, { id: crypto.randomUUID(), parentId: null, name: 'law' }).id
  await code(boris, 2)
  await expect(stripes(page)).toHaveCount(1)
  await stripes(boris).first().click()
  const [one] = codings.inInterview(at.access, at.interview)
  const shorter = boris.keyboard.press('Shift+ArrowLeft')
  codings.change(at.access, one?.id ?? '', { codeId: law })
  await shorter
  const labels = (of: Page) => stripes(of).evaluateAll((all) => all.map((stripe) => stripe.getAttribute('aria-label')))
  await expect.poll(() => at.quotes()[0]?.length).toBeLessThan(sentences[1]?.length ?? 0)
  const wanted = [`law, Boris: ${at.quotes()[0]}`]
  await expect.poll(async () => [await labels(page), await labels(boris)]).toEqual([wanted, wanted])
})

test('one codes while the other corrects the text: the coding is carried over and both read the new text', async ({
  page,
  browser,
}) => {
  const at = await together(page)
  const boris = await another(browser, at.boris, at.href)
  await code(boris, 7)
  await expect(stripes(page)).toHaveCount(1)
  // Boris has no line while the text is corrected, and codes on.
  await boris.context().setOffline(true)
  await code(boris, 9)
  corrections.correct(at.access, at.interview, 1, { text: `Well. ${text}`, turns: [], speakers: [] })
  await expect(transcript(page)).toHaveText(/^Well\. Number 1/)
  await boris.context().setOffline(false)
  await expect(transcript(boris)).toHaveText(/^Well\. Number 1/)
  await expect.poll(at.quotes).toEqual([sentences[6], sentences[8]])
  await expect(stripes(boris)).toHaveCount(2)
  await expect(stripes(page)).toHaveCount(2)
})

test('thirty seconds without a line, ten codings, a reload after: nothing is lost and nothing is there twice', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const at = await together(page)
  const boris = await another(browser, at.boris, at.href)
  const since = Date.now()
  await boris.context().setOffline(true)
  await expect(boris.getByText('No connection', { exact: true })).toBeVisible()
  for (let i = 1; i <= 10; i++) await code(boris, i)
  await expect(stripes(boris)).toHaveCount(10)
  await expect(boris.getByText('No connection: 10 kept here')).toBeVisible()
  await accessible(boris)
  // Meanwhile a colleague works on the same text.
  await code(page, 12)
  await expect.poll(at.quotes).toEqual([sentences[11]])
  await boris.waitForTimeout(Math.max(0, 30_000 - (Date.now() - since)))
  boris.on('dialog', (dialog) => void dialog.accept())
  await boris.context().setOffline(false)
  await boris.reload()
  await expect(stripes(boris)).toHaveCount(11)
  await expect.poll(at.quotes).toEqual([...sentences.slice(0, 10), sentences[11]])
  await expect(stripes(page)).toHaveCount(11)
  await expect(boris.getByText('Saved', { exact: true })).toBeVisible()
  expect(codings.inInterview(at.access, at.interview)).toHaveLength(11)
})

test('the stream of a blind coder carries nothing of a colleague, and ends for who is no member any more', async ({
  page,
  browser,
}) => {
  const at = await together(page)
  const vera = person('Vera')
  const asVera = joined(at.access, vera, 'coder')
  rounds.add(at.access, {
    ...{ name: 'Pilot', blind: true, due: null, rule: null, groups: [] },
    assignments: [at.asBoris, asVera].map(({ userId }) => ({ interviewId: at.interview, coderId: userId })),
  })
  const coder = await another(browser, vera, at.href)
  const { transcriptId } = read(asVera, at.interview)
  const address = `${at.href}/live?${new URLSearchParams({ transcript: transcriptId, tab: crypto.randomUUID() })}`
  const heard = await coder.evaluateHandle((from) => {
    const kept: string[] = []
    const source = new EventSource(from)
    for (const kind of ['news', 'others', 'over'])
      source.addEventListener(kind, (event) =>
        kept.push(`${kind} ${'data' in event ? event.data : ''} ${'lastEventId' in event ? event.lastEventId : ''}`),
      )
    return kept
  }, address)
  const said = () => heard.evaluate((kept) => kept.join('\n'))
  await expect.poll(said).toContain('news')
  const boris = await another(browser, at.boris, at.href)
  await code(boris, 1)
  await expect.poll(at.quotes).toHaveLength(1)
  const own = codings.add(asVera, {
    ...{ id: crypto.randomUUID(), transcriptId, codeId: at.milk, start: 0, end: 6 },
  }).id
  await expect.poll(said).toContain(own)
  const theirs = codings.inInterview(at.access, at.interview).find((one) => one.coderId === at.asBoris.userId)
  for (const marker of [theirs?.id ?? '-', at.asBoris.userId, 'Boris']) expect(await said()).not.toContain(marker)
  await expect(coder.getByRole('list', { name: 'Also here' })).toHaveCount(0)
  // Who leads sees both.
  await expect(stripes(page)).toHaveCount(2)

  members.remove(at.access, asVera.userId)
  await expect.poll(said, { timeout: 15_000 }).toContain('over')
})
