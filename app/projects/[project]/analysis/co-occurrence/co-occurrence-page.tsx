'use client'

import { NumberInput, SegmentedControl, Select } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { ChoiceBar } from '@/components/analysis/choice-bar'
import { MatrixTable } from '@/components/analysis/matrix-table'
import { PlaceList } from '@/components/analysis/place-list'
import { FigureDownloads } from '@/components/figures/figure-downloads'
import { FigureFrame } from '@/components/figures/figure-frame'
import { type CoOccurrence, meetingUnits } from '@/core/analysis/co-occurrence'
import type { PlacesPage } from '@/core/analysis/places-page'
import type { Choices } from '@/core/excerpts/choices'
import { valueParam } from '../../excerpts/value-param'
import { AnalysisScreen } from '../analysis-screen'
import { MOST_ROWS } from '../choice-settings'
import { saidOfChoice } from '../said-of-choice'
import { pairText, pairValue } from './figures-of'
import { type CoSettings, coShows, searchOf } from './settings'

/** Gives the screen of co-occurrence its URLs. */
export function CoOccurrencePage(props: {
  base: string
  settings: CoSettings
  choices: Choices
  of: CoOccurrence
  places: PlacesPage | null
  pageSize: number
}) {
  const { base, settings, choices, of, places } = props
  const t = useTranslations('analysis')
  const format = useFormatter()
  const router = useRouter()
  const [pending, start] = useTransition()
  const here = (part: Partial<CoSettings>) => `${base}/analysis/co-occurrence?${searchOf({ ...settings, ...part })}`
  const change = (part: Partial<CoSettings>) =>
    start(() => router.replace(here({ pair: null, from: 0, ...part }), { scroll: false }))
  const file = (ending: string) =>
    `${base}/analysis/co-occurrence/download?${searchOf({ ...settings, pair: null })}&${ending}`
  const name = (id: string) => choices.codes.find((code) => code.id === id)?.path ?? ''
  const network = file('format=svg&figure=network')
  const nothing = of.rows.length < 2 || of.interviews === 0
  return (
    <AnalysisScreen
      base={base}
      analysis="co-occurrence"
      choice={settings}
      pending={pending}
      actions={
        nothing ? null : (
          <FigureDownloads
            csv={file('format=csv')}
            xlsx={file('format=xlsx')}
            figures={[
              { label: t('co.matrix'), name: t('co.matrix'), svg: file('format=svg') },
              { label: t('co.network'), name: t('co.network'), svg: network },
            ]}
          />
        )
      }
    >
      <ChoiceBar settings={settings} choices={choices} mostCodes={MOST_ROWS} valueParam={valueParam} change={change}>
        <Select
          size="xs"
          w={190}
          label={t('co.unit')}
          allowDeselect={false}
          value={settings.unit}
          data={meetingUnits.map((value) => ({ value, label: t(`co.unitName.${value}`) }))}
          onChange={(value) => change({ unit: meetingUnits.find((one) => one === value) ?? 'overlap' })}
        />
        {settings.unit === 'near' ? (
          <NumberInput
            size="xs"
            w={90}
            label={t('co.words')}
            min={0}
            max={1000}
            allowDecimal={false}
            value={settings.words}
            onChange={(words) => typeof words === 'number' && change({ words })}
          />
        ) : null}
        <SegmentedControl
          size="xs"
          aria-label={t('co.show')}
          value={settings.show}
          data={coShows.map((value) => ({ value, label: t(`co.${value}`) }))}
          onChange={(value) => change({ show: coShows.find((one) => one === value) ?? 'count' })}
        />
      </ChoiceBar>
      <p style={{ margin: '10px 0 0', maxWidth: '100ch', fontSize: 13, color: 'var(--quiet)' }}>
        {t(`co.said.${settings.unit}`, { words: settings.words })}{' '}
        {settings.show === 'coefficient' ? t('co.said.coefficient') : ''} {saidOfChoice(settings, choices, t)}{' '}
        {t('nInterviews', { count: of.interviews })}
      </p>
      {nothing ? (
        <p>{t('co.empty')}</p>
      ) : (
        <>
          <MatrixTable
            label={t('tab.co-occurrence')}
            corner={t('code')}
            columns={of.rows.map((row) => ({
              id: row.code.code.id,
              name: row.code.code.name,
              under: format.number(row.places),
            }))}
            rows={of.rows.map((row, a) => ({
              id: row.code.code.id,
              name: row.code.code.name,
              title: row.code.path,
              depth: 0,
              cells: of.rows.map((column, b) => {
                const pair = of.cells[a]?.[b] ?? null
                const ids = [row.code.code.id, column.code.code.id] as const
                const text = pairText(pair, settings, format)
                return {
                  value: pairValue(pair, settings),
                  text,
                  label: `${text}: ${row.code.path}, ${column.code.path}`,
                  mark: settings.pair?.[0] === ids[0] && settings.pair[1] === ids[1],
                  ...(pair && pair.both > 0 ? { href: `${here({ pair: ids, from: 0 })}#places` } : {}),
                }
              }),
            }))}
          />
          {settings.pair && places ? (
            <PlaceList
              id="places"
              title={t('co.placesOf', { a: name(settings.pair[0]), b: name(settings.pair[1]) })}
              close={here({ pair: null })}
              {...places}
              pageSize={props.pageSize}
              place={(interview, at) => `${base}/interviews/${interview}?at=${at}`}
              page={(from) => `${here({ from })}#places`}
            />
          ) : null}
          <FigureFrame src={file('format=svg')} alt={t('co.matrixAlt')} />
          <FigureFrame src={network} alt={t('co.networkAlt')} />
          <NumberInput
            size="xs"
            w={230}
            mt={8}
            label={t('co.least')}
            min={0}
            allowDecimal={false}
            value={settings.least}
            onChange={(least) => typeof least === 'number' && change({ least })}
          />
        </>
      )}
    </AnalysisScreen>
  )
}
