import { sentences as sentencesOf } from '@/core/text/sentences'

const WINDOW = 2000

/**
 * The text around [start, end): the rest of the sentences that it begins and ends in, and `sentences` whole ones on either side. A line
 * break ends a sentence. No more than 2,000 characters are looked at on a side; a sentence that is longer is cut there.
 */
export function context(
  text: string,
  start: number,
  end: number,
  sentences: number,
): { readonly before: string; readonly after: string } {
  if (sentences <= 0) return { before: '', after: '' }
  const from = Math.max(0, start - WINDOW)
  const to = Math.min(text.length, end + WINDOW)
  const around = sentencesOf(text, from, to)
  const first = around.findLastIndex((sentence) => sentence.start <= start)
  const last = around.findLastIndex((sentence) => sentence.start < end)
  return {
    before: text.slice(around[Math.max(0, first - sentences)]?.start ?? from, start),
    after: text.slice(end, Math.max(end, around[Math.min(around.length - 1, last + sentences)]?.end ?? to)),
  }
}
