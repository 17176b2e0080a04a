'use client'

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { Variable } from '@/core/variable'
import classes from './interview-table.module.css'

/** What can be done with the selected interviews at once. */
export function SelectionBar(props: {
  count: number
  variables: readonly Variable[]
  set: (variable: Variable, value: string) => void
  rename: (() => void) | null
  remove: () => void
  clear: () => void
}) {
  const t = useTranslations('interviews')
  const [variableId, setVariableId] = useState(props.variables[0]?.id ?? '')
  const [value, setValue] = useState('')
  const variable = props.variables.find((one) => one.id === variableId)
  function submit(event: FormEvent) {
    event.preventDefault()
    if (variable) props.set(variable, value)
  }
  return (
    <form className={classes.bar} aria-label={t('selection')} onSubmit={submit}>
      <strong aria-live="polite">{t('selected', { n: props.count })}</strong>
      {variable ? (
        <>
          <NativeSelect
            size="xs"
            aria-label={t('variable')}
            value={variableId}
            data={props.variables.map((one) => ({ value: one.id, label: one.name }))}
            onChange={(event) => {
              setVariableId(event.currentTarget.value)
              setValue('')
            }}
          />
          {variable.kind === 'category' ? (
            <NativeSelect
              size="xs"
              aria-label={t('value')}
              value={value}
              data={[{ value: '', label: t('none') }, ...variable.categories]}
              onChange={(event) => setValue(event.currentTarget.value)}
            />
          ) : (
            <TextInput
              size="xs"
              type={variable.kind === 'date' ? 'date' : 'text'}
              aria-label={t('value')}
              placeholder={t('none')}
              value={value}
              onChange={(event) => setValue(event.currentTarget.value)}
            />
          )}
          <Button type="submit">{t('setAll')}</Button>
        </>
      ) : null}
      {props.rename ? (
        <Button variant="default" onClick={props.rename}>
          {t('rename')}
        </Button>
      ) : null}
      <Button variant="default" color="red" onClick={props.remove}>
        {t('remove')}
      </Button>
      <Button variant="subtle" onClick={props.clear}>
        {t('clear')}
      </Button>
    </form>
  )
}
