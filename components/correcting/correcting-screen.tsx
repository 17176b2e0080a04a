'use client'

import { Alert, Button, FileButton, Group, Modal, Text } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { draftOf, transcriptOf } from '@/core/text/draft'
import { editsBetween } from '@/core/text/edits'
import { type Replayed, replayed } from '@/core/text/replayed'
import type { TranscriptText } from '@/core/text/turn'
import { PageHeader } from '../shell/page-header'
import classes from './correcting.module.css'
import { SpeakerList } from './speaker-list'
import { SpeakerMenu } from './speaker-menu'
import { type Heard, TurnEditor } from './turn-editor'

type Corrected = { readonly version: number; readonly kept: number; readonly touched: number; readonly lost: number }
type Answer = { readonly ok: Corrected } | { readonly error: string; readonly reason?: string }

/** What a corrected file holds, or why it was refused. */
export type FileRead =
  | { readonly transcript: TranscriptText; readonly notes: readonly string[] }
  | { readonly refused: string }

/** Correcting a transcript that may be coded already: everybody's codings follow the words. */
export function CorrectingScreen(props: {
  name: string
  crumbs: readonly { readonly label: string; readonly href?: string }[]
  version: number
  transcript: TranscriptText
  codings: number
  backHref: string
  versionsHref: string
  save: (base: number, transcript: TranscriptText) => Promise<Answer>
  endings: readonly string[]
  readFile: (file: File) => Promise<FileRead>
  newest: () => Promise<{ readonly version: number; readonly transcript: TranscriptText }>
}) {
  const t = useTranslations('correcting')
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<TurnEditor | null>(null)
  const base = useRef({ version: props.version, transcript: props.transcript })
  const [dirty, setDirty] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [clash, setClash] = useState<(Replayed & { readonly version: number }) | null>(null)
  const [asking, setAsking] = useState<{ at: number; speaker: number | null; box: DOMRect } | null>(null)
  const [people, setPeople] = useState(false)
  const [taken, setTaken] = useState<{ file: string; changes: number; notes: readonly string[] } | null>(null)
  const [refused, setRefused] = useState<Replayed['refused']>([])
  const heard = useRef<Heard>({
    changed: () => setDirty(true),
    askSpeaker: (at, speaker, box) => setAsking({ at, speaker, box }),
  })

  const texts = useRef({ label: t('label', { name: props.name }), hint: t('whoSpeaks') })
  useEffect(() => {
    if (!host.current) return
    const { label, hint } = texts.current
    const made = new TurnEditor(host.current, draftOf(base.current.transcript), label, hint, heard)
    editor.current = made
    return () => made.destroy()
  }, [])
  useEffect(() => {
    if (!dirty) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [dirty])

  async function save() {
    const mine = editor.current
    if (!mine || busy) return
    setBusy(true)
    setError(null)
    const written = transcriptOf(mine.draft)
    try {
      const answer = await props.save(base.current.version, written)
      if ('ok' in answer) {
        setDirty(false)
        window.location.assign(answer.ok.touched + answer.ok.lost > 0 ? props.versionsHref : props.backHref)
        return
      }
      if (answer.reason === 'changedSince') {
        const now = await props.newest()
        setClash({ ...replayed(base.current.transcript.text, written.text, now.transcript), version: now.version })
        base.current = now
      } else setError(answer.error)
    } catch {
      setError(t('notSent'))
    }
    setBusy(false)
  }
  async function takeFile(file: File | null) {
    if (!file || !editor.current) return
    setError(null)
    setTaken(null)
    try {
      const read = await props.readFile(file)
      if ('refused' in read) return setError(read.refused)
      const changes = editsBetween(transcriptOf(editor.current.draft).text, read.transcript.text).length
      setTaken({ file: file.name, changes, notes: read.notes })
      if (changes === 0) return
      editor.current.replace(draftOf(read.transcript))
      setDirty(true)
    } catch {
      setError(t('notSent'))
    }
  }
  function takeOver() {
    if (!clash) return
    editor.current?.replace(draftOf(clash.transcript))
    setRefused(clash.refused)
    setClash(null)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+S anywhere on the page; the button does the same
    <div
      className={classes.screen}
      onKeyDown={(event) => {
        if (event.code !== 'KeyS' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        void save()
      }}
    >
      <PageHeader
        crumbs={[...props.crumbs]}
        actions={
          <>
            <FileButton
              onChange={(file) => void takeFile(file)}
              accept={props.endings.map((ending) => `.${ending}`).join(',')}
              inputProps={{ 'aria-label': t('fromFile') }}
            >
              {(button) => (
                <Button {...button} variant="default" size="xs">
                  {t('fromFile')}
                </Button>
              )}
            </FileButton>
            <Button variant="default" size="xs" onClick={() => setPeople(true)}>
              {t('speakers')}
            </Button>
            <Button variant="default" size="xs" component="a" href={props.backHref}>
              {t('leave')}
            </Button>
            <Button size="xs" loading={busy} disabled={!dirty} onClick={() => void save()}>
              {t('save')}
            </Button>
          </>
        }
      />
      <div className={classes.notes}>
        <Text size="sm" c="dimmed">
          {t('about', { codings: props.codings })}
        </Text>
        <div role="status">
          {error ? <Alert color="red">{error}</Alert> : null}
          {taken ? (
            <Alert color="blue">
              {t('taken', { file: taken.file, n: taken.changes })}
              {taken.notes.map((one) => (
                <Text key={one} size="sm">
                  {one}
                </Text>
              ))}
            </Alert>
          ) : null}
          {refused.length > 0 ? (
            <Alert color="orange" title={t('refused', { n: refused.length })}>
              <ul>
                {refused.map((one) => (
                  <li key={one.was + one.wanted}>{t('wanted', { was: one.was, wanted: one.wanted })}</li>
                ))}
              </ul>
            </Alert>
          ) : null}
        </div>
      </div>
      <div ref={host} className={classes.text} />
      {asking && editor.current ? (
        <SpeakerMenu
          box={asking.box}
          speakers={editor.current.speakers}
          speaker={asking.speaker}
          choose={(speaker) => editor.current?.speak(asking.at, speaker)}
          add={(name) => {
            const index = editor.current?.add({ name, role: 'respondent' })
            if (index !== undefined) editor.current?.speak(asking.at, index)
          }}
          close={() => {
            setAsking(null)
            editor.current?.editor.commands.focus()
          }}
        />
      ) : null}
      <Modal
        opened={people}
        onClose={() => setPeople(false)}
        title={t('speakers')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <SpeakerList
          speakers={editor.current?.speakers ?? []}
          change={(index, to) => {
            editor.current?.setSpeaker(index, to)
            setDirty(true)
          }}
        />
      </Modal>
      <Modal
        opened={clash !== null}
        onClose={() => setClash(null)}
        title={t('clashTitle')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Text size="sm">{t('clash', { n: clash?.refused.length ?? 0 })}</Text>
        <ul>
          {clash?.refused.map((one) => (
            <li key={one.was + one.wanted}>
              <Text size="sm">{t('wanted', { was: one.was, wanted: one.wanted })}</Text>
            </li>
          ))}
        </ul>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => setClash(null)}>
            {t('stay')}
          </Button>
          <Button onClick={takeOver}>{t('takeOver')}</Button>
        </Group>
      </Modal>
    </div>
  )
}
