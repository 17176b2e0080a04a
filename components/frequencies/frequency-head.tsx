import { useFormatter, useTranslations } from 'next-intl'
import type { Column, Crosstab } from '@/core/frequencies/crosstab'
import type { Show } from '@/core/frequencies/express'
import { headingDenominator } from '@/core/frequencies/labels'
import type { Variable } from '@/core/variable'
import classes from './frequency-table.module.css'

/** The headings: with two variables a line for the first over the lines of the second; under each its denominators. */
export function FrequencyHead(props: { table: Crosstab; show: Show; variables: readonly Variable[] }) {
  const { table, show, variables } = props
  const t = useTranslations('frequencies')
  const format = useFormatter()
  const under = (column: Column) => {
    const more = headingDenominator(table.count, show, column)
    return (
      <span className={classes.under}>
        {t('interviewsUnder', { count: column.interviews })}
        {more ? (
          <>
            <br />
            {more.of === 'words'
              ? t('ofWords', { count: more.size })
              : t(`ofMentions.${table.count}`, { count: more.size })}
          </>
        ) : null}
      </span>
    )
  }
  const firsts: { value: string | null; columns: number }[] = []
  if (variables.length === 2)
    for (const column of table.columns) {
      const value = column.values[0] ?? null
      const last = firsts.at(-1)
      if (last && last.value === value) last.columns++
      else firsts.push({ value, columns: 1 })
    }
  const name = (value: string | null | undefined) => value ?? t('noValue')
  return (
    <thead>
      {firsts.length > 0 ? (
        <tr className={classes.first}>
          <td className={classes.corner}>{variables.map((one) => one.name).join(' × ')}</td>
          {firsts.map((first) => (
            <th key={first.value} scope="colgroup" colSpan={first.columns}>
              {name(first.value)}
            </th>
          ))}
          <td />
        </tr>
      ) : null}
      <tr className={firsts.length > 0 ? classes.second : classes.first}>
        <th scope="col" className={classes.corner}>
          {t('code')}
        </th>
        {table.columns.map((column) => (
          <th key={JSON.stringify(column.values)} scope="col">
            {variables.length === 0 ? t('all') : name(column.values.at(-1))}
            {under(column)}
          </th>
        ))}
        <th scope="col" className={classes.total}>
          {t('total')}
          {under(table.all)}
          {show === 'row' ? <span className={classes.under}>{format.number(1, { style: 'percent' })}</span> : null}
        </th>
      </tr>
    </thead>
  )
}
