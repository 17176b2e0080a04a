import { describe, expect, it } from 'vitest'
import { halves, inVivoName, merging, recoding, touching } from './joints'
import { inverse, type Mark, type Marks, written } from './marks'

const text = 'One two.  Three four.'
const mark = (id: string, start: number, end: number, more: Partial<Mark> = {}): Mark => ({
  id,
  codeId: 'trade',
  coderId: 'anna',
  start,
  end,
  comment: '',
  weight: null,
  ...more,
})
const marksOf = (...all: Mark[]): Marks => new Map(all.map((one) => [one.id, one]))

describe('splitting', () => {
  it('cuts a coding in two and leaves the white space between out', () => {
    expect(halves(text, mark('a', 0, 21), 9)?.map((range) => text.slice(range.start, range.end))).toEqual([
      'One two.',
      'Three four.',
    ])
  })

  it('is not possible at an end, nor where one half is white space', () => {
    expect(halves(text, mark('a', 0, 8), 0)).toBeNull()
    expect(halves(text, mark('a', 0, 10), 8)).toBeNull()
  })
})

describe('merging', () => {
  const first = mark('a', 0, 8, { comment: 'early', weight: 5 })
  const second = mark('b', 10, 21, { comment: 'late' })

  it('finds a coding of the same code and coder with only white space between', () => {
    expect(touching(text, [first, second], first)).toBe(second)
    expect(touching(text, [first, second], second)).toBe(first)
    expect(touching(text, [first, mark('c', 16, 21)], first)).toBeNull()
    expect(touching(text, [first, mark('c', 10, 21, { coderId: 'boris' })], first)).toBeNull()
    expect(touching(text, [first, mark('c', 10, 21, { codeId: 'milk' })], first)).toBeNull()
  })

  it('makes one coding of both with what was said of each, and is taken back write by write', () => {
    const before = marksOf(first, second)
    let marks = before
    const back = merging(second, first).map((write) => {
      const undo = inverse(marks, write)
      marks = written(marks, write)
      return undo
    })
    expect([...marks.values()]).toEqual([mark('b', 0, 21, { comment: 'early\nlate', weight: 5 })])
    for (const undo of back.reverse()) if (undo) marks = written(marks, undo)
    expect(marks).toEqual(before)
  })
})

describe('recoding many', () => {
  it('changes the code, and removes what would be there twice', () => {
    const all = [
      mark('a', 0, 8),
      mark('b', 0, 8, { codeId: 'milk' }),
      mark('c', 10, 21, { codeId: 'x' }),
      mark('d', 10, 21),
    ]
    const [, b, c, d] = all
    if (!b || !c || !d) throw new Error('nothing')
    expect(recoding(all, [b, c], 'trade').map((write) => write.kind)).toEqual(['remove', 'remove'])
    expect(recoding(all, [c, d], 'new').map((write) => write.kind)).toEqual(['change', 'remove'])
    expect(recoding(all, [d], 'trade')).toEqual([])
  })
})

describe('a name in vivo', () => {
  it('is the words without quotation marks and full stop, cut between words', () => {
    expect(inVivoName(' «молочные  войны». ')).toBe('молочные войны')
    const long = inVivoName('стояли на границе '.repeat(20))
    expect(long.length).toBeLessThanOrEqual(81)
    expect(long.endsWith('границе…') || long.endsWith('стояли…') || long.endsWith('на…')).toBe(true)
  })
})
