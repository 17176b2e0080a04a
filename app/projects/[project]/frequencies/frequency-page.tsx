'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { FigureDownloads } from '@/components/figures/figure-downloads'
import { FigureFrame } from '@/components/figures/figure-frame'
import { AssociationTable } from '@/components/frequencies/association-table'
import { columnName } from '@/components/frequencies/column-name'
import { FrequencySettingsBar } from '@/components/frequencies/frequency-settings-bar'
import { FrequencyTable } from '@/components/frequencies/frequency-table'
import { WhatIsCounted } from '@/components/frequencies/what-is-counted'
import { PageHeader } from '@/components/shell/page-header'
import type { CodebookVersion } from '@/core/codebook/versions'
import { associations, fewIn } from '@/core/frequencies/associations'
import type { Crosstab } from '@/core/frequencies/crosstab'
import type { Coder } from '@/core/project'
import type { Variable } from '@/core/variable'
import { SavedMenu } from '../saved/saved-menu'
import { cellSearch } from './cell-search'
import { type FrequencySettings, searchOf } from './settings'

/** Gives the screen of frequencies its URLs. */
export function FrequencyPage(props: {
  base: string
  settings: FrequencySettings
  variables: readonly Variable[]
  coders: readonly Coder[]
  versions: readonly CodebookVersion[]
  table: Crosstab
}) {
  const { base, settings, variables, coders, table } = props
  const t = useTranslations('frequencies')
  const router = useRouter()
  const [pending, start] = useTransition()
  const search = searchOf(settings)
  const file = (format: string) => `${base}/frequencies/download?${search}&format=${format}`
  const change = (part: Partial<FrequencySettings>) =>
    start(() => router.replace(`${base}/frequencies?${searchOf({ ...settings, ...part })}`, { scroll: false }))
  const tests = settings.tests === null ? [] : associations(table, settings.tests)
  const nothing = table.rows.length === 0 || table.all.interviews === 0
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title') }]}
        actions={
          nothing ? null : (
            <>
              <SavedMenu />
              <FigureDownloads
                csv={file('csv')}
                xlsx={file('xlsx')}
                figures={[{ name: t('title'), label: null, svg: file('svg') }]}
              />
            </>
          )
        }
      />
      <div style={{ padding: '8px 16px 32px' }} aria-busy={pending}>
        <FrequencySettingsBar
          settings={settings}
          variables={variables}
          coders={coders}
          versions={props.versions}
          table={table}
          change={change}
        />
        <WhatIsCounted settings={settings} coders={coders} />
        {nothing ? (
          <p>
            {t.rich('empty', {
              codebook: (text) => <a href={`${base}/codebook`}>{text}</a>,
              interviews: (text) => <a href={`${base}/interviews`}>{text}</a>,
            })}
          </p>
        ) : (
          <>
            <FrequencyTable
              table={table}
              show={settings.show}
              levels={settings.levels}
              rollUp={settings.rollUp}
              variables={settings.by.flatMap((id) => variables.filter((one) => one.id === id))}
              least={settings.least}
              href={(row, column) => `${base}/excerpts?${cellSearch(settings, row, column)}`}
            />
            {tests.length > 0 && settings.tests ? (
              <AssociationTable
                tests={tests.filter(({ row }) => settings.levels === 0 || row.code.depth < settings.levels)}
                correction={settings.tests}
                names={table.columns.map((column) => columnName(column, { noValue: t('noValue'), all: t('all') }))}
                few={fewIn(table)}
              />
            ) : null}
            <FigureFrame src={file('svg')} alt={t('figureAlt')} />
          </>
        )}
      </div>
    </>
  )
}
