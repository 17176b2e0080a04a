import { TextRun } from 'docx'

/** Text as runs of a paragraph: a line break of the text is one in the document. */
export function runs(
  text: string,
  options: { readonly color?: string; readonly bold?: boolean } = {},
): readonly TextRun[] {
  if (text === '') return []
  return text
    .split('\n')
    .map((line, i) => new TextRun({ ...options, text: clean(line), ...(i > 0 ? { break: 1 } : {}) }))
}

/** Text without what XML has no place for: control characters and lone surrogates. */
export function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu, '')
}
