'use client'

import { ActionIcon, Button, Group, TextInput } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconTrash } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { RestorePoint } from '@/core/history'
import { problem } from '../shell/undoable'
import classes from './history-list.module.css'

type Answer = Promise<{ ok?: unknown } | { error: string }>

/** Named moments of the whole project, to which its owner can return. */
export function RestorePoints(props: {
  points: readonly RestorePoint[]
  keep: (name: string) => Answer
  returnTo: (id: string, before: string) => Answer
  remove: (id: string) => Answer
}) {
  const t = useTranslations('points')
  const shell = useTranslations('shell')
  const format = useFormatter()
  const [name, setName] = useState('')
  const [busy, start] = useTransition()
  const run = (asked: Answer, then?: () => void) =>
    start(async () => {
      const answer = await asked
      if ('error' in answer) problem(answer.error)
      else then?.()
    })
  const confirmed = (title: string, text: string, confirm: string, then: () => void) =>
    modals.openConfirmModal({
      ...{ title, children: text, onConfirm: then },
      labels: { confirm, cancel: shell('cancel') },
      closeButtonProps: { 'aria-label': shell('close') },
    })
  return (
    <details className={classes.page} style={{ paddingBottom: 0 }}>
      <summary>{t('title', { n: props.points.length })}</summary>
      <p className={classes.quiet}>{t('means')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          run(props.keep(name), () => setName(''))
        }}
      >
        <Group gap="xs" align="flex-end">
          <TextInput
            size="xs"
            w={300}
            label={t('name')}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" loading={busy} disabled={name.trim() === ''}>
            {t('keep')}
          </Button>
        </Group>
      </form>
      <ul className={classes.list}>
        {props.points.map((point) => (
          <li key={point.id} className={classes.entry}>
            <span className={classes.told}>
              <strong>{point.name}</strong>{' '}
              <span className={classes.quiet}>
                {format.dateTime(point.at, { dateStyle: 'medium', timeStyle: 'short' })} · {point.by} ·{' '}
                {t('size', { size: format.number(point.bytes / 1_000_000, { maximumFractionDigits: 1 }) })}
              </span>
            </span>
            <Button
              size="compact-xs"
              variant="default"
              disabled={busy}
              aria-label={t('returnOf', { name: point.name })}
              onClick={() =>
                confirmed(t('returnTitle', { name: point.name }), t('returnMeans'), t('return'), () =>
                  run(props.returnTo(point.id, t('before', { name: point.name }))),
                )
              }
            >
              {t('return')}
            </Button>
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={busy}
              aria-label={t('removeOf', { name: point.name })}
              onClick={() =>
                confirmed(t('removeOf', { name: point.name }), t('removeMeans'), t('remove'), () =>
                  run(props.remove(point.id)),
                )
              }
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </details>
  )
}
