import { z } from 'zod'
import { matrixDrawn } from '@/components/figures/matrix'
import { interviewCounts } from '@/core/analysis/by-interview'
import * as analysis from '@/db/analysis'
import { MOST_ROWS } from '../choice-settings'
import type { Opened } from '../opened'
import type { View } from '../view'

const Given = z.object({ count: z.enum(interviewCounts).catch('codings') })

/** Codes by interviews: a cell leads to the first passage that it counts. */
export function view({ access, t, format, choice, said, params, base }: Opened): View {
  const { count } = Given.parse(params)
  const { rows, interviews, cells } = analysis.inInterviews(access, choice, count)
  const sentences = [t(`by.said.${count}`), said, t('nInterviews', { count: interviews.length })].join(' ')
  const text = (value: number) => format.number(value)
  return {
    controls: [
      {
        ...{ kind: 'select', param: 'count', label: t('by.count'), value: count },
        options: interviewCounts.map((value) => ({ value, label: t(`by.${value}`) })),
      },
    ],
    search: count === 'codings' ? {} : { count },
    said: sentences,
    mostCodes: MOST_ROWS,
    empty: rows.length === 0 || interviews.length === 0 ? t('empty') : null,
    table: {
      corner: t('code'),
      columns: interviews,
      rows: rows.map((row, r) => ({
        ...{ id: row.code.id, name: row.code.name, title: row.path, depth: 0 },
        cells: (cells[r] ?? []).map((cell, c) => ({
          ...{ value: cell.count, text: text(cell.count) },
          label: `${cell.count}: ${row.path}, ${interviews[c]?.name ?? ''}`,
          ...(cell.first === null ? {} : { href: `${base}/interviews/${interviews[c]?.id}?at=${cell.first}` }),
        })),
      })),
    },
    sheet: () => ({
      name: t('tab.interviews'),
      columns: [t('code'), ...interviews.map((one) => one.name)],
      rows: rows.map((row, r) => [row.path, ...(cells[r] ?? []).map((cell) => cell.count)]),
    }),
    figures: [
      {
        ...{ id: 'matrix', label: t('by.figure'), alt: t('by.alt') },
        draw: (document, note) =>
          matrixDrawn(
            {
              title: t('by.title', { count: t(`by.${count}`) }),
              caption: `${sentences} ${note}`,
              columns: interviews.map((one) => one.name),
              rows: rows.map((row, r) => ({
                ...{ name: row.code.name, depth: 0 },
                cells: (cells[r] ?? []).map((cell) => ({ value: cell.count, text: text(cell.count) })),
              })),
            },
            document,
          ),
      },
    ],
  }
}
