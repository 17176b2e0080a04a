'use client'

import { Button, Group, MultiSelect, NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Choices } from '@/core/excerpts/choices'
import { type Sort, sorts } from '@/core/excerpts/order'
import type { Coder } from '@/core/project'
import { type SpeakerRole, speakerRoles } from '@/core/text/turn'
import type { Variable } from '@/core/variable'
import { TypedInput } from './typed-input'

/** What a person sets; the whole of it is in the page's address. */
export type Settings = {
  readonly any: readonly string[]
  readonly all: readonly string[]
  readonly none: readonly string[]
  readonly subCodes: boolean
  readonly values: readonly string[]
  readonly speakers: readonly SpeakerRole[]
  readonly coders: readonly string[]
  readonly text: string
  readonly group: string
  readonly sort: Sort
  readonly around: number
  readonly reference: string
}

/** Which excerpts, in which order, under which headings, and how they are cited. */
export function ExcerptFilters(props: {
  settings: Settings
  choices: Choices
  unknownSlots: readonly string[]
  valueParam: (variable: string, value: string | null) => string
  change: (part: Partial<Settings>) => void
}) {
  const { settings, choices, change, valueParam } = props
  const t = useTranslations('excerpts')
  const codes = choices.codes.map((code) => ({ value: code.id, label: code.path }))
  const roles = speakerRoles.map((value) => ({ value, label: t(`role.${value}`) }))
  const usual = { size: 'xs', w: 210, clearable: true, searchable: true, limit: 200 } as const
  const name = (coder: Coder) => (coder.kind === 'consensus' ? t('consensus') : coder.name)
  const offered = choices.variables.filter(({ values }) => values.length > 1 && values.length <= 200)
  const mine = (variable: Variable) => settings.values.filter((param) => param.startsWith(`${variable.id}:`))
  const set =
    [settings.all, settings.none, settings.speakers].filter((one) => one.length > 0).length +
    offered.filter(({ variable }) => mine(variable).length > 0).length
  const [open, setOpen] = useState(set > 0)
  const codesField = (which: 'any' | 'all' | 'none') => (
    <MultiSelect
      key={which}
      {...usual}
      label={t(`codes.${which}`)}
      data={codes}
      value={[...settings[which]]}
      onChange={(value) => change({ [which]: value })}
    />
  )
  return (
    <>
      <Group gap="sm" align="flex-end">
        {codesField('any')}
        <MultiSelect
          {...usual}
          w={170}
          label={t('coders')}
          data={choices.coders.map((coder) => ({ value: coder.id, label: name(coder) }))}
          value={[...settings.coders]}
          onChange={(value) => change({ coders: value })}
        />
        <TypedInput value={settings.text} done={(text) => change({ text })}>
          {(input) => <TextInput size="xs" w={210} type="search" label={t('text')} {...input} />}
        </TypedInput>
        <Button
          size="xs"
          variant="default"
          aria-expanded={open}
          leftSection={open ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {t('more', { set })}
        </Button>
      </Group>
      {open ? (
        <>
          <Group gap="sm" align="flex-start" mt={8}>
            {codesField('all')}
            {codesField('none')}
            {offered.map(({ variable, values }) => (
              <MultiSelect
                key={variable.id}
                {...usual}
                w={160}
                label={variable.name}
                data={values.map((value) => ({ value: valueParam(variable.id, value), label: value ?? t('noValue') }))}
                value={mine(variable)}
                onChange={(value) => {
                  const own = mine(variable)
                  change({ values: [...settings.values.filter((param) => !own.includes(param)), ...value] })
                }}
              />
            ))}
            <MultiSelect
              {...usual}
              w={170}
              label={t('speakers')}
              data={roles}
              value={[...settings.speakers]}
              onChange={(value) => change({ speakers: speakerRoles.filter((role) => value.includes(role)) })}
            />
          </Group>
          <Group gap="sm" align="flex-end" mt={8}>
            <Select
              size="xs"
              w={170}
              label={t('groupLabel')}
              allowDeselect={false}
              value={settings.group}
              data={[
                ...(['code', 'interview', 'coder', 'none'] as const).map((value) => ({
                  value,
                  label: t(`group.${value}`),
                })),
                ...choices.variables.map(({ variable }) => ({ value: variable.id, label: variable.name })),
              ]}
              onChange={(group) => change({ group: group ?? 'code' })}
            />
            <Select
              size="xs"
              w={170}
              label={t('sortLabel')}
              allowDeselect={false}
              value={settings.sort}
              data={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
              onChange={(value) => change({ sort: sorts.find((one) => one === value) ?? 'place' })}
            />
            <NumberInput
              size="xs"
              w={150}
              label={t('around')}
              min={0}
              max={5}
              allowDecimal={false}
              value={settings.around}
              onChange={(value) => typeof value === 'number' && change({ around: value })}
            />
            <Switch
              size="xs"
              mb={6}
              label={t('subCodes')}
              checked={settings.subCodes}
              onChange={(event) => change({ subCodes: event.currentTarget.checked })}
            />
            <TypedInput value={settings.reference} done={(reference) => change({ reference })}>
              {(input) => (
                <TextInput
                  size="xs"
                  w={420}
                  label={t('reference')}
                  error={
                    props.unknownSlots.length > 0 ? t('unknownSlots', { slots: props.unknownSlots.join(', ') }) : null
                  }
                  {...input}
                />
              )}
            </TypedInput>
          </Group>
        </>
      ) : null}
    </>
  )
}
