import { describe, expect, it } from 'vitest'
import { inverse, type Mark, settled, type Write, withdrawn, written } from './marks'

const mark = (id: string, more: Partial<Mark> = {}): Mark => ({
  id,
  codeId: 'milk',
  coderId: 'anna',
  start: 0,
  end: 5,
  comment: '',
  weight: null,
  ...more,
})
const none = new Map<string, Mark>()
const one = new Map([['a', mark('a')]])

describe('a write', () => {
  const writes: [string, ReadonlyMap<string, Mark>, Write][] = [
    ['add', none, { kind: 'add', mark: mark('a') }],
    ['remove', one, { kind: 'remove', id: 'a', before: mark('a') }],
    ['change', one, { kind: 'change', id: 'a', to: { end: 9, codeId: 'costs' }, before: mark('a') }],
    ['restore', none, { kind: 'restore', mark: mark('a') }],
  ]
  it.each(writes)('of kind %s is taken back by its inverse, and redone by the inverse of that', (_, before, write) => {
    const after = written(before, write)
    expect(after).not.toEqual(before)
    const back = inverse(before, write)
    if (!back) throw new Error('no inverse')
    expect(written(after, back)).toEqual(before)
    const again = inverse(after, back)
    if (!again) throw new Error('no inverse')
    expect(written(written(after, back), again)).toEqual(after)
  })

  it.each(writes)('of kind %s leaves no trace when it is given up', (_, before, write) => {
    expect(withdrawn(written(before, write), write)).toEqual(before)
  })

  it('takes back only what it changed', () => {
    expect(inverse(one, { kind: 'change', id: 'a', to: { comment: 'x' }, before: mark('a') })).toMatchObject({
      to: { comment: '' },
    })
  })
})

describe('an answer', () => {
  it('puts the coding that was there already in place of its double', () => {
    expect([...settled(one, 'a', mark('b')).keys()]).toEqual(['b'])
    expect(settled(one, 'a', null).size).toBe(0)
  })
})
