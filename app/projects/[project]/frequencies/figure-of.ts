import type { useFormatter, useTranslations } from 'next-intl'
import { cellText } from '@/components/frequencies/cell-number'
import { columnName } from '@/components/frequencies/column-name'
import type { Figure } from '@/components/frequencies/figure'
import type { Crosstab } from '@/core/frequencies/crosstab'
import { cellOf } from '@/core/frequencies/express'
import { smallCells } from '@/core/frequencies/small-cells'
import type { Variable } from '@/core/variable'
import type { FrequencySettings } from './settings'

type Words = ReturnType<typeof useTranslations<'frequencies'>>
type Format = ReturnType<typeof useFormatter>

/** The figure of a table: its codes and groups, what is counted in the title, how many in the caption. */
export function figureOf(
  table: Crosstab,
  settings: FrequencySettings,
  variables: readonly Variable[],
  composed: string | null,
  t: Words,
  format: Format,
): Figure {
  const by = settings.by.flatMap((id) => variables.filter((one) => one.id === id).map((one) => one.name))
  const words = { noValue: t('noValue'), all: t('all') }
  const counted = settings.show === 'count' ? t(`count.${table.count}`) : shownAs(settings, t)
  const groups = table.columns.map((column) => `${columnName(column, words)}: ${format.number(column.interviews)}`)
  const hidden = smallCells(table, settings.least)
  const whole = t('ofInterviews', { count: table.all.interviews })
  return {
    title: `${by.length === 0 ? counted : t('figureTitle', { counted, by: by.join(' × ') })}, ${whole}`,
    caption: [
      t(`said.${table.count}`),
      settings.interviewers ? t('said.withInterviewers') : t('said.withoutInterviewers'),
      `n = ${t('interviewsUnder', { count: table.all.interviews })}${groups.length > 1 ? ` (${groups.join('; ')})` : ''}.`,
      ...(settings.least === 0 ? [] : [t('said.least', { n: settings.least })]),
      ...(settings.version === null ? [] : [t('said.version', { number: settings.version })]),
      ...(composed === null ? [] : [composed]),
    ].join(' '),
    columns: table.columns.map((column) => columnName(column, words)),
    rows: table.rows
      .filter((row) => settings.levels === 0 || row.code.depth < settings.levels)
      .map((row) => ({
        name: row.code.code.name,
        depth: row.code.depth,
        cells: table.columns.map((_, c) => {
          if (hidden(row, c)) return { value: null, text: '…' }
          const value = cellOf(table, row, c, settings.show)
          return { value, text: cellText(format, value, settings.show) }
        }),
      })),
  }
}

function shownAs({ show, count }: FrequencySettings, t: Words): string {
  return `${t(`count.${count}`)}, ${show === 'share' ? t(`share.${count}`) : t(`show.${show}`)}`
}
