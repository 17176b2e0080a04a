import * as Plot from '@observablehq/plot'
import { CHARACTER, cut, framed, INK, type Legend, plain } from '@/components/figures/framed'

/** A figure of a table: one small bar chart a column, codes downwards; `value` is a count or a proportion, null where the cell is empty. */
export type Figure = Legend & {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly name: string; readonly depth: number; readonly cells: readonly Shown[] }[]
}

/** A cell's number and how it is written. */
export type Shown = { readonly value: number | null; readonly text: string }

const ROW = 18

/** Draws a figure as the text of an SVG file, as it will be printed: white ground, one hue, the number at each bar. `document` makes the elements. */
export function drawn(figure: Figure, document: Document): string {
  const marks = figure.rows.flatMap((row, y) =>
    figure.columns.map((_, fx) => ({ fx, y, value: row.cells[fx]?.value ?? null, text: row.cells[fx]?.text ?? '' })),
  )
  const label = (y: number): string =>
    `${'\u2003'.repeat(figure.rows[y]?.depth ?? 0)}${cut(figure.rows[y]?.name ?? '', 44)}`
  const marginLeft = 28 + Math.max(40, ...figure.rows.map((_, y) => label(y).length * CHARACTER))
  const lines = figure.columns.map((name) => name.split(' · '))
  const marginTop = 12 + 13 * Math.max(1, ...lines.map((parts) => parts.length))
  const width = Math.max(680, marginLeft + figure.columns.length * 96)
  const height = marginTop + figure.rows.length * ROW + 8
  const most = Math.max(0, ...marks.map((mark) => mark.value ?? 0))
  const known = marks.filter((mark) => mark.value !== null)
  const plot = Plot.plot({
    document,
    ...{ width, height, marginLeft, marginTop, marginRight: 28, marginBottom: 8 },
    style: plain,
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
  return framed({ svg: plot.outerHTML, width, height }, figure, document)
}
