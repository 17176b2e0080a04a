import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { currentUser } from '@/auth/session'
import { type Access, type Account, enter } from '@/db/access'
import { NotFound } from '@/db/refusal'

/** The signed-in person, or a way to the sign-in page. */
export async function requireAccount(): Promise<Account> {
  const who = await currentUser()
  if (!who) redirect('/sign-in')
  return who.account
}

/** The signed-in person in a project; the not-found page for everybody who is no member. */
export const requireAccess = cache(async (projectId: string): Promise<Access> => {
  const who = await requireAccount()
  try {
    return enter(who, projectId)
  } catch (error) {
    if (error instanceof NotFound) notFound()
    throw error
  }
})
