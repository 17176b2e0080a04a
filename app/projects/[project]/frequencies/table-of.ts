import type { useTranslations } from 'next-intl'
import { columnName } from '@/components/frequencies/column-name'
import type { Crosstab } from '@/core/frequencies/crosstab'
import { cellOf, type Show } from '@/core/frequencies/express'
import { headingDenominator } from '@/core/frequencies/labels'
import type { Table } from '@/formats/table'

type Words = ReturnType<typeof useTranslations<'frequencies'>>

/** The table as a sheet: a row a code with its path, the denominators in the headings; shares as proportions from 0 to 1. */
export function tableOf(table: Crosstab, show: Show, levels: number, t: Words): Table {
  const words = { noValue: t('noValue'), all: t('all') }
  const heading = (name: string, column: Crosstab['all']): string => {
    const more = headingDenominator(table.count, show, column)
    const under = [
      t('interviewsUnder', { count: column.interviews }),
      ...(more === null
        ? []
        : [
            more.of === 'words'
              ? t('ofWords', { count: more.size })
              : t(`ofMentions.${table.count}`, { count: more.size }),
          ]),
    ]
    return `${name} (${under.join(', ')})`
  }
  const shown = table.rows.filter((row) => levels === 0 || row.code.depth < levels)
  const line = (name: string, row: Crosstab['any']) => [
    name,
    ...[...table.columns.keys(), null].map((c) => cellOf(table, row, c, show)),
  ]
  return {
    name: t('title'),
    columns: [
      t('code'),
      ...table.columns.map((column) => heading(columnName(column, words), column)),
      heading(t('total'), table.all),
    ],
    rows: [
      ...shown.map((row) => line(row.code.path, row)),
      line(show === 'column' ? t('allCodes') : t('anyCode'), table.any),
    ],
  }
}
