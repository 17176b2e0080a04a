/** What stands around a drawing: what it shows, and under it what is counted, of whom, and how many. */
export type Legend = {
  readonly title: string
  readonly caption: string
  /** What a person who does not see the figure is told beside title and caption. */
  readonly alt?: string
}

/** A drawing without its legend: SVG elements of so many pixels. */
export type Drawing = { readonly svg: string; readonly width: number; readonly height: number }

/** Colours that stay apart in grey: the ink of bars and lines, of text, of what is beside the point. */
export const INK = '#2c5898'
export const BLACK = '#1a1a1a'
export const QUIET = '#5a5a5a'
export const RULE = '#b5b5b5'
/** The style of every drawing: white ground, a sans that every machine has. */
export const plain = {
  background: 'white',
  color: BLACK,
  fontFamily: 'Arial, Helvetica, sans-serif',
  fontSize: '11px',
} as const
/** About how wide a character of that style is, in pixels. */
export const CHARACTER = 5.9

/** The text of an SVG file: a drawing under its title and above its caption, as it will be printed, with both as its accessible name and description. */
export function framed({ svg, width, height }: Drawing, legend: Legend, document: Document): string {
  const perLine = Math.floor((width - 32) / CHARACTER)
  const title = wrapped(legend.title, Math.floor(perLine * 0.8))
  const caption = wrapped(legend.caption, perLine)
  const top = 16 + title.length * 18
  const total = top + height + 12 + caption.length * 15 + 8
  const escaped = (text: string): string => {
    const holder = document.createElement('p')
    holder.textContent = text
    return holder.innerHTML
  }
  const line = (text: string, y: number, style: string) => `<text x="16" y="${y}" ${style}>${escaped(text)}</text>`
  const described = [legend.alt, legend.caption].filter((text) => text !== undefined).join(' ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${total}" viewBox="0 0 ${width} ${total}" role="img" font-family="Arial, Helvetica, sans-serif">`,
    `<title>${escaped(legend.title)}</title><desc>${escaped(described)}</desc>`,
    `<rect width="${width}" height="${total}" fill="white"/>`,
    ...title.map((text, i) => line(text, 22 + i * 18, `font-size="14" font-weight="bold" fill="${BLACK}"`)),
    svg.replace('<svg ', `<svg xmlns="http://www.w3.org/2000/svg" x="0" y="${top}" `),
    ...caption.map((text, i) => line(text, top + height + 20 + i * 15, 'font-size="11" fill="#444"')),
    '</svg>',
  ].join('\n')
}

/** Lines of at most `length` characters, broken at blanks. */
export function wrapped(text: string, length: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= length) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** A name that has room for so many characters. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`
}
