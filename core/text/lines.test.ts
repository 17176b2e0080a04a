import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineAt, lines } from './lines'
import type { Turn } from './turn'

const turn = (start: number, end: number, said = start): Turn => ({ start, end, said, speaker: null, time: null })

describe('lines', () => {
  it('number all lines of the stored text and leave out blank ones', () => {
    const text = 'Heading\n\nQ: why?\nA: because\nof this'
    const found = lines(text, [turn(9, 16, 12), turn(17, text.length, 20)])
    expect(found.map((line) => [line.number, text.slice(line.start, line.end), line.turn, line.first])).toEqual([
      [1, 'Heading', null, false],
      [3, 'Q: why?', 0, true],
      [4, 'A: because', 1, true],
      [5, 'of this', 1, false],
    ])
    expect(found.map((line) => text.slice(line.said, line.end))).toEqual(['Heading', 'why?', 'because', 'of this'])
  })

  it('let a label on its own line have nothing said in it', () => {
    const text = 'Anna:\nyes'
    const found = lines(text, [turn(0, 9, 6)])
    expect(found.map((line) => line.said - line.start)).toEqual([5, 0])
  })

  it('leave out nothing but white space and overlap nowhere', () => {
    const words = fc
      .array(fc.constantFrom('а', 'b', ' ', '\n', '😀', '\t'), { maxLength: 60 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(words, fc.uniqueArray(fc.nat(60), { maxLength: 8 }), (text, cuts) => {
        const ends = [...cuts].filter((cut) => cut <= text.length).sort((a, b) => a - b)
        const turns = ends.slice(1).map((end, i) => turn(ends[i] ?? 0, end))
        const found = lines(text, turns)
        expect(
          found
            .map((line) => text.slice(line.start, line.end))
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(text.replace(/\s/gu, ''))
        for (const [i, line] of found.entries()) expect(line.start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0)
      }),
    )
  })

  it('are found by an offset, the gap after a line belonging to it', () => {
    const all = [{ start: 0 }, { start: 10 }, { start: 20 }]
    expect([0, 9, 10, 25].map((offset) => lineAt(all, offset))).toEqual([0, 0, 1, 2])
  })
})
