import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { openIdProvider } from '@/auth/environment'
import { currentUser } from '@/auth/session'
import { DoorPage } from '@/components/door/door-page'
import { SignInForm } from '@/components/door/sign-in-form'
import { door } from '@/db/access'
import { handle } from '@/db/open'
import { anybody } from '@/db/users'
import { signInUrls } from '../urls'

const Search = z.object({ error: z.string().optional().catch(undefined) })

export default async function SignInPage({ searchParams }: { searchParams: Promise<unknown> }) {
  if (await currentUser()) redirect('/projects')
  const t = await getTranslations('door')
  const { error } = Search.parse(await searchParams)
  const provider = openIdProvider()?.name ?? null
  return (
    <DoorPage title={t('signInTitle')} {...(anybody(door(handle())) ? {} : { text: t('noLink') })}>
      <SignInForm
        urls={signInUrls('/projects')}
        provider={provider}
        error={error === 'closed' ? 'closed' : error && provider ? 'provider' : null}
      />
    </DoorPage>
  )
}
