'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { ExcerptDownloads } from '@/components/excerpts/excerpt-downloads'
import { ExcerptFilters } from '@/components/excerpts/excerpt-filters'
import { ExcerptList } from '@/components/excerpts/excerpt-list'
import { ExcerptPager } from '@/components/excerpts/excerpt-pager'
import { LeftOutList } from '@/components/masking/left-out-list'
import { PageHeader } from '@/components/shell/page-header'
import type { Choices } from '@/core/excerpts/choices'
import type { ExcerptsPage } from '@/core/excerpts/page'
import { type ExcerptSettings, searchOf } from './settings'
import { valueParam } from './value-param'

/** Gives the screen of excerpts its URLs. */
export function ExcerptPage(props: {
  base: string
  settings: ExcerptSettings
  choices: Choices
  page: ExcerptsPage
  pageSize: number
  references: readonly string[]
  unknownSlots: readonly string[]
  mayUnmask: boolean
  /** What files leave out of these excerpts, with a heading; none where they leave out nothing. */
  leftOut: readonly string[]
}) {
  const { base, settings, page, pageSize } = props
  const t = useTranslations('excerpts')
  const router = useRouter()
  const [pending, start] = useTransition()
  const here = (part: Partial<ExcerptSettings>) => `${base}/excerpts?${searchOf({ ...settings, ...part })}`
  const change = (part: Partial<ExcerptSettings>) =>
    start(() => router.replace(here({ page: 1, ...part }), { scroll: false }))
  const file = (format: string) => `${base}/excerpts/download?${searchOf(settings)}&format=${format}`
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title') }]}
        actions={
          page.total > 0 ? (
            <ExcerptDownloads docx={file('docx')} xlsx={file('xlsx')} csv={file('csv')} mayUnmask={props.mayUnmask} />
          ) : null
        }
      />
      <div style={{ padding: '8px 16px 32px' }} aria-busy={pending}>
        <ExcerptFilters
          settings={settings}
          choices={props.choices}
          unknownSlots={props.unknownSlots}
          valueParam={valueParam}
          change={change}
        />
        <p role="status" style={{ margin: '12px 0 4px', fontSize: 13, color: 'var(--quiet)' }}>
          {t('found', { count: page.total, interviews: page.interviews })}
        </p>
        <LeftOutList lines={props.leftOut} />
        {page.total === 0 ? (
          <p>{t('nothing')}</p>
        ) : (
          <>
            <ExcerptList
              page={page}
              grouped={settings.group !== 'none'}
              references={props.references}
              place={(interview, coding) => `${base}/interviews/${interview}?coding=${coding}`}
            />
            <ExcerptPager
              current={Math.floor(page.from / pageSize) + 1}
              last={Math.ceil(page.total / pageSize)}
              href={(number) => here({ page: number })}
            />
          </>
        )}
      </div>
    </>
  )
}
