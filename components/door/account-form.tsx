'use client'

import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { type SignIn, signInWithPassword } from './sign-in'

type Given = { name: string; email: string; password: string }

/** Making an account from a link, then being signed in with it. */
export function AccountForm(props: {
  urls: SignIn
  shortest: number
  submit: string
  create: (given: Given) => Promise<{ ok: unknown } | { error: string }>
}) {
  const t = useTranslations('door')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const given = {
      name: String(data.get('name')),
      email: String(data.get('email')),
      password: String(data.get('password')),
    }
    if (given.password !== data.get('repeat')) return setError(t('mismatch'))
    setBusy(true)
    const answer = await props.create(given)
    if ('error' in answer) setError(answer.error)
    else await signInWithPassword(props.urls, given.email, given.password)
    setBusy(false)
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {error ? (
          <Alert color="red" role="alert">
            {error}
          </Alert>
        ) : null}
        <TextInput name="name" label={t('name')} autoComplete="name" required maxLength={200} />
        <TextInput name="email" type="email" label={t('email')} autoComplete="username" required maxLength={320} />
        <PasswordInput
          name="password"
          label={t('password')}
          description={t('passwordHint', { n: props.shortest })}
          autoComplete="new-password"
          minLength={props.shortest}
          required
        />
        <PasswordInput name="repeat" label={t('repeat')} autoComplete="new-password" required />
        <Button type="submit" size="sm" loading={busy}>
          {props.submit}
        </Button>
      </Stack>
    </form>
  )
}
