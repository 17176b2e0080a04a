/** A file that goes out: never cached, named for the person in any alphabet. */
export function fileResponse(bytes: Uint8Array, type: string, name: string): Response {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/gu, '_')
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  })
}
