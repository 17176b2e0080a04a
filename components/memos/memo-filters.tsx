'use client'

import { Group, Select, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type MemoKind, type MemoSort, memoKinds, memoSorts, type Person } from '@/core/notes/memo'
import { TypedInput } from '../excerpts/typed-input'

/** What a person looks for among the memos; the whole of it is in the page's address. */
export type MemoSettings = {
  readonly text: string
  readonly kind: MemoKind | null
  readonly author: string | null
  readonly sort: MemoSort
}

/** Which memos, in which order. */
export function MemoFilters(props: {
  settings: MemoSettings
  authors: readonly Person[]
  change: (part: Partial<MemoSettings>) => void
}) {
  const { settings, change } = props
  const t = useTranslations('memos')
  return (
    <Group gap="sm" align="flex-end">
      <TypedInput value={settings.text} done={(text) => change({ text })}>
        {(input) => <TextInput size="xs" w={240} type="search" label={t('search')} {...input} />}
      </TypedInput>
      <Select
        size="xs"
        w={150}
        label={t('kindLabel')}
        placeholder={t('anyKind')}
        clearable
        value={settings.kind}
        data={memoKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(value) => change({ kind: memoKinds.find((one) => one === value) ?? null })}
      />
      <Select
        size="xs"
        w={170}
        label={t('authorLabel')}
        placeholder={t('anybody')}
        clearable
        value={settings.author}
        data={props.authors.map((one) => ({ value: one.id, label: one.name }))}
        onChange={(author) => change({ author })}
      />
      <Select
        size="xs"
        w={150}
        label={t('sortLabel')}
        allowDeselect={false}
        value={settings.sort}
        data={memoSorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
        onChange={(value) => change({ sort: memoSorts.find((one) => one === value) ?? 'changed' })}
      />
    </Group>
  )
}
