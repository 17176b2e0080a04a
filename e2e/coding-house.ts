import { existsSync, readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { lines } from '@/core/text/lines'
import { type Range, sentences } from '@/core/text/sentences'
import type { Access, Account } from '@/db/access'
import * as codes from '@/db/codes'
import * as codings from '@/db/codings'
import * as interviews from '@/db/interviews'
import { readTranscript } from '@/formats'
import { expect, person, project, signIn } from './house'

const folder = '../shared/fixtures/transcripts'
/** A real interview, or null where the fixtures are not. */
export const fixture = (name: string): string | null =>
  [`${folder}/${name}`, `../${folder}/${name}`].find((file) => existsSync(file)) ?? null

export type Room = {
  readonly page: Page
  readonly anna: Account
  readonly access: Access
  readonly interview: string
  readonly said: string
  readonly codeIds: readonly string[]
  readonly text: Locator
  readonly quotes: () => readonly string[]
}

/** A project with four codes and one real transcript, open before a signed-in owner. */
export async function room(page: Page, file: string, names: readonly string[]): Promise<Room> {
  const anna = person('Anna')
  const access = project(anna)
  const reading = await readTranscript(file, readFileSync(file))
  if (!('value' in reading)) throw new Error(`${file} was refused`)
  const { id } = interviews.add(access, { name: 'Michelle', file, read: reading.value })
  const codeIds = names.map((name) => codes.add(access, { id: crypto.randomUUID(), parentId: null, name }).id)
  await signIn(page, anna)
  await page.goto(`/projects/${access.projectId}/interviews/${id}`)
  const text = page.getByRole('textbox', { name: /Transcript of Michelle/ })
  await expect(text).toBeFocused()
  return {
    page,
    anna: anna.account,
    access,
    interview: id,
    said: interviews.text(access, id).text,
    codeIds,
    text,
    quotes: () => codings.inInterview(access, id).map((one) => one.quote),
  }
}

/** Ten passages of one or two whole sentences in one line each, from ten answers; and which of four codes each gets. */
export function tenPassages({
  access,
  interview,
}: Room): readonly (Range & { code: number; sentences: number; quote: string })[] {
  const { text, turns } = interviews.text(access, interview)
  const order = [0, 0, 1, 0, 2, 2, 1, 3, 0, 3]
  return lines(text, turns)
    .map((line) => sentences(text, line.said, line.end))
    .filter((all) => all.length >= 3 && all.slice(0, 2).every((one) => one.end - one.start > 30))
    .slice(0, 10)
    .flatMap((all, i) => {
      const first = all[0]
      const last = all[i % 3 === 2 ? 1 : 0]
      if (!first || !last) return []
      const range = { start: first.start, end: last.end }
      return [
        { ...range, code: order[i] ?? 0, sentences: i % 3 === 2 ? 2 : 1, quote: text.slice(range.start, range.end) },
      ]
    })
}

/** The points of the window at which words of the text begin and end, after they were brought into sight. */
export async function ends(text: Locator, words: string): Promise<{ from: Point; to: Point }> {
  const found = await text.evaluate((root, wanted) => {
    const line = [...root.querySelectorAll('.line')].find((one) => one.textContent?.includes(wanted))
    const at = line?.textContent?.indexOf(wanted) ?? -1
    if (!line || at < 0) return null
    line.scrollIntoView({ block: 'center' })
    const point = (offset: number, last: boolean) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
      let left = offset
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const size = node.textContent?.length ?? 0
        if (left < size) {
          const range = document.createRange()
          range.setStart(node, left)
          range.setEnd(node, left + 1)
          const box = range.getBoundingClientRect()
          return { x: last ? box.right - 0.5 : box.left + 0.5, y: box.top + box.height / 2 }
        }
        left -= size
      }
      return { x: 0, y: 0 }
    }
    return { from: point(at, false), to: point(at + wanted.length - 1, true) }
  }, words)
  if (!found) throw new Error(`The text does not have “${words}” in one line`)
  return found
}
type Point = { readonly x: number; readonly y: number }

/** Drags over words of the text. */
export async function dragOver({ page, text }: Room, words: string): Promise<void> {
  const { from, to } = await ends(text, words)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, to.y)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
}
