import { z } from 'zod'
import { matrixDrawn } from '@/components/figures/matrix'
import { networkDrawn } from '@/components/figures/network'
import * as analysis from '@/db/analysis'
import { MOST_ROWS } from '../choice-settings'
import type { Opened } from '../opened'
import type { View } from '../view'

const shows = ['count', 'share'] as const
const USUAL = 100
const Given = z.object({
  words: z.coerce.number().int().min(0).max(100_000).catch(USUAL),
  show: z.enum(shows).catch('count'),
})

/** Which code follows which. */
export function view({ access, t, format, choice, said, params }: Opened): View {
  const { words, show } = Given.parse(params)
  const { rows, cells, totals, interviews } = analysis.followed(access, choice, words)
  const sentences = [
    t('seq.said', { words }),
    show === 'share' ? t('seq.saidShare') : '',
    said,
    t('nInterviews', { count: interviews }),
  ]
    .filter((one) => one !== '')
    .join(' ')
  const name = (r: number) => rows[r]?.code.name ?? ''
  const value = (a: number, b: number) => {
    const count = cells[a]?.[b]?.count ?? 0
    return show === 'count' ? count : (totals[a] ?? 0) === 0 ? null : count / (totals[a] ?? 1)
  }
  const text = (a: number, b: number) => {
    const shown = value(a, b)
    if (shown === null) return ''
    return show === 'count'
      ? format.number(shown)
      : format.number(shown, { style: 'percent', maximumFractionDigits: 0 })
  }
  const legend = (note: string) => ({ title: t('seq.title', { words }), caption: `${sentences} ${note}` })
  const all = cells
    .flatMap((row, a) => row.map((cell, b) => ({ from: a, to: b, count: cell.count })))
    .filter(({ from, to, count }) => from !== to && count > 0)
    .sort((a, b) => b.count - a.count)
  const room = Math.ceil(1.5 * rows.length)
  const least = all.length <= room ? 1 : (all[room]?.count ?? 0) + 1
  return {
    controls: [
      { kind: 'number', param: 'words', label: t('seq.words'), value: String(words), min: 0, max: 100_000 },
      {
        ...{ kind: 'select', param: 'show', label: t('co.show'), value: show },
        options: shows.map((one) => ({ value: one, label: t(`seq.${one}`) })),
      },
    ],
    search: { ...(words === USUAL ? {} : { words: String(words) }), ...(show === 'count' ? {} : { show }) },
    said: sentences,
    mostCodes: MOST_ROWS,
    empty: rows.length === 0 ? t('empty') : null,
    table: {
      corner: t('seq.corner'),
      columns: rows.map((row) => ({ id: row.code.id, name: row.code.name })),
      rows: rows.map((row, a) => ({
        ...{ id: row.code.id, name: row.code.name, title: row.path, depth: 0 },
        cells: rows.map((_, b) => ({ value: value(a, b), text: text(a, b) })),
      })),
    },
    sheet: () => ({
      name: t('tab.sequence'),
      columns: [t('seq.from'), t('seq.to'), t('seq.count'), t('seq.share'), t('co.interviews'), t('seq.gap')],
      rows: cells.flatMap((row, a) =>
        row.map((cell, b) => [
          rows[a]?.path ?? '',
          rows[b]?.path ?? '',
          cell.count,
          (totals[a] ?? 0) === 0 ? null : cell.count / (totals[a] ?? 1),
          cell.interviews,
          cell.gap,
        ]),
      ),
    }),
    figures: [
      {
        ...{ id: 'matrix', label: t('co.matrix'), alt: t('seq.matrixAlt') },
        draw: (document, note) =>
          matrixDrawn(
            {
              ...legend(note),
              columns: rows.map((row) => row.code.name),
              rows: rows.map((_, a) => ({
                ...{ name: name(a), depth: 0 },
                cells: rows.map((__, b) => ({ value: value(a, b), text: text(a, b) })),
              })),
            },
            document,
          ),
      },
      {
        ...{ id: 'network', label: t('co.network'), alt: t('seq.networkAlt') },
        draw: (document, note) =>
          networkDrawn(
            {
              ...legend(`${t('seq.lines', { least })} ${note}`),
              directed: true,
              nodes: rows.map((row, a) => ({ name: row.code.name, size: totals[a] ?? 0 })),
              links: all
                .filter(({ count }) => count >= least)
                .map(({ from, to }) => ({ from, to, value: value(from, to) ?? 0, text: text(from, to) })),
            },
            document,
          ),
      },
    ],
  }
}
