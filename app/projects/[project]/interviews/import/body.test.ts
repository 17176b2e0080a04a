import { expect, it, vi } from 'vitest'
import { fromHere, limitedBody } from './body'

vi.mock('server-only', () => ({}))

const post = (body: BodyInit) => new Request('http://house.example/x', { method: 'POST', body })

it('a body within the limit is read whole', async () => {
  expect(await limitedBody(post('abc'), 3)).toEqual(new TextEncoder().encode('abc'))
})

it('a body that announces too much is refused without being read', async () => {
  let pulled = 0
  const body = new ReadableStream({ pull: () => void pulled++ }, { highWaterMark: 0 })
  const request = { headers: new Headers({ 'content-length': String(2 ** 31) }), body }
  expect(await limitedBody(request, 1000)).toBeNull()
  expect(pulled).toBe(0)
})

it('a body that announces nothing is read no further than the limit', async () => {
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (to) => {
      sent++
      to.enqueue(new Uint8Array(10))
    },
  })
  const request = new Request('http://house.example/x', { method: 'POST', body, ...{ duplex: 'half' } })
  expect(await limitedBody(request, 25)).toBeNull()
  expect(sent).toBeLessThan(6)
})

it('a request is from here when its origin names this host', () => {
  const of = (headers: Record<string, string>) => fromHere({ headers: new Headers(headers) })
  expect(of({ origin: 'https://house.example', host: 'house.example' })).toBe(true)
  expect(of({ origin: 'https://house.example', host: '127.0.0.1:3000', 'x-forwarded-host': 'house.example' })).toBe(
    true,
  )
  expect(of({ origin: 'https://evil.example', host: 'house.example' })).toBe(false)
  expect(of({ origin: 'null', host: 'house.example' })).toBe(false)
  expect(of({ host: 'house.example' })).toBe(false)
})
