'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AnalysisTabs } from '@/components/analysis/analysis-tabs'
import { PageHeader } from '@/components/shell/page-header'
import { SavedMenu } from '../saved/saved-menu'
import { type Analysis, analyses } from './analyses'
import { type ChoiceSettings, choiceSearch } from './choice-settings'

/** The header and tabs of an analysis; another tab keeps what was chosen. */
export function AnalysisScreen(props: {
  base: string
  analysis: Analysis
  choice: ChoiceSettings
  pending: boolean
  actions: ReactNode
  children: ReactNode
}) {
  const { base, analysis } = props
  const t = useTranslations('analysis')
  const search = choiceSearch(props.choice).toString()
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title') }, { label: t(`tab.${analysis}`) }]}
        actions={
          <>
            <SavedMenu />
            {props.actions}
          </>
        }
      />
      <AnalysisTabs
        tabs={analyses.map((one) => ({
          id: one,
          label: t(`tab.${one}`),
          href: `${base}/analysis/${one}${search === '' ? '' : `?${search}`}`,
          current: one === analysis,
        }))}
      />
      <div style={{ padding: '12px 16px 32px' }} aria-busy={props.pending}>
        {props.children}
      </div>
    </>
  )
}
