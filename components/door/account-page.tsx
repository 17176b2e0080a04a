'use client'

import {
  Alert,
  Button,
  PasswordInput,
  SegmentedControl,
  Stack,
  Text,
  Title,
  useMantineColorScheme,
} from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { type SignIn, signInWithPassword, signOut } from './sign-in'

type Answer = { ok: unknown } | { error: string }

/** One's own account: language, light or dark, password, signing out. */
export function AccountPage(props: {
  name: string
  email: string
  hasPassword: boolean
  shortest: number
  language: 'en' | 'ru'
  urls: SignIn & { readonly signOut: string; readonly door: string }
  setLanguage: (given: { language: 'en' | 'ru' }) => Promise<unknown>
  changePassword: (given: { current: string; next: string }) => Promise<Answer>
}) {
  const t = useTranslations('account')
  const shell = useTranslations('shell')
  const themes = useTranslations('theme')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [answer, setAnswer] = useState<Answer | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const next = String(data.get('next'))
    const result = await props.changePassword({ current: String(data.get('current')), next })
    setAnswer(result)
    if (!('error' in result)) {
      form.reset()
      await signInWithPassword(props.urls, props.email, next)
    }
  }

  return (
    <Stack gap="lg" p={16} maw={460}>
      <Text>{t('signedInAs', { name: props.name, email: props.email })}</Text>
      <div>
        <Text fw={600} mb={4} id="language">
          {shell('language')}
        </Text>
        <SegmentedControl
          aria-labelledby="language"
          value={props.language}
          data={[
            { value: 'en', label: 'English' },
            { value: 'ru', label: 'Русский' },
          ]}
          onChange={(value) => props.setLanguage({ language: value === 'ru' ? 'ru' : 'en' })}
        />
      </div>
      <div>
        <Text fw={600} mb={4} id="theme">
          {shell('theme')}
        </Text>
        <SegmentedControl
          aria-labelledby="theme"
          value={colorScheme}
          data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: themes(value) }))}
          onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
        />
      </div>
      {props.hasPassword ? (
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Title order={2}>{t('changePassword')}</Title>
            {answer ? (
              <Alert color={'error' in answer ? 'red' : 'green'} role="alert">
                {'error' in answer ? answer.error : t('changed')}
              </Alert>
            ) : null}
            <input type="hidden" name="username" autoComplete="username" value={props.email} readOnly />
            <PasswordInput name="current" label={t('current')} autoComplete="current-password" required />
            <PasswordInput
              name="next"
              label={t('next')}
              autoComplete="new-password"
              minLength={props.shortest}
              required
            />
            <Button type="submit" size="sm" style={{ alignSelf: 'start' }}>
              {t('change')}
            </Button>
          </Stack>
        </form>
      ) : (
        <Text>{t('noPassword')}</Text>
      )}
      <Button variant="default" size="sm" style={{ alignSelf: 'start' }} onClick={() => signOut(props.urls)}>
        {shell('signOut')}
      </Button>
    </Stack>
  )
}
