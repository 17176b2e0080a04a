'use server'

import { revalidatePath } from 'next/cache'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { accountAction } from '@/app/actions'
import { languageCookie } from '@/app/language'
import { hash, matches, shortest } from '@/auth/password'
import { Conflict, Refusal } from '@/db/refusal'
import * as users from '@/db/users'

const Change = z.strictObject({ current: z.string().max(1000), next: z.string().max(1000) })

/** Changes one's password and ends all sessions, this one too: the page signs in again with the new one. */
export const changePassword = accountAction(Change, async (who, { current, next }) => {
  if (next.length < shortest) throw new Refusal('weakPassword', { n: shortest })
  if (!(await matches(current, users.passwordHash(who)))) throw new Conflict('wrongPassword')
  users.setPassword(who, await hash(next))
})

/** Sets the language of the screens, for the account and for this browser. */
export const setLanguage = accountAction(z.strictObject({ language: z.enum(['en', 'ru']) }), async (who, given) => {
  users.setLanguage(who, given.language)
  const jar = await cookies()
  jar.set(languageCookie, given.language, { sameSite: 'lax', maxAge: 365 * 24 * 3600, path: '/' })
  revalidatePath('/', 'layout')
})
