'use client'

import { Button, Group, Text, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Answer } from './answer'
import { type Drafts, type FieldState, useField } from './use-field'

/** A field of a code that is stored when it is left. */
export function TextField(props: {
  id: string
  label: string
  hint?: string
  value: string
  readOnly: boolean
  oneLine?: boolean
  drafts: Drafts
  save: (text: string, seen: string | null) => Promise<Answer>
  told: (key: string, state: FieldState) => void
}) {
  const t = useTranslations('codebook')
  const field = useField(props.id, props.value, props.drafts, props.save, props.told)
  const theirs = field.problem?.theirs ? (
    <Group gap="xs" mt={4}>
      <Text size="sm" w="100%" style={{ whiteSpace: 'pre-wrap' }}>
        {t('nowThere', { text: props.value })}
      </Text>
      <Button variant="default" onClick={field.keepMine}>
        {t('keepMine')}
      </Button>
      <Button variant="default" onClick={field.takeTheirs}>
        {t('takeTheirs')}
      </Button>
    </Group>
  ) : field.problem ? (
    <Button variant="default" mt={4} onClick={field.commit}>
      {t('again')}
    </Button>
  ) : null
  const common = {
    label: props.label,
    value: field.shown,
    readOnly: props.readOnly,
    error: field.problem ? field.problem.message : null,
    onChange: (event: { currentTarget: { value: string } }) => field.write(event.currentTarget.value),
    onBlur: field.commit,
    onKeyDown: field.onKeyDown,
  }
  if (props.oneLine)
    return (
      <div>
        <TextInput {...common} maxLength={200} />
        {theirs}
      </div>
    )
  if (props.readOnly)
    return props.value === '' ? null : (
      <div>
        <Text fw={600} size="sm">
          {props.label}
        </Text>
        <Text style={{ whiteSpace: 'pre-wrap' }}>{props.value}</Text>
      </div>
    )
  return (
    <div>
      <Textarea {...common} autosize minRows={2} maxRows={16} maxLength={20_000} placeholder={props.hint ?? ''} />
      {theirs}
    </div>
  )
}
