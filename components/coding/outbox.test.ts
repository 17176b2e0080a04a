import { describe, expect, it, vi } from 'vitest'
import type { Mark, Write } from './marks'
import { type Answer, backoff, Outbox } from './outbox'
import { shelf } from './shelf'

const mark = (id: string): Mark => ({ id, codeId: 'c', coderId: 'p', start: 0, end: 1, comment: '', weight: null })
const add = (id: string): Write => ({ kind: 'add', mark: mark(id) })
const comment = (id: string): Write => ({ kind: 'change', id, to: { comment: 'x' }, before: mark(id) })

class Memory implements Storage {
  #all = new Map<string, string>()
  get length(): number {
    return this.#all.size
  }
  clear = () => this.#all.clear()
  key = (n: number) => [...this.#all.keys()][n] ?? null
  getItem = (name: string) => this.#all.get(name) ?? null
  removeItem = (name: string) => void this.#all.delete(name)
  setItem = (name: string, value: string) => void this.#all.set(name, value)
}

function box(send: (write: Write) => Promise<Answer<string>>, storage: Storage = new Memory()) {
  const waiting: (() => void)[] = []
  const stored = vi.fn()
  const refused = vi.fn((): 'drop' | 'keep' => 'keep')
  const outbox = new Outbox<string>({
    send,
    shelf: shelf(storage, 'me'),
    stored,
    refused,
    changed: () => {},
    unreachable: 'no line',
    wait: (_, run) => {
      waiting.push(run)
      return () => {}
    },
  })
  return { outbox, waiting, stored, refused, storage }
}
const quiet = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('the outbox', () => {
  it('sends in order, one by one, and forgets what is stored', async () => {
    const sent: string[] = []
    const at = box(async (write) => {
      sent.push(write.kind)
      return { ok: 'yes' }
    })
    at.outbox.push(add('a'))
    at.outbox.push(comment('a'))
    await quiet()
    expect(sent).toEqual(['add', 'change'])
    expect(at.outbox.items).toEqual([])
    expect(at.storage.length).toBe(0)
  })

  it('keeps what could not be sent, says so, and tries again', async () => {
    let line = false
    const at = box(async () => {
      if (!line) throw new Error('offline')
      return { ok: 'yes' }
    })
    at.outbox.push(add('a'))
    await quiet()
    expect(at.outbox.items[0]).toMatchObject({ tries: 1, message: 'no line', refused: false })
    expect(at.storage.length).toBe(1)
    line = true
    at.waiting[0]?.()
    await quiet()
    expect(at.stored).toHaveBeenCalledOnce()
    expect(at.outbox.items).toEqual([])
  })

  it('sends after a reload what was unsent before, under the same id', async () => {
    const storage = new Memory()
    const before = box(async () => Promise.reject(new Error('offline')), storage)
    before.outbox.push(add('a'))
    await quiet()
    const after = box(async () => ({ ok: 'yes' }), storage)
    expect(after.outbox.items.map((item) => item.write)).toEqual([add('a')])
    await after.outbox.run()
    expect(after.stored).toHaveBeenCalledWith(add('a'), 'yes')
    expect(storage.length).toBe(0)
  })

  it('holds back what follows on a refused coding, sends the rest, and lets a person try again', async () => {
    let refuse = true
    const at = box(async (write) =>
      refuse && write.kind === 'add' && write.mark.id === 'a' ? { error: 'No.', reason: 'forbidden' } : { ok: 'yes' },
    )
    at.outbox.push(add('a'))
    at.outbox.push(comment('a'))
    at.outbox.push(add('b'))
    await quiet()
    expect(at.outbox.items.map((item) => [item.write.kind, item.message])).toEqual([
      ['add', 'No.'],
      ['change', ''],
    ])
    refuse = false
    at.outbox.retry('a')
    await quiet()
    expect(at.outbox.items).toEqual([])
  })

  it('forgets everything about a coding that is to be dropped', async () => {
    const at = box(async () => ({ error: 'Gone.', reason: 'gone' }))
    at.refused.mockReturnValue('drop')
    at.outbox.push(comment('a'))
    at.outbox.push(comment('a'))
    await quiet()
    expect(at.outbox.items).toEqual([])
    expect(at.refused).toHaveBeenCalledOnce()
    expect(at.storage.length).toBe(0)
  })

  it('waits longer after every failure, at most half a minute', () => {
    expect([1, 2, 3, 10].map(backoff)).toEqual([1000, 2000, 4000, 30_000])
  })

  it('reads no entry of another shape, of another person, or broken', () => {
    const storage = new Memory()
    storage.setItem('interlinear.unsent.me.1', '{"kind":"dance"}')
    storage.setItem('interlinear.unsent.you.1', JSON.stringify(add('a')))
    expect(shelf(storage, 'me').all()).toEqual([])
    expect(shelf(null, 'me').all()).toEqual([])
  })
})
