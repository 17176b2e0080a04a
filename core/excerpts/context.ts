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
  const window = text.slice(from, end + WINDOW)
  const begins = Array.from(
    new Intl.Segmenter('ru', { granularity: 'sentence' }).segment(window),
    (sentence) => from + sentence.index,
  )
  const first = begins.findLastIndex((at) => at <= start)
  const last = begins.findLastIndex((at) => at < end)
  return {
    before: text.slice(begins[Math.max(0, first - sentences)] ?? from, start),
    after: text.slice(end, begins[last + sentences + 1] ?? from + window.length),
  }
}
