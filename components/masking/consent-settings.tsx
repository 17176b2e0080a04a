'use client'

import { Button, Select, Stack } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type ConsentLevel, consentLevels } from '@/core/masking/consent'
import type { Variable } from '@/core/variable'

type Levels = Readonly<Record<string, ConsentLevel>>

/** By which category consent is told, and what each of its values allows. */
export function ConsentSettings(props: {
  consent: { variableId: string | null; levels: Levels }
  categories: readonly Variable[]
  save: (variableId: string | null, levels: Levels) => Promise<boolean>
}) {
  const t = useTranslations('masking')
  const [variableId, setVariable] = useState(props.consent.variableId)
  const [levels, setLevels] = useState(props.consent.levels)
  const [saved, setSaved] = useState(false)
  const values = props.categories.find((one) => one.id === variableId)?.categories ?? []
  if (props.categories.length === 0) return <p>{t('noCategory')}</p>
  return (
    <Stack maw={420}>
      <Select
        label={t('consentVariable')}
        placeholder={t('consentNone')}
        clearable
        value={variableId}
        data={props.categories.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value) => {
          setVariable(value)
          setSaved(false)
        }}
      />
      {values.map((value) => (
        <Select
          key={value}
          label={value}
          allowDeselect={false}
          value={levels[value] ?? 'quotable'}
          data={consentLevels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
          onChange={(chosen) => {
            const level = consentLevels.find((one) => one === chosen)
            if (level) setLevels({ ...levels, [value]: level })
            setSaved(false)
          }}
        />
      ))}
      <Button
        w="fit-content"
        onClick={async () => {
          const own = Object.fromEntries(Object.entries(levels).filter(([value]) => values.includes(value)))
          setSaved(await props.save(variableId, own))
        }}
      >
        {t('save')}
      </Button>
      <div role="status">{saved ? t('saved') : null}</div>
    </Stack>
  )
}
