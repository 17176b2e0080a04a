'use client'

import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

/** An answer that is being written; what could not be stored stays in it. */
export function ReplyForm(props: {
  send: (post: { id: string; text: string }) => Promise<boolean>
  cancel: () => void
}) {
  const t = useTranslations('questions')
  const [text, setText] = useState('')
  // One id however often it is sent: a repeated request is the same answer.
  const [id] = useState(() => crypto.randomUUID())
  const [busy, setBusy] = useState(false)
  const send = async () => {
    if (text.trim() === '' || busy) return
    setBusy(true)
    if (!(await props.send({ id, text }))) setBusy(false)
  }
  return (
    <Stack gap={6}>
      <Textarea
        aria-label={t('replyField')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={20_000}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
        }}
      />
      <Group gap="xs">
        <Button loading={busy} disabled={text.trim() === ''} onClick={() => void send()}>
          {t('sendReply')}
        </Button>
        <Button variant="default" onClick={props.cancel}>
          {t('cancel')}
        </Button>
      </Group>
    </Stack>
  )
}
