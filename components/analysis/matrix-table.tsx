import type { CSSProperties } from 'react'
import classes from './matrix-table.module.css'

/** A cell as it is read; `value` (0 to the largest of all) shades it, null does not; `href` leads to what it counts; `mark` is the cell that is open. */
export type TableCell = {
  readonly value: number | null
  readonly text: string
  readonly label?: string
  readonly href?: string
  readonly mark?: boolean
}

/** A table with names at both sides; headings are turned when they are many. */
export function MatrixTable(props: {
  label: string
  corner: string
  columns: readonly { readonly id: string; readonly name: string; readonly under?: string }[]
  rows: readonly {
    readonly id: string
    readonly name: string
    readonly title: string
    readonly depth: number
    readonly cells: readonly TableCell[]
  }[]
}) {
  const { columns, rows } = props
  const most = Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => cell.value ?? 0)))
  const shade = (value: number | null): CSSProperties =>
    value === null || value <= 0 || most === 0
      ? {}
      : { background: `color-mix(in srgb, var(--heat) ${Math.round(4 + (value / most) * 41)}%, transparent)` }
  const turned = columns.length > 6
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.scroll} aria-label={props.label} tabIndex={0}>
      <table className={classes.table} data-turned={turned || undefined}>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              {props.corner}
            </th>
            {columns.map((column) => (
              <th key={column.id} scope="col" title={column.name}>
                <span className={classes.heading}>
                  {column.name}
                  {column.under === undefined ? null : <span className={classes.under}>{column.under}</span>}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" title={row.title} style={{ paddingInlineStart: 8 + row.depth * 14 }}>
                {row.name}
              </th>
              {row.cells.map((cell, c) => (
                <td key={columns[c]?.id ?? c} style={shade(cell.value)} data-mark={cell.mark || undefined}>
                  {cell.href !== undefined && cell.text !== '' ? (
                    <a href={cell.href} aria-label={cell.label} aria-current={cell.mark ? 'true' : undefined}>
                      {cell.text}
                    </a>
                  ) : (
                    cell.text
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
