import { beforeEach, expect, test } from 'vitest'
import { isStopWord } from '@/core/analysis/stop-words'
import * as interviews from './interviews'
import { type TestHouse, testHouse } from './testing'
import * as variables from './variables'
import * as words from './words'

const read = (answer: string) => {
  const [asked, label] = ['Интервьюер: Что на границе?', 'Эксперт: ']
  return {
    text: `${asked}\n${label}${answer}`,
    language: 'ru',
    speakers: [
      { name: 'Интервьюер', role: 'interviewer' },
      { name: 'Эксперт', role: 'respondent' },
    ],
    turns: [
      { start: 0, end: asked.length, said: 13, speaker: 0, time: null },
      {
        ...{ start: asked.length + 1, end: asked.length + 1 + label.length + answer.length },
        ...{ said: asked.length + 1 + label.length, speaker: 1, time: null },
      },
    ],
  } as const
}

let house: TestHouse
let section: ReturnType<typeof variables.add>
beforeEach(() => {
  house = testHouse()
  section = variables.add(house.owner, { name: 'section', kind: 'category', categories: ['RU-BY', 'RU-KZ'] })
  const add = (name: string, value: string, answer: string) =>
    interviews.add(house.owner, { name, file: '', read: read(answer), values: { [section.id]: value } })
  add('RB-1', 'RU-BY', 'Граница и молоко, границы нет.')
  add('RK-1', 'RU-KZ', 'За границей молоко дорогое.')
})

const asked = (part: Partial<words.WordsAsked> = {}) => ({
  ...{ values: [], interviewers: false, group: null, left: isStopWord },
  ...part,
})

test('words are counted by stem, without labels, interviewers and small words, as everybody in the project reads them', () => {
  for (const access of [house.owner, house.coder, house.viewer]) {
    const { stems, words: running, texts } = words.count(access, asked())
    expect(stems.map(({ form, counts }) => [form, counts[0]])).toEqual([
      ['граница', 3],
      ['молоко', 2],
      ['дорогое', 1],
    ])
    expect(running).toEqual([9, 0])
    expect(texts).toEqual([2, 0])
  }
})
test('interviewers’ words count when they are asked for', () => {
  expect(words.count(house.owner, asked({ interviewers: true })).stems[0]?.counts).toEqual([5, 0])
})
test('a value of a variable makes the first group, all others the second', () => {
  const { stems } = words.count(house.owner, asked({ group: { variable: section, value: 'RU-KZ' } }))
  expect(stems.map(({ form, counts }) => [form, ...counts])).toEqual([
    ['граница', 1, 2],
    ['молоко', 1, 1],
    ['дорогое', 1, 0],
  ])
  const some = words.count(house.owner, asked({ values: [{ variable: section, values: ['RU-BY'] }] }))
  expect(some.texts).toEqual([1, 0])
})
test('a stranger is told no word', () => {
  expect(words.count(house.stranger, asked())).toEqual({ stems: [], words: [0, 0], texts: [0, 0] })
})
