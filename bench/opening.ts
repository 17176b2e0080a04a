import type { Page } from '@playwright/test'
import { read } from '@/db/reading'
import { house } from './house'
import { measured, person } from './person'
import { type Row, timed } from './row'
import { served } from './server'

const RUNS = 9

/** The coding screen of a transcript of 12,000 words with 400 codings. */
export async function rows(): Promise<readonly Row[]> {
  const { access, folder, long } = await house()
  const database = await timed(RUNS, () => read(access, long.interviewId))
  const server = await served(folder)
  const { page, leave } = await person(server)
  const table = `/projects/${access.projectId}/interviews`
  const screen = `${table}/${long.interviewId}`
  try {
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const whole = await timed(RUNS, async () => {
      const answer = await fetch(server.address + screen, { headers: { cookie } })
      if (!answer.ok) throw new Error(`the coding screen answers ${answer.status}`)
      await answer.arrayBuffer()
    })
    const reloaded = await times(RUNS, page, () => page.goto(screen))
    const linked = await times(RUNS, page, async () => {
      await page.goto(table)
      const link = page.getByRole('link', { name: 'Interview 0001', exact: true })
      await link.hover()
      await page.evaluate('measured.opening()')
      await link.click()
    })
    const open = 'Opening 12,000 words with 400 codings'
    return [
      { what: `${open}: the database`, runs: database, aim: 100 },
      { what: `${open}: server, the whole page`, runs: whole, aim: 100 },
      { what: `${open}: by its address, painted`, runs: reloaded.painted, aim: 1000 },
      { what: `${open}: by its address, a word selected`, runs: reloaded.selected, aim: 1000 },
      { what: `${open}: from the table, painted`, runs: linked.painted, aim: 1000 },
      { what: `${open}: from the table, a word selected`, runs: linked.selected, aim: 1000 },
    ]
  } finally {
    await leave()
    await server.stop()
  }
}

/** How long an opening takes until its text is painted, and until a double click on it selects a word. */
async function times(runs: number, page: Page, open: () => Promise<unknown>) {
  const painted: number[] = []
  const selected: number[] = []
  for (let i = 0; i <= runs; i++) {
    await open()
    await page.waitForFunction('measured.isOpen()')
    // Again until there is an answer: the first double click may meet the space between two turns.
    for (let y = 420; !(await page.evaluate('measured.isSelected()')); y += 11) await page.mouse.dblclick(620, y)
    // The first opening fills the caches of the browser and the server.
    if (i === 0) continue
    painted.push(await measured(page, 'opened'))
    selected.push(await measured(page, 'selectable'))
  }
  return { painted, selected }
}
