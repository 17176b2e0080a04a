import { z } from 'zod'

const OpenId = z.object({
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string().min(1),
  OIDC_CLIENT_SECRET: z.string().min(1),
  /** As the sign-in page names it. */
  OIDC_NAME: z.string().min(1),
})

/** The OpenID Connect provider of the environment, or null when none is set. Throws, naming the variable, when it is set by half. */
export function openIdProvider(environment: Readonly<Record<string, string | undefined>> = process.env) {
  if (!environment.OIDC_ISSUER) return null
  const parsed = OpenId.safeParse(environment)
  if (!parsed.success) throw new Error(`OpenID Connect is set by half: ${z.prettifyError(parsed.error)}`)
  return {
    issuer: parsed.data.OIDC_ISSUER.replace(/\/$/, ''),
    clientId: parsed.data.OIDC_CLIENT_ID,
    clientSecret: parsed.data.OIDC_CLIENT_SECRET,
    name: parsed.data.OIDC_NAME,
  }
}
