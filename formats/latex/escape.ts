const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  // A short hand of babel's Russian.
  '"': '\\textquotedbl{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '`': '\\textasciigrave{}',
  "'": '\\textquotesingle{}',
  // Behind \\ or \item a bracket would begin an argument.
  '[': '{[}',
  ']': '{]}',
  '\u00A0': '~',
  // Two of them would become a dash.
  '-': '-{}',
}

/** Text as LaTeX prints it, character for character: nothing in it is a command, a ligature of signs, or an argument. A line break is a new line. */
export function latex(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF\p{Cs}]/gu, '')
      .replace(/[\\{}$&#_%^~"<>|`'[\]\u00A0-]/gu, (sign) => COMMANDS[sign] ?? sign)
      .replace(/\t/gu, ' ')
      .replace(/\n/gu, '\\newline{}')
  )
}
