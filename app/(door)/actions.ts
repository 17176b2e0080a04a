'use server'

import { cookies } from 'next/headers'
import { z } from 'zod'
import { doorAction } from '@/app/actions'
import { hash, shortest } from '@/auth/password'
import { currentUser, invitationCookie } from '@/auth/session'
import { door } from '@/db/access'
import { accept, offer } from '@/db/invitations'
import { handle } from '@/db/open'
import { Refusal } from '@/db/refusal'
import * as users from '@/db/users'

const Token = z.string().min(10).max(100)
const NewAccount = z.strictObject({
  token: Token,
  name: z.string().trim().min(1).max(200),
  email: z.email().max(320),
  password: z.string().max(1000),
})

/** Makes an account from a link: the first of the house, or an invited one. Answers the project entered, or null. */
export const createAccount = doorAction(NewAccount, async ({ token, name, email, password }) => {
  const at = door(handle())
  if (password.length < shortest) throw new Refusal('weakPassword', { n: shortest })
  offer(at, token)
  const passwordHash = await hash(password)
  const { projectId } = accept(at, token, (offered) =>
    users.add(at, { name, email, passwordHash, admin: offered.kind === 'first' }),
  )
  return projectId
})

/** Accepts an invitation with the account that is signed in. */
export const acceptAsMyself = doorAction(z.strictObject({ token: Token }), async ({ token }) => {
  const who = await currentUser()
  if (!who) throw new Refusal('signedOut')
  return accept(door(handle()), token, () => who.account).projectId
})

/** Keeps the invitation through a provider's sign-in. */
export const rememberInvitation = doorAction(z.strictObject({ token: Token }), async ({ token }) => {
  const jar = await cookies()
  jar.set(invitationCookie, token, { httpOnly: true, sameSite: 'lax', maxAge: 600, path: '/' })
})
