import type { Page } from '@playwright/test'

/** Where a project's codings are read or counted, whether a link leads there or not; files that are text. */
export const places = [
  ...['rounds', 'rounds/mine', 'history', 'excerpts', 'export', 'frequencies', 'memos', 'questions', 'quotes'],
  ...['analysis', 'analysis/co-occurrence', 'analysis/interviews', 'analysis/sequence', 'analysis/timeline'],
  ...['analysis/saturation', 'analysis/words', 'codebook', 'codebook/versions', 'codebook/download?format=csv'],
  ...['search?q=milk', 'excerpts/download?format=csv', 'frequencies/download?format=csv'],
] as const

/** Everything of a project that a person's links lead to, and what each answered. */
export async function crawled(page: Page, start: string): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>()
  const waiting = [start, ...places.map((place) => `${start}/${place}`)]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (answers.has(path) || answers.size > 220) continue
    const response = await page.request.get(path)
    const body = await response.text()
    answers.set(path, response.ok() ? body : '')
    for (const [, href = ''] of body.matchAll(/href="([^"#]+)"/g)) {
      const next = href.replaceAll('&amp;', '&')
      if (next.startsWith(start)) waiting.push(next)
    }
  }
  return answers
}
