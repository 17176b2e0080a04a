import type { Page } from '@playwright/test'

/** Everything of a project that a person's links lead to, and what each answered. */
export async function crawled(page: Page, start: string): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>()
  const waiting = [start, `${start}/rounds`, `${start}/history`, `${start}/excerpts`, `${start}/export`]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (answers.has(path) || answers.size > 150) continue
    const response = await page.request.get(path)
    const body = await response.text()
    answers.set(path, body)
    for (const [, href = ''] of body.matchAll(/href="([^"#]+)"/g)) {
      const next = href.replaceAll('&amp;', '&')
      if (next.startsWith(start)) waiting.push(next)
    }
  }
  return answers
}
