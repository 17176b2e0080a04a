'use client'

import { notifications } from '@mantine/notifications'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { ExcerptDownloads } from '@/components/excerpts/excerpt-downloads'
import { ExcerptFilters } from '@/components/excerpts/excerpt-filters'
import { ExcerptList } from '@/components/excerpts/excerpt-list'
import { ExcerptPager } from '@/components/excerpts/excerpt-pager'
import { LeftOutList } from '@/components/masking/left-out-list'
import { PutOnDesk } from '@/components/quotes/put-on-desk'
import { PageHeader } from '@/components/shell/page-header'
import { problem } from '@/components/shell/undoable'
import type { Choices } from '@/core/excerpts/choices'
import type { ExcerptsPage } from '@/core/excerpts/page'
import { putOnDesk } from '../quotes/put-on-desk'
import { SavedMenu } from '../saved/saved-menu'
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
  project: string
  /** The quote desks that this person may put excerpts on; null for who only reads. */
  desks: readonly { readonly id: string; readonly name: string }[] | null
  mayUnmask: boolean
  /** What files leave out of these excerpts, with a heading; none where they leave out nothing. */
  leftOut: readonly string[]
}) {
  const { base, settings, page, pageSize } = props
  const t = useTranslations('excerpts')
  const quotes = useTranslations('quotes')
  const router = useRouter()
  const [pending, start] = useTransition()
  const { desks } = props
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) =>
    setChosen((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])))
  const put = async (desk: string | null) => {
    const name = desks?.find((one) => one.id === desk)?.name ?? quotes('new')
    const done = await putOnDesk(props.project, desk, name, [...chosen])
    if ('error' in done) return problem(done.error)
    setChosen(new Set())
    notifications.show({
      message: (
        <>
          {quotes('put', { n: done.ok.count, desk: name })}{' '}
          <Link href={`${base}/quotes/${done.ok.desk}`}>{quotes('open')}</Link>
        </>
      ),
    })
    start(() => router.refresh())
  }
  const here = (part: Partial<ExcerptSettings>) => `${base}/excerpts?${searchOf({ ...settings, ...part })}`
  const change = (part: Partial<ExcerptSettings>) =>
    start(() => router.replace(here({ page: 1, ...part }), { scroll: false }))
  const file = (format: string) => `${base}/excerpts/download?${searchOf(settings)}&format=${format}`
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title') }]}
        actions={
          <>
            <SavedMenu />
            {page.total > 0 ? (
              <ExcerptDownloads docx={file('docx')} xlsx={file('xlsx')} csv={file('csv')} mayUnmask={props.mayUnmask} />
            ) : null}
          </>
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
            {desks ? (
              <PutOnDesk
                chosen={chosen.size}
                onPage={page.excerpts.length}
                desks={desks}
                choosePage={() => setChosen((now) => new Set([...now, ...page.excerpts.map((one) => one.id)]))}
                chooseNone={() => setChosen(new Set())}
                put={(desk) => void put(desk)}
              />
            ) : null}
            <ExcerptList
              choosing={desks ? { chosen, toggle } : null}
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
