'use client'

import { Alert, Button, Group, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Memo, Target } from '@/core/notes/memo'
import type { RichNode } from '@/core/notes/rich-text'
import { Autosave, type Draft, type Kept, type SaveAnswer, type SaveState } from './autosave'
import { keepDraft, keptDraft } from './draft-shelf'
import { MemoConflict } from './memo-conflict'
import classes from './memos.module.css'
import { type LinkablePassage, RichEditor } from './rich-editor'

/** A memo that is written: stored by itself after the last key, kept in the browser until it is. `me` is whose drafts these are. */
export function MemoEditor(props: {
  memo: Memo
  me: string
  targets: readonly Target[]
  passage?: LinkablePassage | null
  autoFocus?: boolean
  save: (id: string, kept: Kept) => Promise<SaveAnswer>
  stored: (memo: Memo) => void
}) {
  const { memo, me } = props
  const t = useTranslations('memos')
  const latest = useRef(props)
  latest.current = props
  const words = useRef({ unreachable: t('unreachable') })
  const [state, setState] = useState<SaveState>({ is: 'saved' })
  const [draft, setDraft] = useState<Draft>({ title: memo.title, body: memo.body })
  const [round, setRound] = useState(0)
  const [back, setBack] = useState(false)
  const now = useRef<Draft>({ title: memo.title, body: memo.body })
  const first = useRef(memo)

  const autosave = useMemo(
    () =>
      new Autosave(first.current.version, {
        save: (kept) => latest.current.save(first.current.id, kept),
        keep: (kept) => keepDraft(me, first.current.id, kept),
        changed: setState,
        stored: (stored) => latest.current.stored(stored),
        unreachable: words.current.unreachable,
        wait: (milliseconds, run) => {
          const timer = setTimeout(run, milliseconds)
          return () => clearTimeout(timer)
        },
      }),
    [me],
  )
  const begin = (next: Draft) => {
    now.current = next
    setDraft(next)
    setRound((n) => n + 1)
  }
  const write = (part: Partial<Draft>) => {
    now.current = { ...now.current, ...part }
    setDraft(now.current)
    autosave.write(now.current)
  }
  const restart = useRef(begin)
  restart.current = begin

  useEffect(() => {
    const kept = keptDraft(me, first.current.id)
    if (kept) {
      setBack(true)
      restart.current({ title: kept.title, body: kept.body })
      autosave.resume(kept)
    }
    const flush = () => autosave.flush()
    window.addEventListener('online', flush)
    return () => {
      window.removeEventListener('online', flush)
      autosave.flush()
    }
  }, [autosave, me])

  const dirty = state.is !== 'saved'
  useEffect(() => {
    if (!dirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [dirty])

  return (
    <div className={classes.editor}>
      {state.is === 'newer' ? (
        <MemoConflict
          theirs={state.theirs}
          keepMine={() => autosave.over(state.theirs.version)}
          takeTheirs={() => {
            autosave.giveUp(state.theirs.version)
            begin({ title: state.theirs.title, body: state.theirs.body })
            props.stored(state.theirs)
          }}
        />
      ) : null}
      {back && dirty ? <Alert variant="light">{t('kept')}</Alert> : null}
      <TextInput
        variant="unstyled"
        className={classes.title}
        aria-label={t('titleField')}
        placeholder={t('untitled')}
        maxLength={300}
        value={draft.title}
        onChange={(event) => write({ title: event.currentTarget.value })}
        onBlur={() => autosave.flush()}
      />
      <RichEditor
        key={round}
        label={t('body')}
        body={draft.body}
        readOnly={false}
        targets={props.targets}
        passage={props.passage}
        autoFocus={props.autoFocus ?? false}
        written={(body: RichNode) => write({ body })}
        left={() => autosave.flush()}
      />
      <Group gap="xs" className={classes.state} data-state={state.is}>
        <span role="status">
          {state.is === 'failed' ? t('state.failed', { message: state.message }) : t(`state.${state.is}`)}
        </span>
        {state.is === 'failed' ? (
          <Button variant="default" size="compact-xs" onClick={() => autosave.flush()}>
            {t('again')}
          </Button>
        ) : null}
        <span className={classes.hint}>{t('linkHint')}</span>
      </Group>
    </div>
  )
}
