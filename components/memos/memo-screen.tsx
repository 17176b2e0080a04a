'use client'

import { Button, Group } from '@mantine/core'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Memo, Target } from '@/core/notes/memo'
import { PageHeader } from '../shell/page-header'
import type { Kept, SaveAnswer } from './autosave'
import { MemoEditor } from './memo-editor'
import { MemoLinks } from './memo-links'
import { MemoSubject } from './memo-subject'
import classes from './memos.module.css'
import { RichEditor } from './rich-editor'
import { subjectHref } from './ways'

/** A memo on a page of its own: written at the left, what it is about and leads to at the right. */
export function MemoScreen(props: {
  memo: Memo
  me: string
  base: string
  readOnly: boolean
  targets: readonly Target[]
  save: (id: string, kept: Kept) => Promise<SaveAnswer>
  remove: (memo: Memo) => void
}) {
  const t = useTranslations('memos')
  const format = useFormatter()
  const [stored, setStored] = useState(props.memo)
  // Links and what leads here are read anew by the page; what was stored since is newer than the page.
  const memo = stored.version > props.memo.version ? stored : props.memo
  const when = format.dateTime(memo.updatedAt, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), href: `${props.base}/memos` }, { label: memo.title || t('untitled') }]}
        actions={
          memo.removable ? (
            <Button variant="default" onClick={() => props.remove(memo)}>
              {t('remove')}
            </Button>
          ) : null
        }
      />
      <div className={classes.page}>
        {props.readOnly ? (
          <RichEditor
            label={t('body')}
            body={memo.body}
            readOnly
            targets={[]}
            written={() => undefined}
            left={() => undefined}
          />
        ) : (
          <MemoEditor
            memo={props.memo}
            me={props.me}
            targets={props.targets}
            autoFocus={props.memo.version === 1 && props.memo.text === ''}
            save={props.save}
            stored={setStored}
          />
        )}
        <aside className={classes.side} aria-label={t('about')}>
          <Group gap={4} className={classes.about}>
            <MemoSubject subject={memo.subject} href={subjectHref(props.base, memo.subject)} />
          </Group>
          <p className={classes.about}>
            {memo.editor.id === memo.author.id
              ? t('by', { author: memo.author.name, when })
              : t('byEditor', { author: memo.author.name, editor: memo.editor.name, when })}
          </p>
          <MemoLinks memo={memo} base={props.base} />
        </aside>
      </div>
    </>
  )
}
