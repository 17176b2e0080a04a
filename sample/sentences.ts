/** The sentences of a stretch of text as half-open ranges, blanks between them left out. An ellipsis ends one only before a capital letter. */
export function sentences(text: string, start: number, end: number): { start: number; end: number }[] {
  const ends = [...text.slice(start, end).matchAll(/[.!?…]+["»”)]*(?=\s+["«“(]?[\p{Lu}—])/gu)].map(
    (match) => start + match.index + match[0].length,
  )
  const bounds = [start, ...ends, end]
  return bounds.slice(1).flatMap((to, i) => {
    let from = bounds[i] ?? start
    while (from < to && /\s/u.test(text.charAt(from))) from++
    return from < to ? [{ start: from, end: to }] : []
  })
}
