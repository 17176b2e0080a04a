'use client'

import { Group, MultiSelect, SegmentedControl, Select, Switch } from '@mantine/core'
import { useFormatter, useTranslations } from 'next-intl'
import type { CodebookVersion } from '@/core/codebook/versions'
import { type Countable, type Crosstab, countables } from '@/core/frequencies/crosstab'
import { canShow, type Show, shows } from '@/core/frequencies/express'
import type { Coder } from '@/core/project'
import { type Correction, corrections } from '@/core/statistics/adjust'
import type { Variable } from '@/core/variable'

/** What a person sets; the whole of it is in the page's address. */
export type Settings = {
  readonly by: readonly string[]
  readonly count: Countable
  readonly show: Show
  readonly rollUp: boolean
  readonly interviewers: boolean
  readonly coders: readonly string[]
  readonly levels: number
  readonly version: number | null
  readonly tests: Correction | null
  readonly least: number
}

/** What stands in columns, what is counted and how it is shown. */
export function FrequencySettingsBar(props: {
  settings: Settings
  variables: readonly Variable[]
  coders: readonly Coder[]
  versions: readonly CodebookVersion[]
  table: Crosstab
  change: (part: Partial<Settings>) => void
}) {
  const { settings, variables, coders, change } = props
  const t = useTranslations('frequencies')
  const format = useFormatter()
  const deepest = Math.max(0, ...props.table.rows.map((row) => row.code.depth)) + 1
  const pick = <T extends string>(all: readonly T[], value: string | null, then: (one: T) => void) => {
    const one = all.find((other) => other === value)
    if (one) then(one)
  }
  const columns = (place: number) => (
    <Select
      size="xs"
      w={160}
      label={place === 0 ? t('columns') : t('andBy')}
      placeholder={t('none')}
      clearable={settings.by.length > place}
      disabled={place > settings.by.length}
      value={settings.by[place] ?? null}
      data={variables
        .filter((one) => one.id === settings.by[place] || !settings.by.includes(one.id))
        .map((one) => ({ value: one.id, label: one.name }))}
      onChange={(value) => {
        const by = [...settings.by]
        if (value === null) by.splice(place, 1)
        else by[place] = value
        change({ by })
      }}
    />
  )
  return (
    <Group gap="sm" align="flex-end">
      {columns(0)}
      {columns(1)}
      <div>
        <div id="frequencies-count" style={{ fontSize: 12, fontWeight: 500, marginBlockEnd: 2 }}>
          {t('countLabel')}
        </div>
        <SegmentedControl
          size="xs"
          aria-labelledby="frequencies-count"
          value={settings.count}
          data={countables.map((value) => ({ value, label: t(`count.${value}`) }))}
          onChange={(value) => pick(countables, value, (count) => change({ count }))}
        />
      </div>
      <Select
        size="xs"
        w={210}
        label={t('showLabel')}
        allowDeselect={false}
        value={settings.show}
        data={shows.map((value) => ({
          value,
          label: value === 'share' ? t(`share.${settings.count}`) : t(`show.${value}`),
          disabled: !canShow(settings.count, value),
        }))}
        onChange={(value) => pick(shows, value, (show) => change({ show }))}
      />
      {deepest > 1 ? (
        <Select
          size="xs"
          w={130}
          label={t('levels')}
          allowDeselect={false}
          value={String(Math.min(settings.levels, deepest))}
          data={[
            { value: '0', label: t('allLevels') },
            ...Array.from({ length: deepest - 1 }, (_, i) => ({
              value: String(i + 1),
              label: t('levelsShown', { count: i + 1 }),
            })),
          ]}
          onChange={(value) => change({ levels: Number(value ?? 0) })}
        />
      ) : null}
      {coders.length > 1 ? (
        <MultiSelect
          size="xs"
          miw={180}
          maw={360}
          label={t('coders')}
          placeholder={settings.coders.length === 0 ? t('everyCoder') : ''}
          clearable
          value={[...settings.coders]}
          data={coders.map((coder) => ({
            value: coder.id,
            label: coder.kind === 'consensus' ? t('consensus') : coder.name,
          }))}
          onChange={(value) => change({ coders: value })}
        />
      ) : null}
      <Select
        size="xs"
        w={190}
        label={t('testsLabel')}
        allowDeselect={false}
        disabled={settings.count !== 'interviews' || props.table.columns.length < 2}
        value={settings.tests ?? 'none'}
        data={[
          { value: 'none', label: t('testsNone') },
          ...corrections.map((value) => ({ value, label: t(`testsBy.${value}`) })),
        ]}
        onChange={(value) => change({ tests: corrections.find((one) => one === value) ?? null })}
      />
      <Select
        size="xs"
        w={150}
        label={t('leastLabel')}
        allowDeselect={false}
        value={String(settings.least)}
        data={[
          { value: '0', label: t('leastNone') },
          ...[...new Set([3, 5, 10, ...(settings.least > 0 ? [settings.least] : [])])]
            .sort((a, b) => a - b)
            .map((value) => ({ value: String(value), label: t('leastBelow', { n: value }) })),
        ]}
        onChange={(value) => change({ least: Number(value) })}
      />
      {props.versions.length > 1 ? (
        <Select
          size="xs"
          w={190}
          label={t('codebook')}
          allowDeselect={false}
          value={String(settings.version ?? 0)}
          data={[
            { value: '0', label: t('codebookNow') },
            ...props.versions.slice(1).map(({ number, at }) => ({
              value: String(number),
              label: t('codebookThen', { number, date: format.dateTime(at, { dateStyle: 'short' }) }),
            })),
          ]}
          onChange={(value) => change({ version: Number(value) || null })}
        />
      ) : null}
      <Switch
        size="xs"
        mb={6}
        label={t('rollUp')}
        checked={settings.rollUp}
        onChange={(event) => change({ rollUp: event.currentTarget.checked })}
      />
      <Switch
        size="xs"
        mb={6}
        label={t('interviewers')}
        checked={settings.interviewers}
        onChange={(event) => change({ interviewers: event.currentTarget.checked })}
      />
    </Group>
  )
}
