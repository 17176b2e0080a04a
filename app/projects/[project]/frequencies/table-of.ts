import type { useTranslations } from 'next-intl'
import { columnName } from '@/components/frequencies/column-name'
import { associations } from '@/core/frequencies/associations'
import type { Crosstab } from '@/core/frequencies/crosstab'
import { cellOf, type Show } from '@/core/frequencies/express'
import { headingDenominator } from '@/core/frequencies/labels'
import { smallCells } from '@/core/frequencies/small-cells'
import type { Correction } from '@/core/statistics/adjust'
import type { Table } from '@/formats/table'

type Words = ReturnType<typeof useTranslations<'frequencies'>>

/** The table as a sheet: a row a code with its path, the denominators in the headings; shares as proportions from 0 to 1. */
export function tableOf(table: Crosstab, show: Show, levels: number, t: Words, least = 0): Table {
  const hidden = smallCells(table, least)
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
    ...[...table.columns.keys(), null].map((c) => (hidden(row, c) ? '…' : cellOf(table, row, c, show))),
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

/** The tests of association as a sheet: a row a code, p values and V as numbers, the residual of each group; why there is no test stands in its place. */
export function testsOf(table: Crosstab, correction: Correction, levels: number, t: Words): Table {
  const words = { noValue: t('noValue'), all: t('all') }
  const columns = ['test', 'statistic', 'df', 'p', 'corrected', 'v'] as const
  return {
    name: t('tests'),
    columns: [
      t('code'),
      ...columns.map((column) => t(`testColumn.${column}`)),
      ...table.columns.map((column) => t('residualOf', { group: columnName(column, words) })),
    ],
    rows: associations(table, correction)
      .filter(({ row }) => levels === 0 || row.code.depth < levels)
      .map(({ row, result, corrected }) =>
        typeof result === 'string'
          ? [
              row.code.path,
              t(`noTest.${result}`),
              ...new Array<null>(columns.length - 1 + table.columns.length).fill(null),
            ]
          : [
              ...[row.code.path, t(result.rough ? 'testName.rough' : `testName.${result.test}`)],
              ...[result.statistic, result.df, result.p, corrected, result.v],
              ...result.residuals,
            ],
      ),
  }
}
