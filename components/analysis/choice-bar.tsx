'use client'

import { Button, Group, MultiSelect, NumberInput, Select, Switch } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { Choices } from '@/core/excerpts/choices'

type Settings = {
  readonly codes: readonly string[]
  readonly most: number
  readonly rollUp: boolean
  readonly interviewers: boolean
  readonly coders: readonly string[]
  readonly values: readonly string[]
  readonly version: number | null
}

/** What an analysis looks at: which codes, whose codings, which interviews. `children` are the settings of one analysis only and stand first. */
export function ChoiceBar(props: {
  settings: Settings
  choices: Choices
  /** The most codes that can be asked for; null where an analysis has no codes. */
  mostCodes: number | null
  valueParam: (variable: string, value: string | null) => string
  change: (part: Partial<Settings>) => void
  children?: ReactNode
}) {
  const { settings, choices, mostCodes, change, valueParam } = props
  const t = useTranslations('analysis')
  const frequencies = useTranslations('frequencies')
  const format = useFormatter()
  const usual = { size: 'xs', clearable: true, searchable: true, limit: 200 } as const
  const offered = choices.variables.filter(({ values }) => values.length > 1 && values.length <= 200)
  const set = settings.values.length + settings.coders.length + (settings.version === null ? 0 : 1)
  const [open, setOpen] = useState(set > 0)
  return (
    <>
      <Group gap="sm" align="flex-end">
        {props.children}
        {mostCodes === null ? null : (
          <>
            <MultiSelect
              {...usual}
              w={260}
              label={t('codes')}
              placeholder={settings.codes.length === 0 ? t('mostUsed', { count: settings.most }) : ''}
              maxValues={mostCodes}
              data={choices.codes.map((code) => ({ value: code.id, label: code.path }))}
              value={[...settings.codes]}
              onChange={(codes) => change({ codes })}
            />
            {settings.codes.length === 0 ? (
              <NumberInput
                size="xs"
                w={90}
                label={t('most')}
                min={2}
                max={mostCodes}
                clampBehavior="blur"
                allowDecimal={false}
                value={settings.most}
                onChange={(most) =>
                  typeof most === 'number' && most >= 2 && most <= mostCodes ? change({ most }) : undefined
                }
              />
            ) : null}
            <Switch
              size="xs"
              mb={6}
              label={t('rollUp')}
              checked={settings.rollUp}
              onChange={(event) => change({ rollUp: event.currentTarget.checked })}
            />
          </>
        )}
        <Switch
          size="xs"
          mb={6}
          label={t('interviewers')}
          checked={settings.interviewers}
          onChange={(event) => change({ interviewers: event.currentTarget.checked })}
        />
        <Button
          size="xs"
          variant="default"
          aria-expanded={open}
          leftSection={open ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {t('filters', { set })}
        </Button>
      </Group>
      {open ? (
        <Group gap="sm" align="flex-start" mt={8}>
          {choices.coders.length > 1 && mostCodes !== null ? (
            <MultiSelect
              {...usual}
              w={200}
              label={t('coders')}
              placeholder={settings.coders.length === 0 ? t('everyCoder') : ''}
              data={choices.coders.map((coder) => ({
                value: coder.id,
                label: coder.kind === 'consensus' ? t('consensus') : coder.name,
              }))}
              value={[...settings.coders]}
              onChange={(coders) => change({ coders })}
            />
          ) : null}
          {choices.versions.length > 1 && mostCodes !== null ? (
            <Select
              size="xs"
              w={190}
              label={frequencies('codebook')}
              allowDeselect={false}
              value={String(settings.version ?? 0)}
              data={[
                { value: '0', label: frequencies('codebookNow') },
                ...choices.versions.slice(1).map(({ number, at }) => ({
                  value: String(number),
                  label: frequencies('codebookThen', { number, date: format.dateTime(at, { dateStyle: 'short' }) }),
                })),
              ]}
              onChange={(value) => change({ version: Number(value) || null })}
            />
          ) : null}
          {offered.map(({ variable, values }) => {
            const own = settings.values.filter((param) => param.startsWith(`${variable.id}:`))
            return (
              <MultiSelect
                key={variable.id}
                {...usual}
                w={170}
                label={variable.name}
                data={values.map((value) => ({ value: valueParam(variable.id, value), label: value ?? t('noValue') }))}
                value={own}
                onChange={(value) =>
                  change({ values: [...settings.values.filter((param) => !own.includes(param)), ...value] })
                }
              />
            )
          })}
        </Group>
      ) : null}
    </>
  )
}
