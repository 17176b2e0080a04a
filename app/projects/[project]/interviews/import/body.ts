import 'server-only'

/** The body of a request, or null as soon as it turns out to be longer than `limit` bytes; the announced length is believed first. */
export async function limitedBody(
  request: Pick<Request, 'headers' | 'body'>,
  limit: number,
): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return null
  const parts: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > limit) {
      await reader.cancel()
      return null
    }
    parts.push(value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Whether a request was made by a page of this very site: route handlers have no such check of their own. */
export function fromHere(request: Pick<Request, 'headers'>): boolean {
  const origin = request.headers.get('origin')
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host
}
