'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Memo, Subject, Target } from '@/core/notes/memo'
import { emptyText } from '@/core/notes/rich-text'
import { MemoEditor } from '../memos/memo-editor'
import type { LinkablePassage } from '../memos/rich-editor'
import type { MemoActions } from './answer'
import classes from './notes.module.css'
import { overlaps } from './place-translations'
import { useStored } from './use-stored'

/** The memos on the codings of the passage and on the interview, and those that lead here; written where they are, so that passages can be linked. */
export function PlaceMemos(props: {
  passage: LinkablePassage
  /** The codings of the place; the chosen one can get a memo. */
  codingIds: ReadonlySet<string>
  chosen: string | null
  interviewId: string
  seed: readonly Memo[]
  targets: readonly Target[]
  base: string
  me: string
  mayWrite: boolean
  actions: MemoActions
}) {
  const { passage, interviewId, actions, chosen } = props
  const t = useTranslations('memos')
  const failed = useTranslations('questions')('failed')
  const { all, put, ask } = useStored(props.seed, failed)
  const [open, setOpen] = useState<string | null>(null)
  const opened = all.find((one) => one.id === open) ?? null
  const onCodings = all.filter(({ subject }) => subject.kind === 'coding' && props.codingIds.has(subject.id))
  const onInterview = all.filter(({ subject }) => subject.kind === 'interview' && subject.id === interviewId)
  const leading = all.filter(({ links }) =>
    links.some(
      (link) =>
        (link.kind === 'interview' && link.id === interviewId) ||
        (link.kind === 'passage' &&
          link.id === passage.transcriptId &&
          overlaps({ start: link.start ?? 0, end: link.end ?? 0 }, passage.start, passage.end)),
    ),
  )
  const create = async (subject: Subject) => {
    const answer = await ask(actions.add({ id: crypto.randomUUID(), subject, title: '', body: emptyText }))
    if (!answer) return
    put(answer.value)
    setOpen(answer.value.id)
  }
  const groups = [
    { heading: t('onCoding'), memos: onCodings },
    { heading: t('toPassage'), memos: leading },
    { heading: t('onInterview'), memos: onInterview },
  ]
  return (
    <section className={classes.section} aria-label={t('title')}>
      <div className={classes.bar}>
        <h3>{t('title')}</h3>
        {props.mayWrite && !opened ? (
          <>
            {chosen === null ? null : (
              <Button variant="subtle" size="compact-xs" onClick={() => void create({ kind: 'coding', id: chosen })}>
                <span aria-hidden>+ </span>
                {t('newOnCoding')}
              </Button>
            )}
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => void create({ kind: 'interview', id: interviewId })}
            >
              <span aria-hidden>+ </span>
              {t('newOnInterview')}
            </Button>
          </>
        ) : null}
      </div>
      {opened ? (
        <div className={classes.writing}>
          <MemoEditor
            key={opened.id}
            memo={opened}
            me={props.me}
            targets={props.targets}
            passage={passage.start < passage.end ? passage : null}
            autoFocus
            save={actions.save}
            stored={put}
          />
          <div className={classes.bar}>
            <Button variant="default" size="compact-xs" onClick={() => setOpen(null)}>
              {t('close')}
            </Button>
            <a href={`${props.base}/memos/${opened.id}`}>{t('open')}</a>
          </div>
        </div>
      ) : (
        groups
          .filter(({ memos }) => memos.length > 0)
          .map(({ heading, memos }) => (
            <div key={heading}>
              <h4 className={classes.quiet}>{heading}</h4>
              <ul className={classes.list}>
                {memos.map((memo) => (
                  <li key={memo.id}>
                    {props.mayWrite ? (
                      <button type="button" className={classes.memo} onClick={() => setOpen(memo.id)}>
                        <strong>{memo.title || t('untitled')}</strong>
                        <span>{memo.text}</span>
                      </button>
                    ) : (
                      <a className={classes.memo} href={`${props.base}/memos/${memo.id}`}>
                        <strong>{memo.title || t('untitled')}</strong>
                        <span>{memo.text}</span>
                      </a>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          ))
      )}
    </section>
  )
}
