import { BLACK, CHARACTER, cut, framed, INK, type Legend, QUIET, RULE } from './framed'

/** A figure of interviews from left to right: a panel for each, a line for each code, a bar where it stands; `from`, `to` from 0 to 1. */
export type StripsFigure = Legend & {
  readonly lines: readonly string[]
  readonly panels: readonly {
    readonly name: string
    readonly bars: readonly { readonly line: number; readonly from: number; readonly to: number }[]
  }[]
}

const COLUMNS = 4

/** Draws one panel large, or many small side by side with the names of the lines at the left of each row. */
export function stripsDrawn(figure: StripsFigure, document: Document): string {
  const one = figure.panels.length === 1
  const columns = Math.min(COLUMNS, Math.max(1, figure.panels.length))
  const [across, line, size] = one ? [720, 18, 11] : [210, 11, 9]
  const names = figure.lines.map((name) => cut(name, 36))
  const left = 24 + Math.max(40, ...names.map((name) => (name.length * CHARACTER * size) / 11))
  const panelHeight = 18 + figure.lines.length * line + 10
  const rows = Math.ceil(figure.panels.length / columns)
  const [width, height] = [left + columns * (across + 14) + 12, rows * panelHeight + 6]
  const escaped = (text: string): string => {
    const holder = document.createElement('p')
    holder.textContent = text
    return holder.innerHTML
  }
  const parts: string[] = []
  const text = (x: number, y: number, words: string, style: string) =>
    parts.push(`<text x="${x}" y="${y}" ${style}>${escaped(words)}</text>`)
  figure.panels.forEach((panel, n) => {
    const x = left + (n % columns) * (across + 14)
    const y = Math.floor(n / columns) * panelHeight + 14
    text(x, y - 2, cut(panel.name, one ? 90 : 34), `font-size="${size + 1}" font-weight="bold" fill="${BLACK}"`)
    names.forEach((name, l) => {
      const middle = y + 4 + l * line + line / 2
      if (n % columns === 0) text(16, middle + size / 3, name, `font-size="${size}" fill="${QUIET}"`)
      parts.push(
        `<line x1="${x}" x2="${x + across}" y1="${middle}" y2="${middle}" stroke="${RULE}" stroke-width="0.5"/>`,
      )
    })
    for (const bar of panel.bars) {
      const wide = Math.max(1.5, (bar.to - bar.from) * across)
      const at = Math.min(x + bar.from * across, x + across - wide)
      parts.push(
        `<rect x="${at.toFixed(1)}" y="${y + 4 + bar.line * line + 1.5}" width="${wide.toFixed(1)}" height="${line - 3}" fill="${INK}"/>`,
      )
    }
  })
  const svg = `<svg width="${width}" height="${height}" font-family="Arial, Helvetica, sans-serif">${parts.join('')}</svg>`
  return framed({ svg, width, height }, figure, document)
}
