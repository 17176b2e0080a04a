'use client'

import { Button, FileButton, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import type { IncomingCode } from '@/core/codebook/incoming'
import type { CodeDifference } from '@/core/codebook/versions'
import type { Answer } from './answer'
import classes from './codebook.module.css'
import { DifferenceList } from './difference-list'

/** What a file would make of the codebook, or why it cannot be read. */
export type CodebookPreview =
  | { readonly refused: string }
  | {
      readonly codes: readonly IncomingCode[]
      readonly notes: readonly string[]
      readonly differences: readonly CodeDifference[]
      readonly counts: {
        readonly added: number
        readonly changed: number
        readonly same: number
        readonly words: number
      }
    }

/** So many differences are shown; the rest is counted. */
const SHOWN = 300

/** A codebook's file is read, what it would change is shown, and only then taken in. */
export function ImportCodebook(props: {
  accept: string
  readHref: string
  take: (
    codes: readonly IncomingCode[],
    file: string,
  ) => Promise<Answer<{ step: string; added: number; changed: number }>>
  takeBack: (step: string) => Promise<Answer<unknown>>
  done: () => void
}) {
  const t = useTranslations('codebook')
  const shell = useTranslations('shell')
  const [file, setFile] = useState('')
  const [preview, setPreview] = useState<CodebookPreview | null>(null)
  const [busy, setBusy] = useState(false)
  const latest = useRef(0)

  async function read(chosen: File) {
    const turn = ++latest.current
    setBusy(true)
    setFile(chosen.name)
    const found = await fetch(`${props.readHref}?${new URLSearchParams({ name: chosen.name })}`, {
      ...{ method: 'POST', body: chosen },
    })
      .then((response): Promise<CodebookPreview> => response.json())
      .catch((): CodebookPreview => ({ refused: t('unreachable') }))
    if (turn !== latest.current) return
    setBusy(false)
    setPreview(found)
  }

  async function take(codes: readonly IncomingCode[]) {
    setBusy(true)
    const answer = await props.take(codes, file).catch(() => ({ error: t('unreachable') }))
    setBusy(false)
    if ('error' in answer) return notifications.show({ color: 'red', message: answer.error, autoClose: 10_000 })
    const { step, added, changed } = answer.ok
    const id = `codebook-import-${step}`
    const back = async () => {
      notifications.hide(id)
      const undone = await props.takeBack(step).catch(() => ({ error: t('unreachable') }))
      if ('error' in undone) notifications.show({ color: 'red', message: undone.error, autoClose: 10_000 })
      else notifications.show({ message: t('undone') })
    }
    notifications.show({
      ...{ id, autoClose: 20_000 },
      message: (
        <Group justify="space-between" wrap="nowrap">
          <span>{t('broughtIn', { added, changed })}</span>
          <Button variant="default" onClick={() => void back()}>
            {shell('undo')}
          </Button>
        </Group>
      ),
    })
    props.done()
  }

  const ready = preview !== null && 'codes' in preview ? preview : null
  const nothing = ready !== null && ready.counts.added + ready.counts.changed === 0
  return (
    <section
      aria-label={t('bringInTitle')}
      className={classes.versions}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const [dropped] = event.dataTransfer.files
        if (dropped) void read(dropped)
      }}
    >
      <Text maw="70ch">{t('bringInHint')}</Text>
      <Group gap="xs" my="sm">
        <FileButton accept={props.accept} onChange={(chosen) => chosen && void read(chosen)}>
          {(button) => (
            <Button {...button} variant={ready ? 'default' : 'filled'} disabled={busy}>
              {t(preview ? 'bringInOther' : 'bringInChoose')}
            </Button>
          )}
        </FileButton>
        {ready && !nothing ? (
          <Button disabled={busy} onClick={() => void take(ready.codes)}>
            {t('bringInDo')}
          </Button>
        ) : null}
      </Group>
      <div role="status">
        {preview && 'refused' in preview ? (
          <Text c="var(--wrong)" maw="70ch">
            {preview.refused}
          </Text>
        ) : null}
        {ready ? (
          <>
            <p>{nothing ? t('bringInNothing') : t('bringInWould', { file, ...ready.counts })}</p>
            {ready.counts.words > 0 ? <p>{t('bringInAliases', { n: ready.counts.words })}</p> : null}
            {ready.notes.map((note) => (
              <p key={note} className={classes.dim}>
                {note}
              </p>
            ))}
          </>
        ) : null}
      </div>
      {ready ? <DifferenceList differences={ready.differences.slice(0, SHOWN)} /> : null}
      {ready && ready.differences.length > SHOWN ? (
        <p>{t('differenceMore', { n: ready.differences.length - SHOWN })}</p>
      ) : null}
    </section>
  )
}
