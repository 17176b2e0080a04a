import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { currentUser } from '@/auth/session'

/** The languages of the screens. */
export const languages = ['en', 'ru'] as const
export type Language = (typeof languages)[number]

/** The cookie in which somebody who is not signed in keeps the language. */
export const languageCookie = 'interlinear-language'

function known(value: string | undefined | null): Language | undefined {
  return languages.find((language) => language === value)
}

/** The person's own choice, else the cookie, else what the browser asks for, else English. */
export async function currentLanguage(): Promise<Language> {
  const own = known((await currentUser())?.identity.language)
  const cookie = known((await cookies()).get(languageCookie)?.value)
  const asked = (await headers()).get('accept-language')?.slice(0, 2)
  return own ?? cookie ?? known(asked) ?? 'en'
}

export default getRequestConfig(async () => {
  const locale = await currentLanguage()
  const messages = (await import(`../messages/${locale}.json`)).default
  return { locale, messages, timeZone: 'UTC' }
})
