import type { useFormatter, useTranslations } from 'next-intl'
import type { MatrixFigure } from '@/components/figures/matrix'
import type { NetworkFigure } from '@/components/figures/network'
import type { CoOccurrence, Pair } from '@/core/analysis/co-occurrence'
import type { Table } from '@/formats/table'
import type { CoSettings } from './settings'

type Words = ReturnType<typeof useTranslations<'analysis'>>
type Format = Pick<ReturnType<typeof useFormatter>, 'number'>

/** A cell as it is read. */
export function pairText(pair: Pair | null, settings: CoSettings, format: Format): string {
  if (pair === null) return ''
  if (settings.show === 'count') return format.number(pair.both)
  return pair.coefficient === null
    ? ''
    : format.number(pair.coefficient, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}

/** What a cell is shaded by. */
export function pairValue(pair: Pair | null, settings: CoSettings): number | null {
  return pair === null ? null : settings.show === 'count' ? pair.both : pair.coefficient
}

/** Title, caption and description that matrix and network share. */
function legendOf(of: CoOccurrence, settings: CoSettings, said: string, t: Words) {
  const pairs = pairsOf(of).sort((a, b) => b.pair.both - a.pair.both)
  const strongest = pairs.slice(0, 3).filter(({ pair }) => pair.both > 0)
  return {
    title: t('co.figureTitle', { unit: t(`co.where.${settings.unit}`, { words: settings.words }) }),
    caption: [
      t(`co.said.${settings.unit}`, { words: settings.words }),
      ...(settings.show === 'coefficient' ? [t('co.said.coefficient')] : []),
      said,
      t('nInterviews', { count: of.interviews }),
    ].join(' '),
    alt:
      strongest.length === 0
        ? t('co.altNone')
        : t('co.alt', {
            pairs: strongest
              .map(({ a, b, pair }) => `${of.rows[a]?.code.code.name} – ${of.rows[b]?.code.code.name} (${pair.both})`)
              .join(', '),
          }),
  }
}

function pairsOf(of: CoOccurrence): { a: number; b: number; pair: Pair }[] {
  return of.cells.flatMap((row, a) => row.flatMap((pair, b) => (pair !== null && a < b ? [{ a, b, pair }] : [])))
}

/** The matrix: below its diagonal the pairs, on it how many places each code has. */
export function matrixOf(of: CoOccurrence, settings: CoSettings, said: string, t: Words, format: Format): MatrixFigure {
  const legend = legendOf(of, settings, said, t)
  return {
    ...legend,
    caption: `${legend.caption} ${t('co.said.places')}`,
    columns: of.rows.map((row) => row.code.code.name),
    rows: of.rows.map((row, a) => ({
      name: `${row.code.code.name} (${format.number(row.places)})`,
      depth: 0,
      cells: (of.cells[a] ?? []).map((pair, b) =>
        b < a
          ? { value: pairValue(pair, settings), text: pairText(pair, settings, format) }
          : { value: null, text: '' },
      ),
    })),
  }
}

/** The network: its thickest lines, about one and a half for each code, unless it is said from how many places on a pair is drawn. */
export function networkOf(
  of: CoOccurrence,
  settings: CoSettings,
  said: string,
  t: Words,
  format: Format,
): NetworkFigure {
  const legend = legendOf(of, settings, said, t)
  const all = pairsOf(of)
    .filter(({ pair }) => pair.both > 0)
    .sort((a, b) => b.pair.both - a.pair.both)
  const room = Math.ceil(1.5 * of.rows.length)
  const least = settings.least || (all.length <= room ? 1 : (all[room]?.pair.both ?? 0) + 1)
  const links = all.filter(({ pair }) => pair.both >= least)
  return {
    ...legend,
    caption: `${legend.caption} ${t('co.said.lines', { least })}`,
    directed: false,
    nodes: of.rows.map((row) => ({ name: `${row.code.code.name} (${format.number(row.places)})`, size: row.places })),
    links: links.map(({ a, b, pair }) => ({
      ...{ from: a, to: b, value: pairValue(pair, settings) ?? 0, text: pairText(pair, settings, format) },
    })),
  }
}

/** The data: a row for each pair, so that any program can draw it. */
export function tableOf(of: CoOccurrence, t: Words): Table {
  return {
    name: t('tab.co-occurrence'),
    columns: [
      t('co.codeA'),
      t('co.codeB'),
      t('co.both'),
      t('co.placesA'),
      t('co.placesB'),
      t('co.coefficient'),
      t('co.interviews'),
    ],
    rows: pairsOf(of).map(({ a, b, pair }) => [
      of.rows[a]?.code.path ?? '',
      of.rows[b]?.code.path ?? '',
      pair.both,
      of.rows[a]?.places ?? 0,
      of.rows[b]?.places ?? 0,
      pair.coefficient,
      pair.interviews,
    ]),
  }
}
