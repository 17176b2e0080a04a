'use client'

import { Box, Button, Group, Kbd, Select, Text, Title } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { NameKind } from '@/core/masking/mark'
import classes from './masking.module.css'
import { NameForm } from './name-form'

type Example = {
  readonly interviewId: string
  readonly interview: string
  readonly start: number
  readonly before: string
  readonly hit: string
  readonly after: string
}
type Suggested = {
  readonly key: string
  readonly words: string
  readonly kind: NameKind
  readonly ground: 'capital' | 'title' | 'initials' | 'place' | 'quoted' | 'speaker'
  readonly count: number
  readonly interviews: number
  readonly examples: readonly Example[]
}
type Name = { id: string; kind: NameKind; spellings: string[]; pseudonym: string }

/** What may be a name, one after another: a pseudonym, or it may be named. Letters act while the queue has the focus. */
export function NameQueue(props: {
  queue: readonly Suggested[]
  /** How many there are in all; those behind come when these are decided. */
  open: number
  names: readonly Name[]
  accept: (key: string, name: Omit<Name, 'id'>) => Promise<boolean>
  join: (name: Name, spelling: string) => Promise<boolean>
  allow: (words: string) => Promise<boolean>
  place: (one: Example) => string
}) {
  const { queue } = props
  const t = useTranslations('masking')
  const host = useRef<HTMLElement>(null)
  const pseudonym = useRef<HTMLInputElement>(null)
  const [at, setAt] = useState(0)
  const index = Math.max(0, Math.min(at, queue.length - 1))
  const one = queue[index]
  const go = (by: number) => setAt(Math.max(0, Math.min(queue.length - 1, index + by)))
  // A form that went with its suggestion leaves the focus nowhere.
  useEffect(() => {
    if (document.activeElement === document.body) host.current?.focus()
  })
  if (!one) return <p>{t('nothingOpen')}</p>

  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target instanceof Element && event.target.closest('input, textarea, [role="combobox"]')
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.code === 'KeyJ' || event.code === 'ArrowDown') go(1)
    else if (event.code === 'KeyK' || event.code === 'ArrowUp') go(-1)
    else if (event.code === 'KeyN') props.allow(one.words)
    else if (event.code === 'KeyP') pseudonym.current?.focus()
    else return
    event.preventDefault()
  }
  const back = async (saved: Promise<boolean>) => {
    const good = await saved
    if (good) host.current?.focus()
    return good
  }
  return (
    <Box
      component="section"
      ref={host}
      tabIndex={0}
      aria-label={t('show.queue', { n: props.open })}
      className={classes.queue}
      onKeyDown={onKeyDown}
    >
      <Group justify="space-between" mb="xs">
        <Text size="sm" role="status">
          {t('place', { n: index + 1, all: props.open })}
        </Text>
        <Text size="sm" visibleFrom="sm">
          <Kbd>J</Kbd> <Kbd>K</Kbd> {t('keys.move')} · <Kbd>P</Kbd> {t('keys.pseudonym')} · <Kbd>N</Kbd>{' '}
          {t('keys.allow')}
        </Text>
      </Group>
      <Title order={2} className={classes.words}>
        {one.words}
      </Title>
      <Text size="sm" mb="xs">
        {t(`ground.${one.ground}`)} · {t('found', { n: one.count, interviews: one.interviews })}
      </Text>
      <ul className={classes.examples}>
        {one.examples.map((example) => (
          <li key={`${example.interviewId} ${example.start}`}>
            <a href={props.place(example)}>{example.interview}</a> …{example.before}
            <mark>{example.hit}</mark>
            {example.after}…
          </li>
        ))}
      </ul>
      <NameForm
        key={one.key}
        start={{ kind: one.kind, spellings: [one.words], pseudonym: '' }}
        submit={t('mask')}
        pseudonymRef={pseudonym}
        save={(name) => back(props.accept(one.key, name))}
        escape={() => host.current?.focus()}
      />
      <Group mt="sm" align="end">
        <Button variant="default" onClick={() => props.allow(one.words)}>
          {t('mayBeNamed')}
        </Button>
        {props.names.length > 0 ? (
          <Select
            key={`join ${one.key}`}
            label={t('isSame')}
            w={260}
            searchable
            data={props.names.map((name) => ({ value: name.id, label: `${name.spellings[0]} → ${name.pseudonym}` }))}
            onChange={(id) => {
              const name = props.names.find((other) => other.id === id)
              if (name) back(props.join(name, one.words))
            }}
          />
        ) : null}
      </Group>
    </Box>
  )
}
