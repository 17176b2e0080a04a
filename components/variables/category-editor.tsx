'use client'

import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import type { Variable } from '@/core/variable'

/** One category as it shall be; `was` is its name now, null for a new one. */
export type CategoryDraft = { was: string | null; name: string }

/** A category's values: written over, moved, added and left out, then saved in one go. */
export function CategoryEditor(props: {
  variable: Variable
  used: Readonly<Record<string, number>>
  save: (wanted: CategoryDraft[]) => Promise<boolean>
}) {
  const t = useTranslations('variables')
  const shell = useTranslations('shell')
  const heading = useId()
  const stored = props.variable.categories.map((name, key) => ({ key, was: name, name }))
  const [drafts, setDrafts] = useState<(CategoryDraft & { key: number })[]>(stored)
  const [open, setOpen] = useState(false)
  const dropped = props.variable.categories.filter((name) => !drafts.some((draft) => draft.was === name))
  const losing = dropped.reduce((sum, name) => sum + (props.used[name] ?? 0), 0)
  const changed =
    dropped.length > 0 || drafts.some((draft, i) => draft.was !== draft.name || draft.was !== stored[i]?.name)

  function swap(a: number, b: number) {
    const next = [...drafts]
    const [one] = next.splice(a, 1)
    if (one) next.splice(b, 0, one)
    setDrafts(next)
  }
  if (!open)
    return (
      <Group gap="xs" mt={4} wrap="nowrap" align="start">
        <Button
          flex="none"
          variant="subtle"
          onClick={() => setOpen(true)}
          aria-label={t('values', { name: props.variable.name })}
        >
          {t('value', { n: props.variable.categories.length })}
        </Button>
        <Text c="var(--quiet)" lineClamp={2} mt={4}>
          {props.variable.categories.join(' · ')}
        </Text>
      </Group>
    )
  return (
    <fieldset style={{ margin: '8px 0 0', padding: '0 0 0 16px', border: 0 }} aria-labelledby={heading}>
      <Text id={heading} mb={4}>
        {t('values', { name: props.variable.name })}
      </Text>
      {drafts.map((draft, i) => (
        <Group key={draft.key} gap={4} mb={4} wrap="nowrap">
          <TextInput
            size="xs"
            w={260}
            aria-label={t('valueAt', { n: i + 1 })}
            value={draft.name}
            onChange={({ currentTarget: { value } }) =>
              setDrafts(drafts.map((one) => (one.key === draft.key ? { ...one, name: value } : one)))
            }
          />
          <ActionIcon
            variant="transparent"
            bg="transparent"
            aria-label={t('up', { name: draft.name })}
            disabled={i === 0}
            onClick={() => swap(i, i - 1)}
          >
            <IconArrowUp size={14} />
          </ActionIcon>
          <ActionIcon
            variant="transparent"
            bg="transparent"
            aria-label={t('down', { name: draft.name })}
            disabled={i === drafts.length - 1}
            onClick={() => swap(i, i + 1)}
          >
            <IconArrowDown size={14} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={t('remove', { name: draft.name })}
            onClick={() => setDrafts(drafts.filter((one) => one.key !== draft.key))}
          >
            <IconX size={14} />
          </ActionIcon>
          <Text c="var(--quiet)" size="xs">
            {draft.was === null ? '' : t('used', { n: props.used[draft.was] ?? 0 })}
          </Text>
        </Group>
      ))}
      {losing > 0 ? <Text role="status">{t('dropsValues', { n: losing })}</Text> : null}
      <Group gap="xs" mt="xs">
        <Button
          variant="default"
          onClick={() =>
            setDrafts([...drafts, { key: Math.max(-1, ...drafts.map((one) => one.key)) + 1, was: null, name: '' }])
          }
        >
          {t('addValue')}
        </Button>
        <Button disabled={!changed} onClick={() => void props.save(drafts.map(({ was, name }) => ({ was, name })))}>
          {t('save')}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            setDrafts(stored)
            setOpen(false)
          }}
        >
          {shell('close')}
        </Button>
      </Group>
    </fieldset>
  )
}
