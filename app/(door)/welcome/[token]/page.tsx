import { getTranslations } from 'next-intl/server'
import { shortest } from '@/auth/password'
import { AccountForm } from '@/components/door/account-form'
import { DoorPage } from '@/components/door/door-page'
import { createAccount } from '../../actions'
import { offered } from '../../offered'
import { signInUrls } from '../../urls'

export default async function Welcome({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const t = await getTranslations('door')
  const found = await offered(token)
  if ('error' in found) return <DoorPage title={t('linkBroken')} text={found.error} />

  async function create(given: { name: string; email: string; password: string }) {
    'use server'
    return createAccount({ token, ...given })
  }
  return (
    <DoorPage title={t('welcomeTitle')} text={t('welcome')}>
      <AccountForm urls={signInUrls('/projects')} shortest={shortest} submit={t('create')} create={create} />
    </DoorPage>
  )
}
