'use client'

import { Alert, Button, Progress, VisuallyHidden } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { type Grid, matchFiles } from '@/core/interviews/match'
import { isFatal, sheetValues, wantedVariables } from '@/core/interviews/sheet-values'
import type { Variable } from '@/core/variable'
import { DropZone } from './drop-zone'
import { type Entry, type ImportActions, isSkipped, transcripts, twinOf } from './entry'
import { FileRow } from './file-row'
import classes from './import.module.css'
import { LabelsForm } from './labels-form'
import { SheetPanel } from './sheet-panel'
import { useBatch } from './use-batch'

const headings = [
  'take',
  'file',
  'name',
  'encoding',
  'language',
  'speakers',
  'turns',
  'words',
  'state',
  'more',
] as const

/** Brings transcripts and a sheet of their values in: drop, look, set right, import. */
export function ImportPage(props: {
  project: string
  filesHref: string
  listHref: string
  largest: number
  variables: readonly Variable[]
  actions: ImportActions
}) {
  const t = useTranslations('import')
  const batch = useBatch(props)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set())
  const [error, setError] = useState<string | null>(null)
  const reads = useMemo(() => transcripts(batch.entries), [batch.entries])
  const sheets = batch.entries.filter((one) => one.preview?.kind === 'sheet')
  const sheet = sheets.at(-1)
  const match = useMemo(() => {
    if (sheet?.preview?.kind !== 'sheet') return null
    return matchFiles(
      reads.map((one) => one.path),
      sheet.preview,
      props.variables,
    )
  }, [reads, sheet, props.variables])
  const unusable = match?.mismatches.some(isFatal) ?? false
  const chosen = reads.filter((one) => one.state === 'read' && !isSkipped(one, reads))
  const imported = batch.entries.filter((one) => one.state === 'imported').length
  const busy = batch.progress !== null
  const shown = batch.entries.filter((one) => one.preview?.kind !== 'sheet')

  function takeAnswers(from: Entry, files: readonly { path: string; text: string }[], grid: Grid) {
    if (from.preview?.kind !== 'sheet') return
    batch.change(from.id, { preview: { ...from.preview, columns: grid.columns, rows: grid.rows } })
    setAnswered(new Set(answered).add(from.id))
    batch.add(files.map(({ path, text }) => ({ path, file: new File([text], path, { type: 'text/plain' }) })))
  }
  async function run() {
    setError(null)
    let values: ReturnType<typeof sheetValues> = new Map()
    if (match) {
      const wanted = wantedVariables(match, ticked).map((one) => ({ ...one, categories: [...one.categories] }))
      const answer = await props.actions
        .prepare({ project: props.project, wanted })
        .catch(() => ({ error: t('offlineAll') }))
      if ('error' in answer) return setError(answer.error)
      values = sheetValues(match, answer.ok)
    }
    await batch.importAll(chosen.map((entry) => ({ entry, values: { ...values.get(entry.path) } })))
  }
  const [starting, setStarting] = useState(false)
  function start() {
    if (starting) return
    setStarting(true)
    void run().finally(() => setStarting(false))
  }

  return (
    <div className={classes.page}>
      <DropZone small={batch.entries.length > 0} add={batch.add} />
      {sheets.slice(0, -1).map((one) => (
        <Alert key={one.id} color="gray" withCloseButton onClose={() => batch.leave(one.id)}>
          {t('onlyOneSheet', { file: one.path })}
        </Alert>
      ))}
      {sheet?.preview?.kind === 'sheet' && match ? (
        <SheetPanel
          file={sheet.path}
          match={match}
          sheet={sheet.preview}
          take={answered.has(sheet.id) ? null : (files, grid) => takeAnswers(sheet, files, grid)}
          notes={sheet.preview.notes}
          ticked={ticked}
          disabled={busy}
          tick={(column, on) => {
            const next = new Set(ticked)
            if (on) next.add(column)
            else next.delete(column)
            setTicked(next)
          }}
          leave={() => batch.leave(sheet.id)}
        />
      ) : null}
      {shown.length > 0 ? (
        <>
          {reads.length > 0 ? (
            <LabelsForm labels={batch.labels} disabled={busy || batch.reading > 0} set={batch.relabel} />
          ) : null}
          <div className={classes.scroll}>
            <table className={classes.files} aria-label={t('files')}>
              <thead>
                <tr>
                  {headings.map((heading) => (
                    <th key={heading} scope="col">
                      {heading === 'take' || heading === 'more' ? (
                        <VisuallyHidden>{t(`column.${heading}`)}</VisuallyHidden>
                      ) : (
                        t(`column.${heading}`)
                      )}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((entry) => {
                  const read = reads.find((one) => one.id === entry.id) ?? null
                  const twin = read ? twinOf(read, reads) : null
                  const { sameName = null, sameText = null } = read?.preview ?? {}
                  const remarks =
                    read && entry.state !== 'imported'
                      ? [
                          ...(sameText === null ? [] : [t('sameText', { name: sameText })]),
                          ...(sameName === null ? [] : [t('sameName', { name: sameName })]),
                          ...(twin === null ? [] : [t('twin', { file: twin })]),
                          ...read.preview.notes,
                        ]
                      : []
                  return (
                    <FileRow
                      key={entry.id}
                      entry={entry}
                      read={read}
                      skipped={read ? entry.state !== 'imported' && isSkipped(read, reads) : false}
                      remarks={remarks}
                      busy={busy}
                      change={(next) => batch.change(entry.id, next)}
                      leave={() => batch.leave(entry.id)}
                    />
                  )
                })}
              </tbody>
            </table>
          </div>
          {error ? <Alert color="red">{error}</Alert> : null}
          <div className={classes.foot}>
            {busy ? (
              <>
                <Progress
                  className={classes.progress}
                  value={(100 * (batch.progress?.done ?? 0)) / Math.max(1, batch.progress?.of ?? 1)}
                  aria-label={t('importing')}
                />
                <span role="status">
                  {t('progress', { done: batch.progress?.done ?? 0, n: batch.progress?.of ?? 0 })}
                </span>
                <Button variant="default" onClick={batch.cancel}>
                  {t('cancel')}
                </Button>
              </>
            ) : (
              <>
                <Button
                  size="sm"
                  disabled={chosen.length === 0 || batch.reading > 0 || unusable || starting}
                  onClick={start}
                >
                  {t('import', { n: chosen.length })}
                </Button>
                <span role="status">
                  {batch.reading > 0
                    ? t('reading', { n: batch.reading })
                    : imported > 0
                      ? t('imported', { n: imported })
                      : ''}
                  {unusable ? t('withoutSheet') : ''}
                </span>
                {imported > 0 ? (
                  <Button
                    component={Link}
                    href={props.listHref}
                    variant="default"
                    onClick={() => void props.actions.end({ project: props.project, batch: batch.batch })}
                  >
                    {t('toList')}
                  </Button>
                ) : null}
              </>
            )}
          </div>
        </>
      ) : null}
    </div>
  )
}
