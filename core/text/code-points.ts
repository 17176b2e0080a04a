/**
 * Where the code points of a text begin, as UTF-16 offsets: a function from a number of code points (0 to all of them, the end of the text) to an
 * offset, null for one the text does not have. Files of other programs count code points.
 */
export function offsetsOfCodePoints(text: string): (codePoints: number) => number | null {
  const beyond = /[\u{10000}-\u{10FFFF}]/u.test(text)
  if (!beyond) return (at) => (at >= 0 && at <= text.length ? at : null)
  const starts: number[] = []
  let offset = 0
  for (const point of text) {
    starts.push(offset)
    offset += point.length
  }
  starts.push(offset)
  return (at) => starts[at] ?? null
}
