/** Footnotes as they stand at the end of a text: numbered as `[1]` at their place, each with its lines. '' when there are none. */
export function footnoteText(notes: readonly (readonly string[])[]): string {
  if (notes.length === 0) return ''
  return `\n\n${notes.map((lines, index) => `[${index + 1}] ${lines.join('\n').trim()}`).join('\n')}`
}

/** A text made short enough for a note, without half a character at its end. */
export function shortened(text: string, length = 80): string {
  const tidy = text.replace(/\s+/gu, ' ').trim()
  return tidy.length <= length ? tidy : `${tidy.slice(0, length).replace(/\p{Cs}$/u, '')}…`
}
