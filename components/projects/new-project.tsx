'use client'

import { Alert, Button, Checkbox, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'

/** The form of a new project; it opens when it is made. */
export function NewProject(props: {
  add: (given: { name: string; description: string; template: boolean }) => Promise<{ ok: string } | { error: string }>
  base: string
}) {
  const t = useTranslations('projects')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    const data = new FormData(event.currentTarget)
    setBusy(true)
    const answer = await props.add({
      name: String(data.get('name')),
      description: String(data.get('description')),
      template: data.get('template') === 'on',
    })
    if ('ok' in answer) return window.location.assign(props.base + answer.ok)
    setError(answer.error)
    setBusy(false)
  }

  return (
    <form onSubmit={submit} style={{ padding: 16, maxWidth: 560 }}>
      <Stack gap="sm">
        {error ? (
          <Alert color="red" role="alert">
            {error}
          </Alert>
        ) : null}
        <TextInput name="name" label={t('name')} required maxLength={200} autoFocus />
        <Textarea name="description" label={t('description')} autosize minRows={2} maxLength={5000} />
        <Checkbox name="template" label={t('template')} defaultChecked />
        <Button type="submit" size="sm" loading={busy} style={{ alignSelf: 'start' }}>
          {t('create')}
        </Button>
      </Stack>
    </form>
  )
}
