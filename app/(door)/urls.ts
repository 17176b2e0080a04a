import type { SignIn } from '@/components/door/sign-in'

/** Where signing in happens; `then` is where it leads. */
export function signInUrls(then: string): SignIn {
  return {
    csrf: '/api/auth/csrf',
    password: '/api/auth/callback/credentials',
    provider: '/api/auth/signin/openid',
    then,
  }
}
