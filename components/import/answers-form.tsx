'use client'

import { Button, Checkbox, Stack, Text } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { answerColumns, answersOf } from '@/core/interviews/answers'
import type { Grid } from '@/core/interviews/match'
import { nameOfFile } from '@/core/interviews/preview'
import classes from './import.module.css'

/** A sheet of answers: which columns hold the text, and what comes of its rows. */
export function AnswersForm(props: {
  file: string
  sheet: Grid
  open: boolean
  disabled: boolean
  take: (files: readonly { path: string; text: string }[], grid: Grid) => void
}) {
  const t = useTranslations('import')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(answerColumns(props.sheet)))
  const made = answersOf(nameOfFile(props.file), props.sheet, [...chosen])
  return (
    <details className={classes.columns} open={props.open}>
      <summary>{t('answers')}</summary>
      <Stack gap="xs" align="flex-start">
        <Text c="var(--quiet)">{t('answersMore')}</Text>
        <fieldset className={classes.columns} disabled={props.disabled}>
          <legend>{t('answersColumns')}</legend>
          <Stack gap={6}>
            {props.sheet.columns.map((column) => (
              <Checkbox
                key={column}
                label={column}
                checked={chosen.has(column)}
                onChange={(event) => {
                  const next = new Set(chosen)
                  if (event.currentTarget.checked) next.add(column)
                  else next.delete(column)
                  setChosen(next)
                }}
              />
            ))}
          </Stack>
        </fieldset>
        {made.empty > 0 && made.files.length > 0 ? <Text>{t('answersEmpty', { n: made.empty })}</Text> : null}
        <Button
          variant="default"
          disabled={props.disabled || made.files.length === 0}
          onClick={() => props.take(made.files, made.grid)}
        >
          {t('answersTake', { n: made.files.length })}
        </Button>
      </Stack>
    </details>
  )
}
