'use client'

import { Alert, Button, Group } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Memo } from '@/core/notes/memo'
import classes from './memos.module.css'

/** Somebody else stored a newer version: what is there now, above what the person wrote, and which of the two it shall be. */
export function MemoConflict(props: { theirs: Memo; keepMine: () => void; takeTheirs: () => void }) {
  const t = useTranslations('memos')
  const { theirs } = props
  return (
    <Alert
      color="orange"
      variant="light"
      role="alert"
      title={t('newerTitle', { name: theirs.editor.name })}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <p className={classes.hint}>{t('newerHint')}</p>
      <section className={classes.theirs} aria-label={t('theirs')}>
        <h3>{theirs.title || t('untitled')}</h3>
        <p>{theirs.text}</p>
      </section>
      <Group gap="xs">
        <Button variant="default" onClick={props.keepMine}>
          {t('keepMine')}
        </Button>
        <Button variant="default" onClick={props.takeTheirs}>
          {t('takeTheirs')}
        </Button>
      </Group>
    </Alert>
  )
}
