'use client'

import { Button, Checkbox, Group, ScrollArea, Stack, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Column, Filter } from '@/core/interviews/table'
import { useLabels } from './labels'

/** Says which interviews a column lets through: some of its categories, text contained, or a range. Every change counts at once. */
export function FilterForm(props: { column: Column; filter: Filter | null; set: (filter: Filter | null) => void }) {
  const t = useTranslations('interviews')
  const { column, filter, set } = props
  return (
    <Stack gap="xs">
      {column.kind === 'category' ? (
        <Categories column={column} chosen={filter?.by === 'oneOf' ? filter.values : []} set={set} />
      ) : column.kind === 'text' ? (
        <TextInput
          data-autofocus
          label={t('contains')}
          value={filter?.by === 'contains' ? filter.text : ''}
          onChange={({ currentTarget: { value } }) => set(value === '' ? null : { by: 'contains', text: value })}
        />
      ) : (
        <Range column={column} filter={filter} set={set} />
      )}
      <Button variant="default" disabled={!filter} onClick={() => set(null)}>
        {t('noFilter')}
      </Button>
    </Stack>
  )
}

function Categories(props: { column: Column; chosen: readonly string[]; set: (filter: Filter | null) => void }) {
  const t = useTranslations('interviews')
  const label = useLabels()
  const toggle = (name: string, on: boolean) => {
    const all = ['', ...props.column.categories]
    const values = all.filter((one) => (one === name ? on : props.chosen.includes(one)))
    props.set(values.length === 0 ? null : { by: 'oneOf', values })
  }
  return (
    <ScrollArea.Autosize mah={280} type="auto">
      <Stack gap={6} p={4}>
        {[...props.column.categories, ''].map((name) => (
          <Checkbox
            key={name}
            size="xs"
            label={name === '' ? t('none') : label.value(props.column, name)}
            checked={props.chosen.includes(name)}
            onChange={(event) => toggle(name, event.currentTarget.checked)}
          />
        ))}
      </Stack>
    </ScrollArea.Autosize>
  )
}

function Range(props: { column: Column; filter: Filter | null; set: (filter: Filter | null) => void }) {
  const t = useTranslations('interviews')
  const now = props.filter?.by === 'range' ? props.filter : { from: '', to: '' }
  const type = props.column.kind === 'date' ? 'date' : 'number'
  const set = (from: string, to: string) => props.set(from === '' && to === '' ? null : { by: 'range', from, to })
  return (
    <Group gap="xs" wrap="nowrap">
      <TextInput
        data-autofocus
        type={type}
        step="any"
        label={t('from')}
        value={now.from}
        onChange={(event) => set(event.currentTarget.value, now.to)}
      />
      <TextInput
        type={type}
        step="any"
        label={t('to')}
        value={now.to}
        onChange={(event) => set(now.from, event.currentTarget.value)}
      />
    </Group>
  )
}
