'use client'

import { Select } from '@mantine/core'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { CodebookVersion, CodeDifference } from '@/core/codebook/versions'
import classes from './codebook.module.css'
import { DifferenceList } from './difference-list'

/** What differs between two versions of the codebook, and the choice of the two. */
export function VersionList(props: {
  versions: readonly CodebookVersion[]
  from: number
  to: number
  differences: readonly CodeDifference[]
  choose: (from: number, to: number) => void
  /** Figures under the codes of the later version; null when that is today's. */
  figuresHref: string | null
}) {
  const t = useTranslations('codebook')
  const format = useFormatter()
  const { from, to } = props
  const label = ({ number, at, by }: CodebookVersion) =>
    t('version', {
      number,
      date: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }),
      by: by === '' ? 'none' : 'some',
      name: by,
    })
  const options = props.versions.map((one) => ({ value: String(one.number), label: label(one) }))
  return (
    <div className={classes.versions}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'flex-end' }}>
        <Select
          size="xs"
          w={300}
          label={t('versionEarlier')}
          allowDeselect={false}
          value={String(from)}
          data={[...options, { value: '0', label: t('versionNone') }]}
          onChange={(value) => props.choose(Number(value), to)}
        />
        <Select
          size="xs"
          w={300}
          label={t('versionLater')}
          allowDeselect={false}
          value={String(to)}
          data={options}
          onChange={(value) => props.choose(from, Number(value))}
        />
        {props.figuresHref === null ? null : (
          <Link href={props.figuresHref}>{t('versionFigures', { number: to })}</Link>
        )}
      </div>
      {props.differences.length === 0 ? <p>{t('versionSame')}</p> : null}
      <DifferenceList differences={props.differences} />
    </div>
  )
}
