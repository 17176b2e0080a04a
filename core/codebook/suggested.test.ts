import { describe, expect, it } from 'vitest'
import { suggested } from './suggested'

describe('suggested codes', () => {
  it('are the three used last, then those used most, then the rest used lately', () => {
    const counts = new Map([
      ['rare', 1],
      ['usual', 40],
      ['b', 3],
    ])
    expect(suggested(['a', 'b', 'c', 'd'], counts)).toEqual(['a', 'b', 'c', 'usual', 'rare', 'd'])
  })

  it('are none where nothing was used', () => {
    expect(suggested([], new Map())).toEqual([])
  })
})
