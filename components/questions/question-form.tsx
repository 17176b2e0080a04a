'use client'

import { Button, Checkbox, Group, Select, Stack, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Person } from '@/core/notes/memo'
import type { Asking } from '../notes/answer'

/** A question that is being written. `send` answers whether it was stored; what was not stays in the form. */
export function QuestionForm(props: {
  people: readonly Person[]
  send: (question: Omit<Asking, 'transcriptId' | 'start' | 'end'>) => Promise<boolean>
  cancel: () => void
}) {
  const t = useTranslations('questions')
  const [text, setText] = useState('')
  const [to, setTo] = useState<string | null>(null)
  const [meeting, setMeeting] = useState(false)
  // Ids of their own however often it is sent: a repeated request is the same question.
  const [ids] = useState(() => ({ id: crypto.randomUUID(), postId: crypto.randomUUID() }))
  const [busy, setBusy] = useState(false)
  const send = async () => {
    if (text.trim() === '' || busy) return
    setBusy(true)
    if (!(await props.send({ ...ids, to, text, meeting }))) setBusy(false)
  }
  return (
    <Stack gap={6}>
      <Textarea
        label={t('question')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={20_000}
        data-autofocus
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
        }}
      />
      <Select
        size="xs"
        label={t('to')}
        placeholder={t('everybody')}
        clearable
        value={to}
        data={props.people.map((one) => ({ value: one.id, label: one.name }))}
        onChange={setTo}
      />
      <Checkbox
        size="xs"
        label={t('meeting')}
        checked={meeting}
        onChange={(event) => setMeeting(event.currentTarget.checked)}
      />
      <Group gap="xs">
        <Button loading={busy} disabled={text.trim() === ''} onClick={() => void send()}>
          {t('send')}
        </Button>
        <Button variant="default" onClick={props.cancel}>
          {t('cancel')}
        </Button>
      </Group>
    </Stack>
  )
}
