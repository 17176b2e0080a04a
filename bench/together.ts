import { randomBytes, scryptSync } from 'node:crypto'
import { door } from '@/db/access'
import * as members from '@/db/members'
import * as users from '@/db/users'
import { house } from './house'
import { person } from './person'
import type { Row } from './row'
import { served } from './server'

const CODERS = 20
const EVERY = 2_000
const FOR = 60_000
const BEARABLE = 200

type Coder = { readonly cookie: string }
type Heard = Map<string, number[]>

/**
 * Coders at once in one interview, each putting a code on a passage every two seconds and hearing what the others do: how long storing takes, and until all others
 * have heard. Their browsers are played by this program, on the same cores as the server.
 */
export async function rows(): Promise<readonly Row[]> {
  const { access, long, folder, codeIds, db } = await house()
  const password = randomBytes(9).toString('base64url')
  const salt = randomBytes(16)
  const key = scryptSync(password, salt, 32, { N: 1024, r: 8, p: 1 })
  const passwordHash = ['scrypt', 1024, 8, 1, salt.toString('base64url'), key.toString('base64url')].join('$')
  const emails = Array.from({ length: 320 }, (_, i) => `at-once-${i}@example.org`)
  for (const email of emails) {
    const { id: userId } = identity(users.add(door(db), { email, name: email, passwordHash }))
    members.put(access, userId, 'coder')
  }
  const server = await served(folder)
  const path = `/projects/${access.projectId}/interviews/${long.interviewId}`
  try {
    const action = await captured(server.address, path)
    const coders: Coder[] = []
    const joined = async (count: number) => {
      while (coders.length < count)
        coders.push({ cookie: await signedIn(server.address, emails[coders.length] ?? '', password) })
    }
    const send = async ({ cookie }: Coder, n: number): Promise<{ id: string; took: number; at: number }> => {
      const id = crypto.randomUUID()
      const start = (n * 997) % (long.length - 400)
      const coding = {
        project: access.projectId,
        transcriptId: long.transcriptId,
        id,
        codeId: codeIds[n % codeIds.length],
      }
      const at = performance.now()
      const answer = await fetch(server.address + path, {
        method: 'POST',
        headers: { ...action, cookie, origin: server.address },
        body: JSON.stringify([{ ...coding, start, end: start + 60, comment: '', weight: null }]),
      })
      const told = await answer.text()
      if (!answer.ok || !told.includes(id))
        throw new Error(`the server answered ${answer.status}: ${told.slice(0, 300)}`)
      return { id, took: performance.now() - at, at }
    }
    let made = 0
    const run = async (count: number, time: number) => {
      await joined(count)
      const here = coders.slice(0, count)
      const heard: Heard = new Map()
      const ends = await Promise.all(
        here.map(({ cookie }, i) => listening(server.address + path, long.transcriptId, cookie, i, heard)),
      )
      const sent = await Promise.all(
        here.map(async (coder, i) => {
          const own: Awaited<ReturnType<typeof send>>[] = []
          await after((EVERY / count) * i)
          for (const until = performance.now() + time; performance.now() < until; ) {
            const next = performance.now() + EVERY
            own.push(await send(coder, made++))
            await after(next - performance.now())
          }
          return own
        }),
      )
      await after(2_500)
      for (const end of ends) end()
      const all = sent.flat()
      const last = all.map(({ id, at }) => {
        const times = heard.get(id) ?? []
        if (times.length < count) throw new Error(`a coding was heard by ${times.length} of ${count}`)
        return Math.max(...times) - at
      })
      return { stored: p95(all.map(({ took }) => took)), heard: Math.max(...last), codings: all.length }
    }

    const twenty = await run(CODERS, FOR)
    let most = CODERS
    for (let count = CODERS * 2; count <= emails.length; count *= 2) {
      const more = await run(count, 10_000)
      if (more.stored > BEARABLE) break
      most = count
    }
    const what = `${CODERS} coders at once, ${twenty.codings} codings in a minute`
    return [
      { what: `${what}: 95 of 100 are stored within`, runs: [twenty.stored], aim: 50 },
      { what: `${what}: the slowest to be heard by all`, runs: [twenty.heard], aim: 1000 },
      {
        what: `As many coders as are stored within ${BEARABLE} ms, 95 of 100: ${most}`,
        runs: [BEARABLE],
        aim: BEARABLE,
      },
    ]
  } finally {
    await server.stop()
  }
}

function identity(added: { readonly userId: string } | { readonly id: string }): { readonly id: string } {
  return 'userId' in added ? { id: added.userId } : added
}

/** What a browser sends to have a coding stored: the headers by which the server knows which action is meant. */
async function captured(address: string, path: string): Promise<Record<string, string>> {
  const { page, leave } = await person({ address, took: 0, stop: async () => undefined })
  try {
    await page.goto(path)
    await page
      .getByRole('textbox', { name: /^Transcript of/ })
      .locator('p.first')
      .nth(8)
      .click()
    const asked = page.waitForRequest(
      (request) => request.method() === 'POST' && !!request.postData()?.includes('codeId'),
    )
    await page.keyboard.press('Alt+KeyS')
    await page.keyboard.press('Digit1')
    const headers = await (await asked).allHeaders()
    const kept = ['next-action', 'next-router-state-tree', 'content-type', 'accept']
    return Object.fromEntries(kept.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])))
  } finally {
    await leave()
  }
}

async function signedIn(address: string, email: string, password: string): Promise<string> {
  const asked = await fetch(`${address}/api/auth/csrf`)
  const { csrfToken } = await asked.json()
  const first = cookiesOf(asked)
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: first, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  })
  const cookie = `${first}; ${cookiesOf(answer)}`
  if (!cookie.includes('session-token')) throw new Error(`${email} could not sign in: ${answer.status}`)
  return cookie
}

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** Hears the stream of an interview and notes when each coding was told; the answer ends it. */
async function listening(
  path: string,
  transcript: string,
  cookie: string,
  i: number,
  heard: Heard,
): Promise<() => void> {
  const ending = new AbortController()
  const tab = `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`
  const answer = await fetch(`${path}/live?${new URLSearchParams({ transcript, tab, cursor: '1000000000' })}`, {
    headers: { cookie },
    signal: ending.signal,
  })
  if (!answer.ok || !answer.body) throw new Error(`no stream: ${answer.status}`)
  const lines = answer.body.pipeThrough(new TextDecoderStream())
  void (async () => {
    let rest = ''
    for await (const part of lines) {
      rest += part
      const events = rest.split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) {
        const data = /^data: (.*)$/mu.exec(event)?.[1]
        const news = event.startsWith('event: news') && data ? JSON.parse(data) : null
        // The first news are all that was there.
        if (!news || news.all) continue
        for (const { id } of news.codings) heard.set(id, [...(heard.get(id) ?? []), performance.now()])
      }
    }
  })().catch(() => undefined)
  return () => ending.abort()
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
}

const after = (time: number) => new Promise((done) => setTimeout(done, Math.max(0, time)))
