import { describe, expect, it } from 'vitest'
import { lines } from '@/core/text/lines'
import { grown, passages, stepped } from './passage'

const text = 'Q: Why? And when?\nA: Because.\nIt was so.'
const turns = [
  { start: 0, end: 17, said: 3, speaker: 0, time: null },
  { start: 18, end: text.length, said: 21, speaker: 1, time: null },
]
const all = passages(text, lines(text, turns), (turn) => turn === 0)
const cut = (range: { start: number; end: number } | null) => range && text.slice(range.start, range.end)

describe('passages', () => {
  it('are sentences, paragraphs and turns without their labels', () => {
    expect(all.sentences.map(cut)).toEqual(['Why?', 'And when?', 'Because.', 'It was so.'])
    expect(all.paragraphs.map(cut)).toEqual(['Why? And when?', 'Because.', 'It was so.'])
    expect(all.answers.map(cut)).toEqual(['Because.', 'It was so.'])
    expect(all.turns.map(cut)).toEqual(['Why? And when?', 'Because.\nIt was so.'])
  })

  it('grow from a caret to the sentence, then by one at a time, and shrink again', () => {
    const one = grown(all.sentences, { start: 5, end: 5 }, 1)
    expect(cut(one)).toBe('Why?')
    if (!one) throw new Error('nothing')
    const two = grown(all.sentences, one, 1)
    expect(cut(two)).toBe('Why? And when?')
    if (!two) throw new Error('nothing')
    expect(grown(all.sentences, two, -1)).toEqual(one)
    expect(grown(all.sentences, one, -1)).toBeNull()
  })

  it('round a loose selection up to whole turns, and end at the last one', () => {
    expect(cut(grown(all.turns, { start: 22, end: 25 }, 1))).toBe('Because.\nIt was so.')
    expect(grown(all.turns, { start: 21, end: text.length }, 1)).toBeNull()
    expect(grown([], { start: 0, end: 0 }, 1)).toBeNull()
  })

  it('are stepped through in both directions, from a caret beginning with the one that holds it', () => {
    const steps = [stepped(all.sentences, { start: 5, end: 5 }, 1)]
    for (let i = 0; i < 3; i++) steps.push(stepped(all.sentences, steps[i] ?? { start: 0, end: 0 }, 1))
    expect(steps.map(cut)).toEqual(['Why?', 'And when?', 'Because.', 'It was so.'])
    expect(stepped(all.sentences, steps[3] ?? { start: 0, end: 0 }, 1)).toBeNull()
    expect(cut(stepped(all.sentences, steps[2] ?? { start: 0, end: 0 }, -1))).toBe('And when?')
    expect(stepped(all.sentences, steps[0] ?? { start: 0, end: 0 }, -1)).toBeNull()
    expect(cut(stepped(all.sentences, { start: 0, end: 0 }, 1))).toBe('Why?')
    expect(stepped([], { start: 0, end: 0 }, 1)).toBeNull()
  })
})
