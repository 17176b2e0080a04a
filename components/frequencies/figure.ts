import * as Plot from '@observablehq/plot'

/** A figure of a table: one small bar chart a column, codes downwards; `value` is a count or a proportion, null where the cell is empty. */
export type Figure = {
  readonly title: string
  /** Stands under the figure: what is counted, of whom, and how many. */
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly name: string; readonly depth: number; readonly cells: readonly Shown[] }[]
}

/** A cell's number and how it is written. */
export type Shown = { readonly value: number | null; readonly text: string }

const ROW = 18
const INK = '#2c5898'
const TEXT = 5.9

/** Draws a figure as the text of an SVG file, as it will be printed: white ground, one hue, the number at each bar. `document` makes the elements. */
export function drawn(figure: Figure, document: Document): string {
  const marks = figure.rows.flatMap((row, y) =>
    figure.columns.map((_, fx) => ({ fx, y, value: row.cells[fx]?.value ?? null, text: row.cells[fx]?.text ?? '' })),
  )
  const label = (y: number): string =>
    `${'\u2003'.repeat(figure.rows[y]?.depth ?? 0)}${cut(figure.rows[y]?.name ?? '', 44)}`
  const marginLeft = 28 + Math.max(40, ...figure.rows.map((_, y) => label(y).length * TEXT))
  const lines = figure.columns.map((name) => name.split(' · '))
  const marginTop = 12 + 13 * Math.max(1, ...lines.map((parts) => parts.length))
  const width = Math.max(680, marginLeft + figure.columns.length * 96)
  const height = marginTop + figure.rows.length * ROW + 8
  const most = Math.max(0, ...marks.map((mark) => mark.value ?? 0))
  const known = marks.filter((mark) => mark.value !== null)
  const plot = Plot.plot({
    document,
    ...{ width, height, marginLeft, marginTop, marginRight: 28, marginBottom: 8 },
    style: { background: 'white', color: '#1a1a1a', fontFamily: 'Arial, Helvetica, sans-serif', fontSize: '11px' },
    // A quarter of each panel stays free for the number behind the longest bar.
    x: { domain: [0, most === 0 ? 1 : most * 1.35], axis: null },
    y: { domain: figure.rows.map((_, y) => y), axis: null, padding: 0.25 },
    fx: { domain: figure.columns.map((_, c) => c), axis: null, padding: 0.08 },
    marks: [
      Plot.axisY({
        tickFormat: label,
        tickSize: 0,
        label: null,
        facetAnchor: 'left-empty',
        textAnchor: 'start',
        dx: 24 - marginLeft,
      }),
      Plot.axisFx({
        tickFormat: (c: number) => (lines[c] ?? []).join('\n'),
        label: null,
        anchor: 'top',
      }),
      Plot.barX(known, { fx: 'fx', y: 'y', x: 'value', fill: INK }),
      Plot.text(known, { fx: 'fx', y: 'y', x: 'value', text: 'text', textAnchor: 'start', dx: 4 }),
      Plot.ruleX([0], { stroke: '#8a8a8a' }),
    ],
  })
  return framed(plot.outerHTML, figure, { width, height, document })
}

function framed(
  plot: string,
  figure: Figure,
  { width, height, document }: { width: number; height: number; document: Document },
): string {
  const perLine = Math.floor((width - 32) / TEXT)
  const title = wrapped(figure.title, Math.floor(perLine * 0.8))
  const caption = wrapped(figure.caption, perLine)
  const top = 16 + title.length * 18
  const total = top + height + 12 + caption.length * 15 + 8
  const escaped = (text: string): string => {
    const holder = document.createElement('p')
    holder.textContent = text
    return holder.innerHTML
  }
  const line = (text: string, y: number, style: string) => `<text x="16" y="${y}" ${style}>${escaped(text)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${total}" viewBox="0 0 ${width} ${total}" role="img" font-family="Arial, Helvetica, sans-serif">`,
    `<title>${escaped(figure.title)}</title><desc>${escaped(figure.caption)}</desc>`,
    `<rect width="${width}" height="${total}" fill="white"/>`,
    ...title.map((text, i) => line(text, 22 + i * 18, 'font-size="14" font-weight="bold" fill="#1a1a1a"')),
    plot.replace('<svg ', `<svg xmlns="http://www.w3.org/2000/svg" x="0" y="${top}" `),
    ...caption.map((text, i) => line(text, top + height + 20 + i * 15, 'font-size="11" fill="#444"')),
    '</svg>',
  ].join('\n')
}

/** Lines of at most `length` characters, broken at blanks. */
function wrapped(text: string, length: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= length) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`
}
