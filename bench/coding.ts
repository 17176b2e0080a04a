import type { Page } from '@playwright/test'
import * as codings from '@/db/codings'
import { aCoding } from './a-coding'
import { house } from './house'
import { measured, person } from './person'
import { type Row, timed } from './row'
import { served } from './server'

const RUNS = 15

/** Applying a code in a transcript of 12,000 words with 400 codings. */
export async function rows(): Promise<readonly Row[]> {
  const at = await house()
  const { access, long, folder } = at
  const add = aCoding(at)
  add(-1)
  const database = await timed(RUNS, add)
  const before = codings.inInterview(access, long.interviewId).length
  const server = await served(folder)
  const { page, leave } = await person(server)
  const answers: number[] = []
  page.on('requestfinished', (request) => {
    if (request.method() !== 'POST' || !request.postData()?.includes('codeId')) return
    const { requestStart, responseEnd } = request.timing()
    answers.push(responseEnd - requestStart)
  })
  try {
    await page.goto(`/projects/${access.projectId}/interviews/${long.interviewId}`)
    await page.waitForFunction('measured.isOpen()')
    // Once each without counting: code that a browser has not run yet is slow.
    await applied(page, 0, 1, byNumber)
    await applied(page, 1, 2, byName)
    answers.length = 0
    const numbered = await applied(page, 2, 2 + RUNS, byNumber)
    const named = await applied(page, 2 + RUNS, 2 + 2 * RUNS, byName)
    const stored = codings.inInterview(access, long.interviewId).length - before
    if (stored !== 2 + 2 * RUNS) throw new Error(`${stored} codings were stored instead of ${2 + 2 * RUNS}`)
    return [
      { what: 'Applying a code: by its number, painted', runs: numbered, aim: 50 },
      { what: 'Applying a code: by its name, painted after Enter', runs: named, aim: 50 },
      { what: 'Applying a code: server, the whole action', runs: answers, aim: 20 },
      { what: 'Applying a code: the database', runs: database, aim: 20 },
    ]
  } finally {
    await leave()
    await server.stop()
  }
}

async function byNumber(page: Page): Promise<void> {
  await page.evaluate('measured.coding()')
  await page.keyboard.press('Digit1')
}

async function byName(page: Page): Promise<void> {
  await page.keyboard.type('milk')
  await page.evaluate('measured.coding()')
  await page.keyboard.press('Enter')
}

/** How long it takes from the key to the paint, on the first sentence of the turns [from, to), one after the other. */
async function applied(page: Page, from: number, to: number, apply: (page: Page) => Promise<void>): Promise<number[]> {
  const times: number[] = []
  const turns = page.getByRole('textbox', { name: /^Transcript of/ }).locator('p.first')
  for (let i = from; i < to; i++) {
    const turn = turns.nth(i * 3 + 4)
    await turn.evaluate((element) => element.scrollIntoView({ block: 'start' }))
    await turn.click({ position: { x: 300, y: 30 } })
    await page.keyboard.press('Alt+KeyS')
    await apply(page)
    await page.waitForFunction('measured.isCoded()')
    times.push(await measured(page, 'coded'))
    await page.getByText('Saved', { exact: true }).waitFor()
  }
  return times
}
