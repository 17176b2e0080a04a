import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestEdge, nextEdge, toWords, trimmed } from './snap'
import { wordOffsets } from './words'

const text = 'They check again, and again.'
const words = wordOffsets(text)

describe('snapping', () => {
  it('trims white space from both ends and finds nothing in white space alone', () => {
    expect(trimmed('  ab \n', 0, 6)).toEqual({ start: 2, end: 4 })
    expect(trimmed('    ', 0, 4)).toBeNull()
  })

  it('widens a range to whole words and leaves whole words alone', () => {
    expect(toWords(words, 6, 13)).toEqual({ start: 5, end: 16 })
    expect(toWords(words, 5, 10)).toEqual({ start: 5, end: 10 })
  })

  it('walks over the ends of words in both directions', () => {
    expect(nextEdge(words, 10, 'end', 1)).toBe(16)
    expect(nextEdge(words, 10, 'end', -1)).toBe(4)
    expect(nextEdge(words, 5, 'start', -1)).toBe(0)
    expect(nextEdge(words, 27, 'end', 1)).toBeNull()
    expect(nextEdge(words, 0, 'start', -1)).toBeNull()
  })

  it('finds the nearest end of a word', () => {
    expect(nearestEdge(words, 9, 'end')).toBe(10)
    expect(nearestEdge(words, 6, 'start')).toBe(5)
    expect(nearestEdge(wordOffsets('…'), 1, 'end')).toBe(1)
  })

  it('widening twice is widening once, and only ever widens', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
        const [start, end] = a < b ? [a, b] : [b, a]
        const once = toWords(words, start, end)
        expect(once.start).toBeLessThanOrEqual(start)
        expect(once.end).toBeGreaterThanOrEqual(end)
        expect(toWords(words, once.start, once.end)).toEqual(once)
      }),
    )
  })
})
