import * as Plot from '@observablehq/plot'
import { BLACK, CHARACTER, cut, framed, INK, type Legend, plain } from './framed'

/** A figure of what is joined to what: nodes by index, links with the number that makes them thick. `directed` links are arrows. */
export type NetworkFigure = Legend & {
  readonly nodes: readonly { readonly name: string; readonly size: number }[]
  readonly links: readonly {
    readonly from: number
    readonly to: number
    readonly value: number
    readonly text: string
  }[]
  readonly directed: boolean
}

const NAME = 34

/**
 * Draws the nodes on a circle in their order (so that the same codes always stand at the same place), their names outside, the number on each link.
 * Thickness and numbers say the same; nothing depends on colour.
 */
export function networkDrawn(figure: NetworkFigure, document: Document): string {
  const names = figure.nodes.map((node) => cut(node.name, NAME))
  const room = 24 + Math.max(40, ...names.map((name) => name.length * CHARACTER))
  const radius = Math.max(130, figure.nodes.length * 13)
  const [width, height] = [2 * (radius + room), 2 * (radius + 34)]
  const most = Math.max(1, ...figure.nodes.map((node) => node.size))
  const strongest = Math.max(Number.MIN_VALUE, ...figure.links.map((link) => link.value))
  const nodes = figure.nodes.map((node, n) => {
    const angle = (2 * Math.PI * n) / Math.max(1, figure.nodes.length) - Math.PI / 2
    const [x, y] = [Math.cos(angle), Math.sin(angle)]
    return { x: x * radius, y: y * radius, angle, r: 3 + 9 * Math.sqrt(node.size / most), name: names[n] ?? '' }
  })
  const links = figure.links.flatMap((link) => {
    const [from, to] = [nodes[link.from], nodes[link.to]]
    if (!from || !to) return []
    return [{ ...link, x1: from.x, y1: from.y, x2: to.x, y2: to.y, width: 0.75 + 6 * (link.value / strongest) }]
  })
  // An arrow is bent to one side, so that the two directions of a pair do not cover each other.
  const bend = figure.directed ? 0.12 : 0
  const middle = (link: (typeof links)[number]) => ({
    x: (link.x1 + link.x2) / 2 + bend * 0.9 * (link.y1 - link.y2) * -0.5,
    y: (link.y1 + link.y2) / 2 + bend * 0.9 * (link.x2 - link.x1) * -0.5,
  })
  const label = (side: 1 | -1) => nodes.filter((node) => (Math.cos(node.angle) >= -1e-9 ? 1 : -1) === side)
  const text = (side: 1 | -1) =>
    Plot.text(label(side), {
      ...{ x: (node) => node.x + side * (node.r + 5), y: (node) => node.y * (1 + 10 / radius), text: 'name' },
      textAnchor: side === 1 ? 'start' : 'end',
    })
  const plot = Plot.plot({
    document,
    ...{ width, height, margin: 0, style: plain },
    x: { domain: [-width / 2, width / 2], axis: null },
    y: { domain: [height / 2, -height / 2], axis: null },
    marks: [
      figure.directed
        ? Plot.arrow(links, {
            ...{
              x1: 'x1',
              y1: 'y1',
              x2: 'x2',
              y2: 'y2',
              stroke: INK,
              strokeOpacity: 0.55,
              strokeWidth: (d) => d.width,
            },
            ...{ bend: 18, inset: 12, headLength: 5 },
          })
        : Plot.link(links, {
            ...{
              x1: 'x1',
              y1: 'y1',
              x2: 'x2',
              y2: 'y2',
              stroke: INK,
              strokeOpacity: 0.45,
              strokeWidth: (d) => d.width,
            },
          }),
      Plot.dot(nodes, { x: 'x', y: 'y', r: (node) => node.r, fill: BLACK }),
      Plot.text(links, {
        ...{ x: (link) => middle(link).x, y: (link) => middle(link).y, text: 'text' },
        ...{ stroke: 'white', strokeWidth: 4, fill: BLACK, fontWeight: 'bold' },
      }),
      text(1),
      text(-1),
    ],
    r: { type: 'identity' },
  })
  return framed({ svg: plot.outerHTML, width, height }, figure, document)
}
