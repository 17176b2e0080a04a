'use client'

import { Alert, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { type SignIn, signInWithPassword, signInWithProvider } from './sign-in'

/** Signing in with address and password, or with the provider that the house has. */
export function SignInForm(props: { urls: SignIn; provider: string | null; error: 'closed' | 'provider' | null }) {
  const t = useTranslations('door')
  const [error, setError] = useState<'wrong' | 'closed' | 'provider' | null>(props.error)
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    setBusy(true)
    setError(null)
    const failure = await signInWithPassword(props.urls, String(data.get('email')), String(data.get('password')))
    setError(failure)
    if (failure) setBusy(false)
  }

  const text = {
    wrong: t('wrong'),
    closed: t('closed'),
    provider: t('providerRefused', { provider: props.provider ?? '' }),
  }
  return (
    <Stack>
      {error ? (
        <Alert color="red" role="alert">
          {text[error]}
        </Alert>
      ) : null}
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput name="email" type="email" label={t('email')} autoComplete="username" required autoFocus />
          <PasswordInput name="password" label={t('password')} autoComplete="current-password" required />
          <Button type="submit" size="sm" loading={busy}>
            {t('signIn')}
          </Button>
        </Stack>
      </form>
      {props.provider ? (
        <>
          <Divider />
          <Button variant="default" size="sm" onClick={() => signInWithProvider(props.urls)}>
            {t('with', { provider: props.provider })}
          </Button>
        </>
      ) : null}
    </Stack>
  )
}
