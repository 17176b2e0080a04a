import { describe, expect, it } from 'vitest'
import { pinned } from './preferences'

describe('pins', () => {
  it('give a code to a digit, and take it off its former one', () => {
    const first = pinned([], 'trade', 2)
    expect(first).toEqual([null, 'trade', null, null, null, null, null, null, null])
    expect(pinned(first, 'trade', 9)).toEqual([...Array(8).fill(null), 'trade'])
  })

  it('take the place of another code, and are taken off by the same digit again', () => {
    const first = pinned([], 'trade', 1)
    expect(pinned(first, 'milk', 1)[0]).toBe('milk')
    expect(pinned(first, 'trade', 1)[0]).toBeNull()
  })
})
