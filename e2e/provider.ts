import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { providerPort } from './place'

/** What the provider says of whoever comes; the test sets it before each sign-in. */
export type Claims = { readonly email: string; readonly name: string; readonly email_verified: boolean }

/** A small OpenID Connect provider that lets everybody in as `claims()`. Answers with the server, to be closed. */
export function provider(claims: () => Claims): Promise<Server> {
  const issuer = `http://127.0.0.1:${providerPort}`
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const signed = (payload: object): string => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const head = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(payload)}`
    return `${head}.${createSign('RSA-SHA256').update(head).sign(privateKey, 'base64url')}`
  }
  const answers: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => unknown>> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      userinfo_endpoint: `${issuer}/me`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/keys': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] }),
    '/authorize': (request, response) => {
      const asked = new URL(request.url ?? '', issuer).searchParams
      const back = new URL(asked.get('redirect_uri') ?? '')
      back.searchParams.set('code', randomUUID())
      back.searchParams.set('state', asked.get('state') ?? '')
      response.writeHead(302, { location: back.href }).end()
    },
    '/token': () => {
      const now = Math.floor(Date.now() / 1000)
      const id = { iss: issuer, aud: 'interlinear', sub: claims().email, iat: now, exp: now + 300, ...claims() }
      return { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: signed(id) }
    },
  }
  const server = createServer(async (request, response) => {
    await text(request)
    const answer = answers[new URL(request.url ?? '', issuer).pathname]?.(request, response)
    if (answer) response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
    else if (!response.writableEnded) response.writeHead(404).end()
  })
  return new Promise((resolve) => server.listen(providerPort, '127.0.0.1', () => resolve(server)))
}
