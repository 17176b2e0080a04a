'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { ChoiceBar } from '@/components/analysis/choice-bar'
import { type Control, Controls } from '@/components/analysis/controls'
import { MatrixTable } from '@/components/analysis/matrix-table'
import { FigureDownloads } from '@/components/figures/figure-downloads'
import { FigureFrame } from '@/components/figures/figure-frame'
import type { Choices } from '@/core/excerpts/choices'
import { valueParam } from '../excerpts/value-param'
import type { Analysis } from './analyses'
import { AnalysisScreen } from './analysis-screen'
import { type ChoiceSettings, choiceSearch } from './choice-settings'
import type { ShownTable } from './view'

/** An analysis: its settings, what is counted in words, its table and its figures. */
export function AnalysisPage(props: {
  base: string
  analysis: Analysis
  settings: ChoiceSettings
  choices: Choices
  controls: readonly Control[]
  search: Readonly<Record<string, string>>
  said: string
  mostCodes: number | null
  table: ShownTable
  figures: readonly { readonly id: string; readonly label: string; readonly alt: string }[]
  empty: string | null
}) {
  const { base, analysis, settings, figures } = props
  const t = useTranslations('analysis')
  const router = useRouter()
  const [pending, start] = useTransition()
  const path = `${base}/analysis/${analysis}`
  const search = (choice: ChoiceSettings, own: Readonly<Record<string, string>>) => {
    const all = choiceSearch(choice)
    for (const [name, value] of Object.entries(own)) all.set(name, value)
    return all.toString()
  }
  const go = (query: string) => start(() => router.replace(`${path}?${query}`, { scroll: false }))
  const file = (ending: string) => `${path}/download?${search(settings, props.search)}&${ending}`
  const drawn = figures.map((one) => ({ ...one, svg: file(`format=svg&figure=${one.id}`) }))
  return (
    <AnalysisScreen
      base={base}
      analysis={analysis}
      choice={settings}
      pending={pending}
      actions={
        props.empty === null ? (
          <FigureDownloads
            csv={file('format=csv')}
            xlsx={file('format=xlsx')}
            figures={drawn.map(({ svg, label }) => ({ svg, name: label, label: drawn.length > 1 ? label : null }))}
          />
        ) : null
      }
    >
      <ChoiceBar
        settings={settings}
        choices={props.choices}
        mostCodes={props.mostCodes}
        valueParam={valueParam}
        change={(part) => go(search({ ...settings, ...part }, props.search))}
      >
        <Controls
          controls={props.controls}
          change={(param, value) => go(search(settings, { ...props.search, [param]: value }))}
        />
      </ChoiceBar>
      <p style={{ margin: '10px 0 0', maxWidth: '100ch', fontSize: 13, color: 'var(--quiet)' }}>{props.said}</p>
      {props.empty === null ? (
        <>
          <MatrixTable label={t(`tab.${analysis}`)} {...props.table} />
          {drawn.map((one) => (
            <FigureFrame key={one.id} src={one.svg} alt={one.alt} />
          ))}
        </>
      ) : (
        <p>{props.empty}</p>
      )}
    </AnalysisScreen>
  )
}
