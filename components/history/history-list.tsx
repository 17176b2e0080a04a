'use client'

import { Button, Group, Select, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useFormatter, useMessages, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { type HistoryEntry, type HistorySubject, historySubjects } from '@/core/history'
import classes from './history-list.module.css'

type Looking = { readonly by: string | null; readonly subject: HistorySubject | null; readonly before: number | null }
type Answer = { ok?: unknown } | { error: string }

/** What happened in the project, a line each, and the way back from what one did oneself. */
export function HistoryList(props: {
  entries: readonly HistoryEntry[]
  people: readonly { readonly id: string; readonly name: string }[]
  looking: Looking
  look: (next: Looking) => void
  undo: (seq: number) => Promise<Answer>
}) {
  const t = useTranslations('history')
  const { history: words } = useMessages()
  // What happened is named by data; kinds of other rooms may come that have no words here yet.
  const verbs: Readonly<Record<string, string>> = words.kind
  const fields: Readonly<Record<string, string>> = words.field
  const format = useFormatter()
  const [busy, start] = useTransition()
  const { looking, look, entries } = props
  const undo = (entry: HistoryEntry) =>
    start(async () => {
      const answer = await props.undo(entry.seq)
      if ('error' in answer) notifications.show({ color: 'orange', message: answer.error, autoClose: 10_000 })
    })
  const days = [...new Set(entries.map((entry) => day(entry.at)))]
  const last = entries.at(-1)
  return (
    <div className={classes.page}>
      <Group gap="sm" mb="xs">
        <Select
          size="xs"
          label={t('by')}
          clearable
          searchable
          placeholder={t('everybody')}
          data={props.people.map((one) => ({ value: one.id, label: one.name }))}
          value={looking.by}
          onChange={(by) => look({ ...looking, by, before: null })}
        />
        <Select
          size="xs"
          label={t('subject')}
          clearable
          placeholder={t('everything')}
          data={historySubjects.map((value) => ({ value, label: t(`subjects.${value}`) }))}
          value={looking.subject}
          onChange={(value) =>
            look({ ...looking, subject: historySubjects.find((one) => one === value) ?? null, before: null })
          }
        />
      </Group>
      {entries.length === 0 ? <Text size="sm">{t('nothing')}</Text> : null}
      {days.map((date) => (
        <section key={date} aria-label={date}>
          <h2 className={classes.day}>{format.dateTime(new Date(date), { dateStyle: 'full' })}</h2>
          <ol className={classes.list}>
            {entries
              .filter((entry) => day(entry.at) === date)
              .map((entry) => (
                <li key={entry.seq} className={classes.entry} data-undone={entry.undone || undefined}>
                  <span className={classes.time}>{format.dateTime(entry.at, { timeStyle: 'short' })}</span>
                  <span className={classes.told}>
                    <strong>{entry.by || t('somebody')}</strong> {verbs[key(entry.kind)] ?? entry.kind}{' '}
                    {entry.what ? <q>{entry.what}</q> : null}
                    {entry.where ? <span className={classes.quiet}> · {entry.where}</span> : null}
                    {entry.changes.map((change) => (
                      <span key={change.field} className={classes.change}>
                        {fields[change.field] ?? change.field}: <del>{change.before || '–'}</del> →{' '}
                        <ins>{change.after || '–'}</ins>
                      </span>
                    ))}
                  </span>
                  {entry.undone ? <span className={classes.quiet}>{t('undone')}</span> : null}
                  {entry.undoable ? (
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={busy}
                      aria-label={t('undoOf', { what: entry.what })}
                      onClick={() => undo(entry)}
                    >
                      {t('undo')}
                    </Button>
                  ) : null}
                </li>
              ))}
          </ol>
        </section>
      ))}
      <Group mt="md">
        {looking.before !== null ? (
          <Button size="xs" variant="default" onClick={() => look({ ...looking, before: null })}>
            {t('newest')}
          </Button>
        ) : null}
        {entries.length >= 100 && last ? (
          <Button size="xs" variant="default" onClick={() => look({ ...looking, before: last.seq })}>
            {t('earlier')}
          </Button>
        ) : null}
      </Group>
    </div>
  )
}

const day = (at: number): string => new Date(at).toISOString().slice(0, 10)
const key = (kind: string): string => kind.replace('.', '_')
