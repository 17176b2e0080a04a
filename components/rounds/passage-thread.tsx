'use client'

import { Button, Group, TextInput } from '@mantine/core'
import { useFormatter, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { DecisionNote } from '@/core/rounds/decision'
import { problem } from '../shell/undoable'

/** What deciders and coders say to each other about a passage. */
export function PassageThread(props: {
  seed: readonly DecisionNote[]
  mayWrite: boolean
  add: (text: string) => Promise<{ ok: DecisionNote } | { error: string }>
}) {
  const t = useTranslations('decisions')
  const format = useFormatter()
  const [notes, setNotes] = useState(props.seed)
  const [text, setText] = useState('')
  async function send(event: FormEvent) {
    event.preventDefault()
    const answer = await props.add(text)
    if ('error' in answer) return problem(answer.error)
    setNotes((all) => [...all, answer.ok])
    setText('')
  }
  return (
    <section aria-label={t('thread')}>
      {notes.map((one) => (
        <p key={one.id}>
          <strong>{one.author}</strong>, {format.dateTime(new Date(one.at), { dateStyle: 'medium' })}: {one.text}
        </p>
      ))}
      {props.mayWrite ? (
        <form onSubmit={send}>
          <Group align="end" mt="sm">
            <TextInput label={t('say')} w={420} value={text} onChange={(e) => setText(e.currentTarget.value)} />
            <Button type="submit" variant="default">
              {t('send')}
            </Button>
          </Group>
        </form>
      ) : null}
    </section>
  )
}
