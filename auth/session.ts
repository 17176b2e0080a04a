import { cookies } from 'next/headers'
import NextAuth, { type AuthOptions, getServerSession } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { cache } from 'react'
import { z } from 'zod'
import { type Account, account, door } from '@/db/access'
import { accept } from '@/db/invitations'
import { handle } from '@/db/open'
import { Refusal } from '@/db/refusal'
import * as users from '@/db/users'
import { openIdProvider } from './environment'
import { matches } from './password'

/** Name of the cookie that carries an invitation through a provider's sign-in. */
export const invitationCookie = 'interlinear-invitation'

const Credentials = z.object({ email: z.string().min(1).max(320), password: z.string().min(1).max(1000) })
const Claim = z.object({ userId: z.string(), sessionVersion: z.number() })
const Profile = z.object({ email: z.email(), email_verified: z.boolean().optional(), name: z.string().optional() })

// The last entry is the one that our own proxy (or the server itself) wrote; earlier ones are the client's word.
function addressOf(headers: unknown): string {
  const parsed = z.object({ 'x-forwarded-for': z.string() }).safeParse(headers)
  return parsed.success ? (parsed.data['x-forwarded-for'].split(',').at(-1)?.trim() ?? 'unknown') : 'unknown'
}

async function signIn(given: unknown, headers: unknown): Promise<users.Identity | null> {
  const parsed = Credentials.safeParse(given)
  if (!parsed.success) return null
  const { email, password } = parsed.data
  const at = door(handle())
  const address = addressOf(headers)
  if (users.closed(at, email, address, Date.now())) throw new Error('closed')
  const known = users.credentials(at, email)
  if (await matches(password, known?.passwordHash ?? null)) {
    users.succeeded(at, email)
    return known
  }
  users.failed(at, email, address, Date.now())
  return null
}

/** The account of a person whom the provider vouches for: a known address, or a new one that holds an invitation. */
async function vouchedFor(profile: unknown): Promise<users.Identity | null> {
  const parsed = Profile.safeParse(profile)
  if (!parsed.success || parsed.data.email_verified === false) return null
  const at = door(handle())
  const { email, name } = parsed.data
  const known = users.credentials(at, email)
  if (known) return known
  const token = (await cookies()).get(invitationCookie)?.value
  if (!token) return null
  try {
    const { who } = accept(at, token, () => users.add(at, { email, name: name ?? email, passwordHash: null }))
    return users.identify(at, who.userId)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

function options(): AuthOptions {
  const provider = openIdProvider()
  return {
    session: { strategy: 'jwt', maxAge: 30 * 24 * 3600 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: (given, request) => signIn(given, request.headers),
      }),
      ...(provider
        ? [
            {
              id: 'openid',
              name: provider.name,
              type: 'oauth' as const,
              wellKnown: `${provider.issuer}/.well-known/openid-configuration`,
              clientId: provider.clientId,
              clientSecret: provider.clientSecret,
              authorization: { params: { scope: 'openid email profile' } },
              idToken: true,
              checks: ['pkce' as const, 'state' as const],
              profile: (claims: { sub: string }) => ({ id: claims.sub, ...claims }),
            },
          ]
        : []),
    ],
    callbacks: {
      signIn: async ({ account: by, profile }) => by?.provider !== 'openid' || (await vouchedFor(profile)) !== null,
      jwt: async ({ token, user, account: by, profile }) => {
        if (!user) return token
        const at = door(handle())
        const identity = by?.provider === 'openid' ? await vouchedFor(profile) : users.identify(at, user.id)
        return identity ? { userId: identity.id, sessionVersion: identity.sessionVersion } : {}
      },
      session: ({ session, token }) => ({ ...session, claim: Claim.safeParse(token).data }),
    },
  }
}

/** The route handler of /api/auth. Made at the first request, when the environment is complete. */
export function authHandler(): (request: Request, context: unknown) => Promise<Response> {
  return NextAuth(options())
}

/** Who asks: read from the database at every request, so that a disabled account or an older session is nobody at once. */
export const currentUser = cache(async (): Promise<{ identity: users.Identity; account: Account } | null> => {
  const session = await getServerSession(options())
  const claim = z.object({ claim: Claim }).safeParse(session).data?.claim
  if (!claim) return null
  const at = door(handle())
  const identity = users.identify(at, claim.userId)
  if (!identity || identity.sessionVersion !== claim.sessionVersion) return null
  return { identity, account: account(at, identity.id) }
})

/** The account of somebody who was signed in when a long answer began, as it is now; null when the session has ended meanwhile. */
export function stillSignedIn(identity: users.Identity): Account | null {
  const at = door(handle())
  const now = users.identify(at, identity.id)
  return now?.sessionVersion === identity.sessionVersion ? account(at, identity.id) : null
}
