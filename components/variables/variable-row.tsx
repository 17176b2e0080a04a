'use client'

import { ActionIcon, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Variable, type VariableKind, variableKinds } from '@/core/variable'
import { type CategoryDraft, CategoryEditor } from './category-editor'

/** One variable: its name and kind are changed where they stand; a category shows its values below. */
export function VariableRow(props: {
  variable: Variable
  used: Readonly<Record<string, number>>
  editable: boolean
  first: boolean
  last: boolean
  move: (by: -1 | 1) => void
  rename: (name: string) => Promise<boolean>
  changeKind: (kind: VariableKind) => Promise<boolean>
  setCategories: (wanted: CategoryDraft[]) => Promise<boolean>
  remove: () => void
}) {
  const t = useTranslations('variables')
  const { variable, editable } = props
  const [name, setName] = useState(variable.name)
  const interviews = Object.values(props.used).reduce((sum, n) => sum + n, 0)
  async function keep() {
    if (name !== variable.name && !(await props.rename(name))) setName(variable.name)
  }
  if (!editable)
    return (
      <li style={{ padding: '6px 0', borderBottom: '1px solid var(--rule)' }}>
        <strong>{variable.name}</strong> · {t(`kinds.${variable.kind}`)}
        {variable.categories.length > 0 ? <Text c="var(--quiet)">{variable.categories.join(', ')}</Text> : null}
      </li>
    )
  return (
    <li style={{ padding: '8px 0', borderBottom: '1px solid var(--rule)' }}>
      <Group gap="xs" wrap="wrap">
        <TextInput
          w={220}
          aria-label={t('name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onBlur={() => void keep()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void keep()
            if (event.key === 'Escape') setName(variable.name)
          }}
        />
        <NativeSelect
          aria-label={`${t('kind')}: ${variable.name}`}
          value={variable.kind}
          data={variableKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
          onChange={(event) => {
            const kind = variableKinds.find((one) => one === event.currentTarget.value)
            if (kind) void props.changeKind(kind)
          }}
        />
        <Text c="var(--quiet)" style={{ flex: 1 }}>
          {t('used', { n: interviews })}
        </Text>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="transparent"
            bg="transparent"
            aria-label={t('up', { name: variable.name })}
            disabled={props.first}
            onClick={() => props.move(-1)}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="transparent"
            bg="transparent"
            aria-label={t('down', { name: variable.name })}
            disabled={props.last}
            onClick={() => props.move(1)}
          >
            <IconArrowDown size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={t('remove', { name: variable.name })}
            onClick={props.remove}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      </Group>
      {variable.kind === 'category' ? (
        <CategoryEditor variable={variable} used={props.used} save={props.setCategories} />
      ) : null}
    </li>
  )
}
