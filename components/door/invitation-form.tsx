'use client'

import { Alert, Button, Stack } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { AccountForm } from './account-form'
import { type SignIn, signInWithProvider } from './sign-in'
import { SignInForm } from './sign-in-form'

type Answer = { ok: unknown } | { error: string }

/** Accepting an invitation: as oneself, with a new account, with an old one, or through the provider. */
export function InvitationForm(props: {
  urls: SignIn
  /** Signing in here leads back to the invitation, which is then accepted as oneself. */
  signInUrls: SignIn
  shortest: number
  signedInAs: string | null
  provider: string | null
  create: (given: { name: string; email: string; password: string }) => Promise<Answer>
  accept: () => Promise<Answer>
  remember: () => Promise<unknown>
}) {
  const t = useTranslations('door')
  const [known, setKnown] = useState(false)
  const [error, setError] = useState<string | null>(null)

  async function accept() {
    const answer = await props.accept()
    if ('error' in answer) setError(answer.error)
    else window.location.assign(props.urls.then)
  }
  async function acceptWithProvider() {
    await props.remember()
    await signInWithProvider(props.urls)
  }

  if (props.signedInAs)
    return (
      <Stack>
        {error ? <Alert color="red">{error}</Alert> : null}
        <Button size="sm" onClick={accept}>
          {t('acceptAs', { name: props.signedInAs })}
        </Button>
      </Stack>
    )
  return (
    <Stack>
      {known ? (
        <SignInForm urls={props.signInUrls} provider={null} error={null} />
      ) : (
        <>
          <AccountForm urls={props.urls} shortest={props.shortest} submit={t('accept')} create={props.create} />
          <Button variant="subtle" size="sm" onClick={() => setKnown(true)}>
            {t('haveAccount')}
          </Button>
        </>
      )}
      {props.provider ? (
        <Button variant="default" size="sm" onClick={acceptWithProvider}>
          {t('acceptWith', { provider: props.provider })}
        </Button>
      ) : null}
    </Stack>
  )
}
