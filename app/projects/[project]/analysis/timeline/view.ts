import { z } from 'zod'
import { stripsDrawn } from '@/components/figures/strips'
import * as analysis from '@/db/analysis'
import { MOST_ROWS } from '../choice-settings'
import type { Opened } from '../opened'
import type { View } from '../view'

const Given = z.object({ interview: z.string().catch('') })

/** Where codes stand from the beginning of an interview to its end: one, or all side by side. */
export function view({ access, t, format, choice, said, params }: Opened): View {
  const given = Given.parse(params)
  const { rows, interviews, strips, standings } = analysis.laidOut(access, choice, given.interview || null)
  const known = interviews.find(({ id }) => id === given.interview)
  const shown = known || given.interview === '' ? { strips, standings } : analysis.laidOut(access, choice, null)
  const sentences = [t('time.said'), said, t('nInterviews', { count: shown.strips.length })].join(' ')
  const share = (value: number | null) =>
    value === null ? '' : format.number(value, { style: 'percent', maximumFractionDigits: 0 })
  return {
    controls: [
      {
        ...{ kind: 'select', param: 'interview', label: t('time.interview'), value: known?.id ?? '' },
        options: [
          { value: '', label: t('time.all') },
          ...interviews.map(({ id, name }) => ({ value: id, label: name })),
        ],
      },
    ],
    search: known ? { interview: known.id } : {},
    said: sentences,
    mostCodes: MOST_ROWS,
    empty: rows.length === 0 || shown.strips.length === 0 ? t('empty') : null,
    table: {
      corner: t('code'),
      columns: [
        { id: 'places', name: t('time.places') },
        { id: 'mean', name: t('time.mean') },
      ],
      rows: rows.map((row, r) => ({
        ...{ id: row.code.id, name: row.code.name, title: row.path, depth: 0 },
        cells: [
          { value: shown.standings[r]?.places ?? 0, text: format.number(shown.standings[r]?.places ?? 0) },
          { value: null, text: share(shown.standings[r]?.mean ?? null) },
        ],
      })),
    },
    sheet: () => ({
      name: t('tab.timeline'),
      columns: [t('time.interview'), t('time.words'), t('code'), t('time.from'), t('time.to')],
      rows: shown.strips.flatMap(({ name, words, places }) =>
        places.map((place) => [name, words, rows[place.row]?.path ?? '', place.from, place.to]),
      ),
    }),
    figures: [
      {
        ...{ id: 'strips', label: t('tab.timeline'), alt: t('time.alt') },
        draw: (document, note) =>
          stripsDrawn(
            {
              title: known ? t('time.titleOne', { interview: known.name }) : t('time.title'),
              caption: `${sentences} ${note}`,
              lines: rows.map((row) => row.code.name),
              panels: shown.strips.map(({ name, words, places }) => ({
                name,
                bars: places.map(({ row, from, to }) => ({
                  ...{ line: row, from: from / Math.max(1, words), to: to / Math.max(1, words) },
                })),
              })),
            },
            document,
          ),
      },
    ],
  }
}
