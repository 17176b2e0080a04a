import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import type { Column, Crosstab, Row } from '@/core/frequencies/crosstab'
import { cellOf, type Show } from '@/core/frequencies/express'
import type { Hidden } from '@/core/frequencies/small-cells'
import { cellText } from './cell-number'
import classes from './frequency-table.module.css'

/** The cells of a row and its total; what was counted leads to its excerpts, a zero leads nowhere. */
export function FrequencyCells(props: {
  table: Crosstab
  row: Row
  code: string | null
  name: string
  show: Show
  most: number
  names: readonly string[]
  href: (code: string | null, column: Column | null) => string
  hidden: Hidden
  least: number
  format: Parameters<typeof cellText>[0]
}) {
  const { table, row, show, most, format } = props
  const t = useTranslations('frequencies')
  const cell = (column: Column | null, c: number | null) => {
    const value = cellOf(table, row, c, show)
    const text = cellText(format, value, show)
    const counted = c === null ? row.total : row.cells[c]
    const heading = c === null ? t('total') : props.names[c]
    const shade = c === null || props.code === null || value === null || most === 0 ? 0 : value / most
    if (props.hidden(row, c))
      return (
        <td
          key={c ?? 'total'}
          className={c === null ? classes.total : undefined}
          title={t('withheld', { n: props.least })}
        >
          …
        </td>
      )
    const style: ComponentProps<'td'>['style'] =
      shade > 0 ? { background: `color-mix(in srgb, var(--heat) ${Math.round(4 + shade * 41)}%, transparent)` } : {}
    return (
      <td key={c ?? 'total'} style={style} className={c === null ? classes.total : undefined}>
        {counted && text !== '' ? (
          <a href={props.href(props.code, column)} aria-label={`${text}: ${props.name}, ${heading}`}>
            {text}
          </a>
        ) : (
          text
        )}
      </td>
    )
  }
  return (
    <>
      {table.columns.map((column, c) => cell(column, c))}
      {cell(null, null)}
    </>
  )
}
