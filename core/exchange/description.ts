/** What a codebook says of a code, as we keep it. */
export type CodeWords = {
  readonly definition: string
  readonly include: string
  readonly exclude: string
  readonly example: string
}

const HEADS = [
  ['include', 'Include: '],
  ['exclude', 'Exclude: '],
  ['example', 'Example: '],
] as const

/** The one description that other programs have for a code: the definition, then paragraphs that begin with “Include: ”, “Exclude: ”, “Example: ”. */
export function describedCode(words: CodeWords): string {
  const parts = HEADS.flatMap(([key, head]) => (words[key] === '' ? [] : [`${head}${words[key]}`]))
  return [...(words.definition === '' ? [] : [words.definition]), ...parts].join('\n\n')
}

/** A description taken apart again: `describedCode` backwards; a text without these paragraphs is all definition. */
export function codeWords(description: string): CodeWords {
  const words = { definition: '', include: '', exclude: '', example: '' }
  let rest = description
  for (const [key, head] of [...HEADS].reverse()) {
    const at = rest.startsWith(head) ? 0 : rest.lastIndexOf(`\n\n${head}`)
    if (at < 0) continue
    words[key] = rest.slice(at).trimStart().slice(head.length).trim()
    rest = rest.slice(0, at)
  }
  return { ...words, definition: rest.trim() }
}
