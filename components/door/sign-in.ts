/** Where signing in happens, and where it leads. */
export type SignIn = {
  readonly csrf: string
  readonly password: string
  readonly provider: string
  readonly then: string
}

async function csrfToken(urls: SignIn): Promise<string> {
  const answer: { csrfToken: string } = await (await fetch(urls.csrf)).json()
  return answer.csrfToken
}

/** Signs in and goes on; answers what went wrong, or null when the page is being left. */
export async function signInWithPassword(
  urls: SignIn,
  email: string,
  password: string,
): Promise<'wrong' | 'closed' | null> {
  const body = new URLSearchParams({ csrfToken: await csrfToken(urls), email, password, json: 'true' })
  const answer = await fetch(urls.password, { method: 'POST', body })
  if (answer.ok) {
    window.location.assign(urls.then)
    return null
  }
  const where: { url?: string } = await answer.json().catch(() => ({}))
  return new URL(where.url ?? '', window.location.origin).searchParams.get('error') === 'closed' ? 'closed' : 'wrong'
}

/** Leaves for the provider's own sign-in page. */
export async function signInWithProvider(urls: SignIn): Promise<void> {
  const body = new URLSearchParams({ csrfToken: await csrfToken(urls), callbackUrl: urls.then, json: 'true' })
  const answer: { url: string } = await (await fetch(urls.provider, { method: 'POST', body })).json()
  window.location.assign(answer.url)
}

/** Ends this session and goes to the door. */
export async function signOut(urls: SignIn & { readonly signOut: string; readonly door: string }): Promise<void> {
  const body = new URLSearchParams({ csrfToken: await csrfToken(urls), json: 'true' })
  await fetch(urls.signOut, { method: 'POST', body })
  window.location.assign(urls.door)
}
