import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { shortest } from '@/auth/password'
import { currentUser } from '@/auth/session'
import { AccountPage } from '@/components/door/account-page'
import { LinkButton } from '@/components/shell/link-button'
import { PageHeader } from '@/components/shell/page-header'
import { passwordHash } from '@/db/users'
import { signInUrls } from '../(door)/urls'
import { changePassword, setLanguage } from './actions'

export default async function Account() {
  const who = await currentUser()
  if (!who) redirect('/sign-in')
  const t = await getTranslations()
  return (
    <main>
      <PageHeader
        crumbs={[{ label: t('shell.projects'), href: '/projects' }, { label: t('account.title') }]}
        actions={
          who.account.admin ? (
            <LinkButton href="/backups" variant="subtle">
              {t('backups.title')}
            </LinkButton>
          ) : null
        }
      />
      <AccountPage
        name={who.identity.name}
        email={who.identity.email}
        hasPassword={passwordHash(who.account) !== null}
        shortest={shortest}
        language={(await getLocale()) === 'ru' ? 'ru' : 'en'}
        urls={{ ...signInUrls('/account'), signOut: '/api/auth/signout', door: '/sign-in' }}
        setLanguage={setLanguage}
        changePassword={changePassword}
      />
    </main>
  )
}
