'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Column, Crosstab } from '@/core/frequencies/crosstab'
import { largest, type Show } from '@/core/frequencies/express'
import { smallCells } from '@/core/frequencies/small-cells'
import type { Variable } from '@/core/variable'
import { columnName } from './column-name'
import { FrequencyCells } from './frequency-cells'
import { FrequencyHead } from './frequency-head'
import classes from './frequency-table.module.css'

type Props = {
  table: Crosstab
  show: Show
  levels: number
  rollUp: boolean
  variables: readonly Variable[]
  /** Counts below it are withheld. */
  least: number
  /** Where the excerpts of a cell are: a code's id or null for any, a column or null for all. */
  href: (code: string | null, column: Column | null) => string
}

/** More columns than this are no table that a person reads. */
const MOST_COLUMNS = 60

/** Codes by groups of interviews; sub-codes fold away. */
export function FrequencyTable({ table, show, levels, rollUp, variables, least, href }: Props) {
  const t = useTranslations('frequencies')
  const format = useFormatter()
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  if (table.columns.length > MOST_COLUMNS)
    return <p>{t('tooManyColumns', { count: table.columns.length, most: MOST_COLUMNS })}</p>
  const toggle = (id: string) => {
    const next = new Set(closed)
    if (!next.delete(id)) next.add(id)
    setClosed(next)
  }
  const most = largest(table, show)
  const names = table.columns.map((column) => columnName(column, { noValue: t('noValue'), all: t('all') }))
  const cells = { table, show, most, names, href, format, hidden: smallCells(table, least), least }
  const hidden = new Set<number>()
  const rows = table.rows.flatMap((row, k) => {
    const { parent, depth } = row.code
    const above = table.rows[parent]
    if (above && (hidden.has(parent) || closed.has(above.code.code.id))) hidden.add(k)
    return hidden.has(k) || (levels > 0 && depth >= levels) ? [] : [{ row, k }]
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.scroll} aria-label={t('title')} tabIndex={0}>
      <table className={classes.table}>
        <FrequencyHead table={table} show={show} variables={variables} />
        <tbody>
          {rows.map(({ row, k }) => {
            const { code, depth, last } = row.code
            const parent = last > k + 1 && (levels === 0 || depth + 1 < levels)
            return (
              <tr key={code.id}>
                <th scope="row" className={classes.code} style={{ paddingInlineStart: 4 + depth * 16 }}>
                  {parent ? (
                    <button
                      type="button"
                      className={classes.fold}
                      aria-expanded={!closed.has(code.id)}
                      aria-label={t('subCodesOf', { code: code.name })}
                      onClick={() => toggle(code.id)}
                    >
                      {closed.has(code.id) ? '▸' : '▾'}
                    </button>
                  ) : (
                    <span className={classes.fold} />
                  )}
                  {code.name}
                  {!rollUp && last > k + 1 ? <span className={classes.quiet}> {t('itself')}</span> : null}
                </th>
                <FrequencyCells row={row} code={code.id} name={row.code.path} {...cells} />
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={classes.code}>
              {show === 'column' ? t('allCodes') : t('anyCode')}
            </th>
            <FrequencyCells row={table.any} code={null} name={t('anyCode')} {...cells} />
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
