import * as Plot from '@observablehq/plot'
import { BLACK, CHARACTER, cut, framed, INK, type Legend, plain, RULE } from './framed'

/** A figure of curves that rise interview by interview: `points[n]` after n + 1 of them; `mark` is a point to be told, by its number. */
export type CurvesFigure = Legend & {
  readonly x: string
  readonly y: string
  readonly curves: readonly {
    readonly name: string
    readonly points: readonly number[]
    readonly mark: number | null
  }[]
}

const DASHES = ['none', '6 3', '2 3', '9 3 2 3', '1 2']

/** Draws the figure as the text of an SVG file; curves are told apart by their dashes and by the name at their end, not by colour. */
export function curvesDrawn(figure: CurvesFigure, document: Document): string {
  const name = (text: string) => cut(text, 32)
  const marginRight = 16 + Math.max(20, ...figure.curves.map((one) => name(one.name).length * CHARACTER))
  const [width, height] = [560 + marginRight, 340]
  const points = figure.curves.flatMap(({ points }, c) => points.map((y, n) => ({ c, x: n + 1, y })))
  const ends = figure.curves.flatMap(({ name: text, points }) => {
    const y = points.at(-1)
    return y === undefined ? [] : [{ x: points.length, y, text: name(text) }]
  })
  const marks = figure.curves.flatMap(({ points, mark }) => {
    const y = mark === null ? undefined : points[mark - 1]
    return mark === null || y === undefined ? [] : [{ x: mark, y, text: String(mark) }]
  })
  const plot = Plot.plot({
    document,
    ...{ width, height, marginLeft: 56, marginRight, marginTop: 24, marginBottom: 40, style: plain },
    x: {
      label: figure.x,
      labelAnchor: 'center',
      labelArrow: 'none',
      domain: [0, Math.max(1, ...points.map((one) => one.x))],
    },
    y: { label: figure.y, labelArrow: 'none', domain: [0, Math.max(1, ...points.map((one) => one.y))] },
    marks: [
      Plot.ruleY([0], { stroke: RULE }),
      ...figure.curves.map((_, c) =>
        Plot.line(
          points.filter((one) => one.c === c),
          {
            x: 'x',
            y: 'y',
            curve: 'step-after',
            stroke: INK,
            strokeWidth: 1.6,
            strokeDasharray: DASHES[c % DASHES.length] ?? 'none',
          },
        ),
      ),
      Plot.dot(marks, { x: 'x', y: 'y', r: 4, fill: 'white', stroke: BLACK, strokeWidth: 1.5 }),
      Plot.text(marks, { x: 'x', y: 'y', text: 'text', dy: -11, fontWeight: 'bold' }),
      Plot.text(ends, { x: 'x', y: 'y', text: 'text', textAnchor: 'start', dx: 6 }),
    ],
  })
  return framed({ svg: plot.outerHTML, width, height }, figure, document)
}
