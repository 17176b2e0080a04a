import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openIdProvider } from '@/auth/environment'
import { shortest } from '@/auth/password'
import { currentUser } from '@/auth/session'
import { DoorPage } from '@/components/door/door-page'
import { InvitationForm } from '@/components/door/invitation-form'
import { acceptAsMyself, createAccount, rememberInvitation } from '../../actions'
import { offered } from '../../offered'
import { signInUrls } from '../../urls'

export default async function Invitation({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const t = await getTranslations('door')
  const roles = await getTranslations('role')
  const found = await offered(token)
  if ('error' in found) return <DoorPage title={t('linkBroken')} text={found.error} />
  if (found.ok.kind === 'first') redirect(`/welcome/${token}`)

  async function create(given: { name: string; email: string; password: string }) {
    'use server'
    return createAccount({ token, ...given })
  }
  async function accept() {
    'use server'
    return acceptAsMyself({ token })
  }
  async function remember() {
    'use server'
    return rememberInvitation({ token })
  }
  return (
    <DoorPage
      title={t('invitationTitle', { project: found.ok.project })}
      text={t('invitation', { role: roles(found.ok.role) })}
    >
      <InvitationForm
        urls={signInUrls('/projects')}
        signInUrls={signInUrls(`/invitation/${token}`)}
        shortest={shortest}
        signedInAs={(await currentUser())?.identity.name ?? null}
        provider={openIdProvider()?.name ?? null}
        create={create}
        accept={accept}
        remember={remember}
      />
    </DoorPage>
  )
}
