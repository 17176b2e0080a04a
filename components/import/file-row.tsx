'use client'

import { ActionIcon, Loader, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconChevronDown, IconChevronRight, IconX } from '@tabler/icons-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useLanguageName } from '@/components/interviews/labels'
import type { Entry, ReadEntry } from './entry'
import { FileDetails } from './file-details'
import classes from './import.module.css'

/** One file of the batch: what it would become, or became, or why not; opened, its speakers and its first turns. */
export function FileRow(props: {
  entry: Entry
  read: ReadEntry | null
  skipped: boolean
  remarks: readonly string[]
  busy: boolean
  change: (next: Partial<Entry>) => void
  leave: () => void
}) {
  const t = useTranslations('import')
  const format = useFormatter()
  const language = useLanguageName()
  const [open, setOpen] = useState(false)
  const { entry, read } = props
  const fixed = props.busy || entry.state === 'imported'
  const notes = [...(entry.message ? [entry.message] : []), ...props.remarks]
  return (
    <>
      <tr data-quiet={props.skipped || undefined}>
        <td>
          {read && entry.state !== 'imported' ? (
            <input
              type="checkbox"
              aria-label={t('take', { file: entry.path })}
              checked={!props.skipped}
              disabled={fixed}
              onChange={(event) => props.change({ skip: !event.currentTarget.checked })}
            />
          ) : null}
        </td>
        <th scope="row" title={entry.path}>
          {entry.path}
        </th>
        <td>
          {entry.state === 'imported' ? (
            entry.name
          ) : read ? (
            <TextInput
              size="xs"
              aria-label={t('nameOf', { file: entry.path })}
              value={entry.name}
              disabled={fixed}
              onChange={(event) => props.change({ name: event.currentTarget.value })}
            />
          ) : null}
        </td>
        <td>{read?.preview.encoding}</td>
        <td>{read?.preview.language ? language(read.preview.language) : null}</td>
        <td>{read ? read.preview.speakers.length : null}</td>
        <td>{read ? format.number(read.preview.turns) : null}</td>
        <td>{read ? format.number(read.preview.words) : null}</td>
        <td>
          <State entry={entry} />
        </td>
        <td>
          {read ? (
            <ActionIcon
              variant="subtle"
              aria-expanded={open}
              aria-label={t('details', { file: entry.path })}
              onClick={() => setOpen(!open)}
            >
              {open ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
            </ActionIcon>
          ) : null}
          {fixed ? null : (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('leave', { file: entry.path })}
              onClick={props.leave}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </td>
      </tr>
      {notes.length > 0 ? (
        <tr className={classes.notes}>
          <td />
          <td colSpan={9}>
            <ul>
              {notes.map((note) => (
                <li key={note} data-bad={note === entry.message || undefined}>
                  {note}
                </li>
              ))}
            </ul>
          </td>
        </tr>
      ) : null}
      {open && read ? (
        <tr className={classes.details}>
          <td />
          <td colSpan={9}>
            <FileDetails
              read={read}
              fixed={fixed}
              setRole={(name, role) => props.change({ roles: { ...entry.roles, [name]: role } })}
            />
          </td>
        </tr>
      ) : null}
    </>
  )
}

function State({ entry }: { entry: Entry }) {
  const t = useTranslations('import')
  const busy = entry.state === 'sending' || entry.state === 'importing'
  const failed = entry.state === 'refused' || entry.message !== null
  return (
    <span className={classes.state}>
      {busy ? <Loader size={12} aria-hidden /> : null}
      {entry.state === 'imported' ? <IconCheck size={14} aria-hidden /> : null}
      {failed ? <IconAlertTriangle size={14} aria-hidden /> : null}
      {failed && entry.state === 'read' ? t('state.failed') : t(`state.${entry.state}`)}
    </span>
  )
}
