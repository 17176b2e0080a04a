'use client'

import { Alert, Button, FileInput, List, Stack, Text, Title } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'

type Brought = {
  readonly id: string
  readonly name: string
  readonly counts: { readonly interviews: number; readonly codes: number; readonly codings: number } | null
  readonly notes: readonly string[]
}

/** Makes a project of a file of another program, and says what came in and what did not. */
export function BringProject(props: { accept: string; post: string; base: string }) {
  const t = useTranslations('exchange')
  const [file, setFile] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [brought, setBrought] = useState<Brought | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy || file === null) return
    setBusy(true)
    setError(null)
    try {
      const response = await fetch(`${props.post}?name=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        body: file,
      })
      const answer: Brought | { readonly error: string } = await response.json()
      if ('error' in answer) setError(answer.error)
      else setBrought(answer)
    } catch {
      setError(t('failed'))
    }
    setBusy(false)
  }

  return (
    <Stack gap="sm" p={16} maw={560} component="section" aria-labelledby="bring-title">
      <Title order={2} size="h4" id="bring-title">
        {t('bring')}
      </Title>
      {error === null ? null : (
        <Alert color="red" role="alert">
          {error}
        </Alert>
      )}
      {brought === null ? (
        <form onSubmit={submit}>
          <Stack gap="sm">
            <FileInput
              label={t('file')}
              description={t('bringHint')}
              accept={props.accept}
              value={file}
              onChange={setFile}
            />
            <Button
              type="submit"
              variant="default"
              size="sm"
              loading={busy}
              disabled={file === null}
              style={{ alignSelf: 'start' }}
            >
              {t('bringIn')}
            </Button>
          </Stack>
        </form>
      ) : (
        <Stack gap="sm" role="status">
          <Text>
            {brought.counts === null
              ? t('restored', { name: brought.name })
              : t('brought', { name: brought.name, ...brought.counts })}
          </Text>
          <List size="sm">
            {brought.notes.map((note) => (
              <List.Item key={note}>{note}</List.Item>
            ))}
          </List>
          <Button component="a" href={props.base + brought.id} size="sm" style={{ alignSelf: 'start' }}>
            {t('open')}
          </Button>
        </Stack>
      )}
    </Stack>
  )
}
