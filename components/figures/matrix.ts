import * as Plot from '@observablehq/plot'
import { BLACK, CHARACTER, cut, framed, type Legend, plain, RULE } from './framed'

/** A cell: what shades it (0 to the largest of all; null = nothing is drawn) and what is written in it. */
export type MatrixCell = { readonly value: number | null; readonly text: string }

/** A figure of a table whose cells are shaded by their value on one hue; the number stands in each, so that it reads in grey as well. */
export type MatrixFigure = Legend & {
  readonly rows: readonly { readonly name: string; readonly depth: number; readonly cells: readonly MatrixCell[] }[]
  readonly columns: readonly string[]
}

const ROW = 18
const NAME = 40
const HEADING = 30

/** Draws the figure as the text of an SVG file; headings are turned where they have no room. `document` makes the elements. */
export function matrixDrawn(figure: MatrixFigure, document: Document): string {
  const cells = figure.rows.flatMap((row, y) => row.cells.map((cell, x) => ({ x, y, ...cell })))
  const most = Math.max(0, ...cells.map((cell) => cell.value ?? 0))
  const shade = (value: number) => (most === 0 ? 0 : value / most)
  const longest = Math.max(2, ...cells.map((cell) => cell.text.length))
  const cell = Math.max(ROW + 4, longest * CHARACTER + 8)
  const name = (y: number) => '\u2003'.repeat(figure.rows[y]?.depth ?? 0) + cut(figure.rows[y]?.name ?? '', NAME)
  const headings = figure.columns.map((heading) => cut(heading, HEADING))
  const turned = headings.some((heading) => heading.length * CHARACTER > cell - 4)
  const marginLeft = 28 + Math.max(40, ...figure.rows.map((_, y) => name(y).length * CHARACTER))
  const marginTop = turned ? 14 + Math.max(20, ...headings.map((heading) => heading.length * CHARACTER)) : 28
  const inner = figure.columns.length * cell
  const width = Math.max(520, marginLeft + inner + 28)
  const height = marginTop + figure.rows.length * (ROW + 2) + 8
  const known = cells.filter((one) => one.value !== null)
  const plot = Plot.plot({
    document,
    ...{ width, height, marginLeft, marginTop, marginRight: width - marginLeft - inner, marginBottom: 8 },
    style: plain,
    x: { type: 'band', domain: figure.columns.map((_, x) => x), axis: null, padding: 0 },
    y: { type: 'band', domain: figure.rows.map((_, y) => y), axis: null, padding: 0 },
    marks: [
      Plot.axisY({ tickFormat: name, tickSize: 0, label: null, textAnchor: 'start', dx: 24 - marginLeft }),
      Plot.axisX({
        anchor: 'top',
        tickFormat: (x: number) => headings[x] ?? '',
        tickSize: 0,
        label: null,
        ...(turned ? { tickRotate: -90, dx: 0, dy: -2 } : {}),
      }),
      Plot.cell(known, {
        ...{ x: 'x', y: 'y', inset: 0.5, stroke: RULE, strokeWidth: 0.5 },
        fill: (one: (typeof known)[number]) => tint(shade(one.value ?? 0)),
      }),
      Plot.text(known, {
        ...{ x: 'x', y: 'y', text: 'text' },
        fill: (one: (typeof known)[number]) => (shade(one.value ?? 0) > 0.6 ? 'white' : BLACK),
      }),
    ],
  })
  return framed({ svg: plot.outerHTML, width, height }, figure, document)
}

/** From white to the ink of the figures (#2c5898), by a share from 0 to 1; its lightness falls steadily, so that it is one scale in grey. */
function tint(share: number): string {
  const mixed = [0x2c, 0x58, 0x98].map((full) => Math.round(255 + (full - 255) * share))
  return `rgb(${mixed.join(',')})`
}
