import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import * as codes from '@/db/codes'
import * as codings from '@/db/codings'
import * as decisions from '@/db/decisions'
import { feedback } from '@/db/feedback'
import * as interviews from '@/db/interviews'
import * as rounds from '@/db/rounds'
import { accessible, clickWords, expect, joined, person, project, signIn, test } from './house'
import { data } from './place'

const said = [
  'They check the milk again.',
  'Every paper costs a week.',
  'Nobody in the town knows why.',
  'Older drivers only laugh about it.',
]
const Figures = z.object({
  by_code: z.record(
    z.string(),
    z.object({ value: z.number(), interval: z.object({ low: z.number(), high: z.number() }) }),
  ),
  mean_of_codes: z.object({ value: z.number(), interval: z.object({ low: z.number(), high: z.number() }) }),
})
const cli = (...words: readonly string[]) =>
  execFileSync('npm', ['run', '-s', 'cli', '--', 'agreement', ...words, '--data', data], { encoding: 'utf8' })

test('six interviews are drawn for three coders, coded blind in three browsers, compared, decided by keys, fed back and reported', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(420_000)
  const olga = person('Olga')
  const access = project(olga)
  const people = ['Anna', 'Boris', 'Clara'].map((name) => person(name))
  const coders = people.map((who) => ({ who, at: joined(access, who, 'coder') }))
  for (const name of ['milk', 'costs']) codes.add(access, { id: crypto.randomUUID(), parentId: null, name })
  const ids = Array.from(
    { length: 8 },
    (_, i) =>
      interviews.add(access, {
        ...{ name: `I-${i + 1}`, file: '', values: {} },
        read: { text: said.slice(0, i % 2 === 0 ? 4 : 3).join(' '), language: 'en', turns: [], speakers: [] },
      }).id,
  )

  await signIn(page, olga)
  await page.goto(`/projects/${access.projectId}/rounds/new`)
  await page.getByLabel(/^Name/).fill('Pilot')
  await page.getByLabel('Number of each group').fill('6')
  for (const { name } of people) await page.getByLabel(name).check()
  await page.getByLabel('Coders per interview').fill('3')
  await page.getByRole('button', { name: 'Draw and look' }).click()
  await expect(page.getByRole('status')).toContainText('6 interviews, 18 assignments.')
  await page.getByRole('button', { name: 'Open the round' }).click()
  await expect(page.getByRole('heading', { name: 'Pilot' })).toBeVisible()
  const round = rounds.list(access)[0]?.id ?? ''
  const drawn = rounds.mine(coders[0]?.at ?? access).map(({ interviewId }) => interviewId)
  expect(new Set(drawn).size).toBe(6)

  // All find the milk; two find costs in the second sentence and the third finds milk in the third.
  const found = [
    ['costs a week', 'costs'],
    ['town knows', 'milk'],
    ['costs a week', 'costs'],
  ] as const
  const desks = await Promise.all(
    coders.map(async ({ who, at }, i) => {
      const desk = await (await browser.newContext()).newPage()
      await signIn(desk, who)
      for (const id of drawn) {
        await desk.goto(`/projects/${access.projectId}/interviews/${id}`)
        await expect(desk.getByRole('textbox', { name: /Transcript of/ })).toBeFocused()
        await coded(desk, 'milk again', 'milk')
        await expect.poll(() => codings.inInterview(at, id).length).toBe(1)
        const [words, code] = found[i] ?? found[0]
        await coded(desk, words, code)
        await expect.poll(() => codings.inInterview(at, id).length).toBe(2)
        expect(codings.inInterview(at, id).every(({ coderId }) => coderId === at.userId)).toBe(true)
      }
      await desk.goto(`/projects/${access.projectId}/rounds/mine`)
      for (const id of drawn) {
        const name = `I-${ids.indexOf(id) + 1}`
        await desk.getByRole('button', { name: `I am done: ${name}` }).click()
        await expect(desk.getByRole('button', { name: `Not yet done: ${name}` })).toBeVisible()
      }
      await expect(desk.getByRole('status')).toHaveText('6 of 6 done')
      return desk
    }),
  )

  await page.reload()
  await page.getByRole('button', { name: 'Close the round' }).click()
  await page.getByRole('link', { name: 'Review of agreement' }).click()
  await page.waitForURL('**/review')
  const review = page.url()
  const told = Figures.parse(JSON.parse(cli(access.projectId, '--round', 'Pilot', '--without-interviewer', '--json')))
  const file = info.outputPath('study.json')
  writeFileSync(file, cli(access.projectId, '--round', 'Pilot', '--as-study'))
  const alone = z
    .object({ values: z.object({ u_alpha_binary_by_code: z.record(z.string(), z.number()) }) })
    .parse(JSON.parse(cli('--study', file, '--json')))
  const two = (value: number) => value.toFixed(2)
  expect(Object.keys(told.by_code).toSorted()).toEqual(['costs', 'milk'])
  for (const [code, { value, interval }] of Object.entries(told.by_code)) {
    expect(alone.values.u_alpha_binary_by_code[code]).toBe(value)
    const row = page.getByRole('table', { name: 'By code' }).getByRole('row', { name: new RegExp(`^${code}`) })
    await expect(row).toContainText(two(value))
    await expect(row).toContainText(`[${two(interval.low)}, ${two(interval.high)}]`)
  }
  const { value, interval } = told.mean_of_codes
  await expect(page.getByText(/^Mean of 2 codes/)).toContainText(
    `${two(value)} [${two(interval.low)}, ${two(interval.high)}]`,
  )
  await expect(page.getByText('0 of 6 interviews are decided')).toBeVisible()
  await accessible(page)

  await page.getByRole('link', { name: 'Passages' }).click()
  const place = page.getByRole('status')
  await expect(place).toContainText('1 of 12 · 0 decided')
  for (let n = 0; n < 10; n++) {
    // All's, and none, of both codes: so each of the coders is overruled somewhere.
    const taken = n % 4 < 2
    await page.keyboard.press(taken ? 'b' : 'n')
    await expect(page.getByText(taken ? 'Decided: taken from the coders' : 'Decided: neither')).toBeVisible()
    await expect(place).toContainText(`${n + 1} of 12 · ${n + 1} decided`)
    if (n < 9) await page.keyboard.press('j')
  }
  await page.getByRole('button', { name: 'Take over what agrees' }).click()
  await expect.poll(() => decisions.ofRound(access, round).size).toBe(16)
  await page.goto(review)
  // What is decided is counted apart and changes nothing above it.
  await expect(page.getByText('5 of 6 interviews are decided')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Each coder against the consensus' })).toContainText('Clara')
  await expect(page.getByText(/^Mean of 2 codes/)).toContainText(two(value))

  for (const [i, desk] of desks.entries()) {
    const one = coders[i]
    if (!one) continue
    const overruled = feedback(one.at, round, one.at.userId).length
    expect(overruled).toBeGreaterThan(0)
    await desk.goto(review.replace(/\/review$/, '/feedback'))
    await expect(desk.getByRole('status')).toContainText(
      `${one.who.name}: the consensus says otherwise in ${overruled}`,
    )
    await desk.context().close()
  }

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Report (Markdown)' }).click()
  const report = readFileSync((await (await downloading).path()) ?? '', 'utf8').replaceAll('\\', '')
  for (const [code, figure] of Object.entries(told.by_code))
    expect(report).toMatch(new RegExp(`\\| ${code} \\| [\\d.]+% \\| ${two(figure.value)} \\|`))
  expect(report).toContain(`the mean is ${two(value)} [${two(interval.low)}, ${two(interval.high)}]`)
  expect(report).toContain('After consensus (5 of 6 interviews')
})

/** Codes the sentence with these words, as a person at the keyboard does. */
async function coded(desk: Page, words: string, code: string): Promise<void> {
  await clickWords(desk.getByRole('textbox', { name: /Transcript of/ }), words)
  await desk.keyboard.press('Alt+KeyS')
  await desk.keyboard.press('Enter')
  await desk.getByPlaceholder('Name of a code').fill(code)
  await desk.keyboard.press('Enter')
}
