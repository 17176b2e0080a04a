'use client'

import { Button, Group, MultiSelect, Switch, Text, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Variable } from '@/core/variable'

type Settings = { readonly query: string; readonly values: readonly string[]; readonly interviewers: boolean }

/** What is searched for, and where. */
export function SearchFields(props: {
  settings: Settings
  variables: readonly { readonly variable: Variable; readonly values: readonly (string | null)[] }[]
  valueParam: (variable: string, value: string | null) => string
  change: (part: Partial<Settings>) => void
}) {
  const { settings, change, valueParam } = props
  const t = useTranslations('search')
  const [typed, setTyped] = useState(settings.query)
  const [open, setOpen] = useState(settings.values.length > 0)
  useEffect(() => setTyped(settings.query), [settings.query])
  const offered = props.variables.filter(({ values }) => values.length > 1 && values.length <= 200)
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          change({ query: typed })
        }}
      >
        <Group gap="sm" align="flex-end">
          <TextInput
            type="search"
            size="sm"
            style={{ flex: '1 1 320px', maxWidth: 640 }}
            label={t('query')}
            data-autofocus
            maxLength={500}
            aria-describedby="search-help"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" size="sm">
            {t('go')}
          </Button>
        </Group>
        <Text id="search-help" size="xs" c="dimmed" mt={4} maw="96ch">
          {t('help')}
        </Text>
      </form>
      <Group gap="sm" align="flex-end" mt={8}>
        {offered.length > 0 ? (
          <Button
            size="xs"
            variant="default"
            aria-expanded={open}
            leftSection={open ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
            onClick={() => setOpen(!open)}
          >
            {t('filters', { set: settings.values.length })}
          </Button>
        ) : null}
        {(open ? offered : []).map(({ variable, values }) => {
          const own = settings.values.filter((param) => param.startsWith(`${variable.id}:`))
          return (
            <MultiSelect
              key={variable.id}
              size="xs"
              w={160}
              clearable
              searchable
              limit={200}
              label={variable.name}
              data={values.map((value) => ({ value: valueParam(variable.id, value), label: value ?? t('noValue') }))}
              value={own}
              onChange={(value) =>
                change({ values: [...settings.values.filter((param) => !own.includes(param)), ...value] })
              }
            />
          )
        })}
        <Switch
          size="xs"
          mb={6}
          label={t('interviewers')}
          checked={settings.interviewers}
          onChange={(event) => change({ interviewers: event.currentTarget.checked })}
        />
      </Group>
    </search>
  )
}
