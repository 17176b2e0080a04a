import { expect, test } from 'vitest'
import { draftOf, relabelled, renamed, transcriptOf } from './draft'
import { findTurns } from './turns'

const text = '\nИнтервьюер: Что изменилось?\n\nРеспондент: Таможню убрали.\nИ всё.\n\nИнтервьюер: А потом?\n'
const transcript = (() => {
  const { turns, speakers } = findTurns(text)
  return { text, turns, speakers }
})()

test('a transcript taken apart and put together is the same', () => {
  expect(transcriptOf(draftOf(transcript))).toEqual(transcript)
})

test('a speaker renamed is renamed in every label, and two of one name become one', () => {
  const draft = draftOf(transcript)
  const other = transcriptOf(renamed(draft, 1, 'Эксперт'))
  expect(other.text).toBe(text.replace('Респондент', 'Эксперт'))
  expect(other.speakers.map((one) => one.name)).toEqual(['Интервьюер', 'Эксперт'])
  const one = transcriptOf(renamed(draft, 1, 'Интервьюер'))
  expect(one.speakers.map((speaker) => speaker.name)).toEqual(['Интервьюер'])
  expect(new Set(one.turns.map((turn) => turn.speaker))).toEqual(new Set([0]))
  expect(() => renamed(draft, 7, 'x')).toThrow(RangeError)
})

test('a turn without a word vanishes, a label follows its speaker', () => {
  const draft = draftOf(transcript)
  const shorter = transcriptOf({
    ...draft,
    turns: draft.turns.map((turn, i) => (i === 2 ? { ...turn, label: '', words: ' ' } : turn)),
  })
  expect(shorter.turns).toHaveLength(2)
  const [anna, boris] = [
    { name: 'A', role: 'interviewer' as const },
    { name: 'B', role: 'respondent' as const },
  ]
  expect(relabelled('A [00:10]: ', anna, boris)).toBe('B [00:10]: ')
  expect(relabelled('', undefined, boris)).toBe('B: ')
  expect(relabelled('A: ', anna, undefined)).toBe('')
})
