'use client'

import { Alert, Button, Checkbox, Stack, Text } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Grid, Match, Mismatch } from '@/core/interviews/match'
import { isFatal, openColumns } from '@/core/interviews/sheet-values'
import { AnswersForm } from './answers-form'
import classes from './import.module.css'

/** What the sheet gives: which rows found their files, what does not fit, and which columns are to become variables. */
export function SheetPanel(props: {
  file: string
  match: Match
  sheet: Grid
  /** Rows became interviews; null when they did already. */
  take: ((files: readonly { path: string; text: string }[], grid: Grid) => void) | null
  notes: readonly string[]
  ticked: ReadonlySet<string>
  disabled: boolean
  tick: (column: string, on: boolean) => void
  leave: () => void
}) {
  const t = useTranslations('import')
  const kinds = useTranslations('variables')
  const say = useMismatch(props.file)
  const { match } = props
  const fatal = match.mismatches.filter(isFatal)
  const others = match.mismatches.filter((one) => !isFatal(one) && one.kind !== 'unknown-column')
  const open = openColumns(match)
  // A sheet that names no files is most likely one of answers: that is no fault of it.
  const unnamed = props.take !== null && fatal.every((one) => one.kind === 'no-file-column') && fatal.length > 0
  return (
    <section className={classes.sheet} aria-label={t('sheet', { file: props.file })}>
      <div className={classes.sheetHead}>
        <strong>{t('sheet', { file: props.file })}</strong>
        <Text c="var(--quiet)">{t('rowsMatched', { n: match.rows.length })}</Text>
        <Button variant="subtle" color="gray" disabled={props.disabled} onClick={props.leave}>
          {t('leaveSheet')}
        </Button>
      </div>
      {unnamed ? (
        <Alert color="gray">{t('answersOrValues')}</Alert>
      ) : fatal.length > 0 ? (
        <Alert color="red" title={t('sheetRefused', { file: props.file })}>
          <Lines lines={fatal.map(say)} />
        </Alert>
      ) : (
        <>
          {open.length > 0 ? (
            <fieldset className={classes.columns} disabled={props.disabled}>
              <legend>{t('newColumns')}</legend>
              <Stack gap={6}>
                {open.map((column) => (
                  <Checkbox
                    key={column.name}
                    checked={props.ticked.has(column.name)}
                    onChange={(event) => props.tick(column.name, event.currentTarget.checked)}
                    label={
                      column.variable === null
                        ? t('newVariable', { name: column.name, kind: kinds(`kinds.${column.kind}`) })
                        : t('newValues', { name: column.name, values: column.categories.join(', ') })
                    }
                  />
                ))}
              </Stack>
            </fieldset>
          ) : null}
          <Lines lines={[...props.notes, ...others.map(say)]} />
        </>
      )}
      {props.take ? (
        <AnswersForm
          file={props.file}
          sheet={props.sheet}
          open={match.rows.length === 0}
          disabled={props.disabled}
          take={props.take}
        />
      ) : null}
    </section>
  )
}

const most = 12

function Lines({ lines }: { lines: readonly string[] }) {
  const t = useTranslations('import')
  if (lines.length === 0) return null
  return (
    <ul className={classes.lines}>
      {lines.slice(0, most).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {lines.length > most ? (
        <li>
          <details>
            <summary>{t('more', { n: lines.length - most })}</summary>
            {lines.slice(most).map((line) => (
              <div key={line}>{line}</div>
            ))}
          </details>
        </li>
      ) : null}
    </ul>
  )
}

function useMismatch(sheet: string): (one: Mismatch) => string {
  const t = useTranslations('note')
  return (one) => {
    switch (one.kind) {
      case 'no-file-column':
        return t('noFileColumn', { file: sheet })
      case 'row-without-file':
        return t('rowWithoutFile', { row: one.row, file: one.file })
      case 'file-without-row':
        return t('fileWithoutRow', { file: one.file })
      case 'two-rows':
        return t('twoRowsForFile', { file: one.file, first: one.first, second: one.second })
      case 'two-files':
        return t('twoFilesForRow', { row: one.row, file: one.file, other: one.other })
      case 'unknown-column':
        return t('unknownColumn', { column: one.column })
      case 'other-kind':
        return t('valueOfOtherKind', { row: one.row, column: one.column, value: one.value, kind: one.expected })
    }
  }
}
