import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, scryptSync } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { account, door } from '@/db/access'
import * as codes from '@/db/codes'
import * as codings from '@/db/codings'
import * as interviews from '@/db/interviews'
import { migrate } from '@/db/migrate'
import { databaseFile, open } from '@/db/open'
import * as projects from '@/db/projects'
import * as users from '@/db/users'
import { readTranscript } from '@/formats'
import type { Row } from './row'

const LENGTH = 300_000
const CODINGS = 5_000
const RUNS = 7
const port = 3195

/** A text of 300,000 characters with 5,000 codings: how long it takes to open in Chromium, and to paint one coding more. In milliseconds. */
export async function rows(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'interlinear-long-'))
  const { password, email, path } = await seeded(folder)
  const server = await served(folder)
  const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync)
  const browser = await chromium.launch({
    ...(installed ? { executablePath: installed } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    await page.goto(`http://127.0.0.1:${port}/sign-in`)
    await page.fill('[name=email]', email)
    await page.fill('[name=password]', password)
    await page.click('button[type=submit]')
    await page.waitForURL('**/projects')
    const opened: number[] = []
    for (let i = 0; i <= RUNS; i++) {
      await page.goto('about:blank')
      const start = performance.now()
      await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'commit' })
      await page.waitForFunction("document.querySelectorAll('.ProseMirror .seg').length > 1000")
      // Two frames: what was drawn is on the glass.
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
      // The first opening fills the caches of the browser and the server.
      if (i > 0) opened.push(performance.now() - start)
    }
    const painted: number[] = []
    for (let i = 0; i <= RUNS; i++) {
      await page.keyboard.press('Control+ArrowDown')
      const time = await paint(page)
      if (i > 0) painted.push(time)
    }
    const what = `A text of ${LENGTH.toLocaleString('en')} characters with ${CODINGS.toLocaleString('en')} codings`
    return [
      { what: `${what}: opened, painted`, runs: opened, aim: 2000 },
      { what: `${what}: one more coding painted`, runs: painted, aim: 50 },
    ]
  } finally {
    await browser.close()
    server.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}

/** From the key press that codes the selected sentence to the frame after the one that shows it. */
async function paint(page: Page): Promise<number> {
  await page.evaluate(`window.painting = new Promise((done) => {
    addEventListener('keydown', () => {
      const start = performance.now()
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => done(performance.now() - start)
        channel.port2.postMessage(null)
      })
    }, { capture: true, once: true })
  }); undefined`)
  await page.keyboard.press('Digit1')
  return Number(await page.evaluate('window.painting'))
}

async function seeded(folder: string) {
  const db = open(databaseFile(folder))
  migrate(db)
  const password = randomBytes(9).toString('base64url')
  const salt = randomBytes(16)
  const key = scryptSync(password, salt, 32, { N: 1024, r: 8, p: 1 })
  const passwordHash = ['scrypt', 1024, 8, 1, salt.toString('base64url'), key.toString('base64url')].join('$')
  const email = 'bench@example.org'
  const who = users.add(door(db), { email, name: 'Bench', passwordHash, admin: true })
  const access = projects.add(account(door(db), who.userId), { name: 'Long' })
  const sentence = 'Таможню убрали, но потом начались молочные войны, и машины стояли неделями на границе. '
  const turn = (n: number) => `${n % 2 ? 'Respondent' : 'Interviewer'}: ${sentence.repeat(n % 2 ? 8 : 1)}`.trimEnd()
  const lines: string[] = []
  for (let size = 0, n = 0; size < LENGTH; n++) {
    lines.push(turn(n))
    size += (lines.at(-1)?.length ?? 0) + 1
  }
  const read = await readTranscript('long.txt', new TextEncoder().encode(lines.join('\n')))
  if (!('value' in read)) throw new Error('the long text was refused')
  const { id } = interviews.add(access, { name: 'Long', file: 'long.txt', read: read.value })
  const ids = Array.from({ length: 40 }, (_, i) =>
    codes.add(access, { id: crypto.randomUUID(), parentId: null, name: `code ${i + 1}`, colour: i % 12 }),
  ).map((code) => code.id)
  const transcriptId = db.$client.prepare('select id from transcripts where interview_id = ?').pluck().get(id)
  const { text } = interviews.text(access, id)
  db.transaction(() => {
    for (let i = 0; i < CODINGS; i++) {
      const start = Math.floor(((text.length - 600) / CODINGS) * i)
      codings.add(access, {
        id: crypto.randomUUID(),
        transcriptId: String(transcriptId),
        codeId: ids[(i * 7) % ids.length] ?? '',
        start,
        end: start + 60 + ((i * 37) % 400),
      })
    }
  })
  db.$client.close()
  return { password, email, path: `/projects/${access.projectId}/interviews/${id}` }
}

async function served(folder: string): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, INTERLINEAR_DATA: folder, INTERLINEAR_SAMPLE: 'off', PORT: String(port), NEXTAUTH_URL: '' },
  })
  for (let i = 0; i < 300; i++) {
    const answer = await fetch(`http://127.0.0.1:${port}/sign-in`).catch(() => null)
    if (answer?.ok) return server
    await new Promise((done) => setTimeout(done, 1000))
  }
  throw new Error('the server did not start')
}
