'use client'

import { Button, Popover, Stack, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Speaker } from '@/core/text/turn'

/** Who speaks in this turn: one of the speakers, nobody, or somebody new. */
export function SpeakerMenu(props: {
  box: DOMRect
  speakers: readonly Speaker[]
  speaker: number | null
  choose: (speaker: number | null) => void
  add: (name: string) => void
  close: () => void
}) {
  const t = useTranslations('correcting')
  const [name, setName] = useState('')
  const done = (act: () => void) => {
    act()
    props.close()
  }
  return (
    <Popover opened onDismiss={props.close} position="bottom-start" shadow="sm" trapFocus withRoles>
      <Popover.Target>
        <span
          aria-hidden
          style={{ position: 'fixed', left: props.box.left, top: props.box.top, width: 1, height: props.box.height }}
        />
      </Popover.Target>
      <Popover.Dropdown aria-label={t('whoSpeaks')}>
        <Stack gap={4}>
          {props.speakers.map((speaker, index) => (
            <Button
              key={speaker.name}
              size="compact-sm"
              justify="flex-start"
              variant={index === props.speaker ? 'light' : 'subtle'}
              aria-pressed={index === props.speaker}
              data-autofocus={index === props.speaker || undefined}
              onClick={() => done(() => props.choose(index))}
            >
              {speaker.name}
            </Button>
          ))}
          <Button
            size="compact-sm"
            justify="flex-start"
            variant={props.speaker === null ? 'light' : 'subtle'}
            aria-pressed={props.speaker === null}
            onClick={() => done(() => props.choose(null))}
          >
            {t('nobody')}
          </Button>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              if (name.trim() !== '') done(() => props.add(name.trim().normalize('NFC')))
            }}
          >
            <TextInput
              size="xs"
              label={t('newSpeaker')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </form>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
