'use client'

import { ActionIcon, Button, Group, Popover, Text, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { SavedAnalysis } from '@/core/saved-analysis'
import { problem, undoable } from '../shell/undoable'

type Answer<T = unknown> = Promise<{ ok: T } | { error: string }>

/** The analyses that the project saved under names, and the way to save this one. */
export function SavedAnalyses(props: {
  list: () => Answer<readonly SavedAnalysis[]>
  add: (name: string) => Answer
  remove: (id: string) => Answer
  restore: (id: string) => Answer
  href: (one: SavedAnalysis) => string
}) {
  const t = useTranslations('saved')
  const shell = useTranslations('shell')
  const [open, setOpen] = useState(false)
  const [all, setAll] = useState<readonly SavedAnalysis[] | null>(null)
  const [name, setName] = useState('')
  const [failed, setFailed] = useState<string | null>(null)
  async function read() {
    const answer = await props.list()
    if ('error' in answer) problem(answer.error)
    else setAll(answer.ok)
  }
  async function save() {
    const answer = await props.add(name)
    if ('error' in answer) return setFailed(answer.error)
    setName('')
    setFailed(null)
    await read()
  }
  async function remove(one: SavedAnalysis) {
    const answer = await props.remove(one.id)
    if ('error' in answer) return problem(answer.error)
    await read()
    undoable({
      message: t('removed', { name: one.name }),
      undo: shell('undo'),
      takeBack: () => void props.restore(one.id).then((back) => ('error' in back ? problem(back.error) : read())),
    })
  }
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={320} shadow="sm" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={16} aria-hidden />}
          onClick={() => {
            setOpen(!open)
            if (!open) void read()
          }}
        >
          {t('title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('title')}>
        {all?.length === 0 ? <Text size="sm">{t('none')}</Text> : null}
        <ul style={{ margin: 0, padding: 0, listStyle: 'none', maxHeight: 320, overflow: 'auto' }}>
          {(all ?? []).map((one) => (
            <li key={one.id} style={{ display: 'flex', alignItems: 'center', gap: 8, minHeight: 32 }}>
              <Link
                href={props.href(one)}
                title={one.by}
                style={{ flex: 1, minWidth: 0 }}
                onClick={() => setOpen(false)}
              >
                {one.name}
              </Link>
              {one.removable ? (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('removeOf', { name: one.name })}
                  onClick={() => void remove(one)}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              ) : null}
            </li>
          ))}
        </ul>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <Group align="flex-end" gap="xs" mt="sm" wrap="nowrap">
            <TextInput
              style={{ flex: 1 }}
              size="xs"
              label={t('name')}
              maxLength={200}
              value={name}
              error={failed}
              onChange={(event) => {
                setName(event.currentTarget.value)
                setFailed(null)
              }}
            />
            <Button size="xs" type="submit" disabled={name.trim() === ''}>
              {shell('save')}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
