'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { AutocodePanel } from '@/components/search/autocode-panel'
import { SearchFields } from '@/components/search/search-fields'
import { SearchHits } from '@/components/search/search-hits'
import type { SearchLine, SearchPage } from '@/core/search/page'
import type { Variable } from '@/core/variable'
import { valueParam } from '../excerpts/value-param'
import { autocode, undoAutocode } from './actions'
import { type SearchSettings, searchOf } from './settings'

/** Gives the screen of searching its URLs and actions. */
export function SearchScreenPage(props: {
  project: string
  settings: SearchSettings
  pageSize: number
  fault: string | null
  page: SearchPage | null
  inCodes: readonly { readonly id: string; readonly path: string }[]
  inMemos: readonly { readonly id: string; readonly title: string; readonly beginning: string }[]
  codes: readonly { readonly id: string; readonly path: string }[]
  variables: readonly { readonly variable: Variable; readonly values: readonly (string | null)[] }[]
  writes: boolean
}) {
  const { project, settings, page } = props
  const t = useTranslations('search')
  const router = useRouter()
  const [pending, start] = useTransition()
  const base = `/projects/${project}`
  const here = (part: Partial<SearchSettings>) => `${base}/search?${searchOf({ ...settings, ...part })}`
  const change = (part: Partial<SearchSettings>) =>
    start(() => router.push(here({ page: 1, ...part }), { scroll: false }))
  const place = ({ interviewId, start: at }: Pick<SearchLine, 'interviewId' | 'start'>) =>
    `${base}/interviews/${interviewId}?${new URLSearchParams({ at: String(at), q: settings.query })}`
  return (
    <div style={{ padding: '8px 16px 32px' }} aria-busy={pending}>
      <SearchFields settings={settings} variables={props.variables} valueParam={valueParam} change={change} />
      <p role="status" style={{ margin: '12px 0 4px', fontSize: 13, color: 'var(--quiet)' }}>
        {props.fault ??
          (page ? t('found', { total: page.total, searched: page.searched, interviews: page.interviews.length }) : '')}
      </p>
      {page && settings.coding && props.writes ? (
        <AutocodePanel
          key={`${settings.query} ${settings.unit}`}
          page={page}
          unit={settings.unit}
          setUnit={(unit) => change({ unit })}
          codes={props.codes}
          place={place}
          leave={() => change({ coding: false })}
          apply={(step, code, ranges) => autocode({ project, step, code, ranges: [...ranges] })}
          undo={(step) => undoAutocode({ project, step })}
        />
      ) : page ? (
        <SearchHits
          page={page}
          pageSize={props.pageSize}
          place={place}
          pageHref={(number) => here({ page: number })}
          autocode={props.writes && props.codes.length > 0 ? () => change({ coding: true }) : null}
          beside={[
            {
              title: t('inCodes'),
              items: props.inCodes.map(({ id, path }) => ({
                id,
                name: path,
                text: '',
                href: `${base}/codebook?code=${id}`,
              })),
            },
            {
              title: t('inMemos'),
              items: props.inMemos.map(({ id, title, beginning }) => ({
                ...{ id, name: title, text: beginning, href: `${base}/memos/${id}` },
              })),
            },
          ]}
        />
      ) : null}
    </div>
  )
}
