import { expect, it } from 'vitest'
import type { Decision } from './decision'
import { differences, type Passage } from './differences'
import { overruled } from './feedback'

const coding = (id: string, coder: string, code: string, start: number, end: number) => {
  return { id, interview: 'i', coder, code, start, end }
}
const interview = {
  ...{ id: 'i', length: 100, coders: ['a', 'b'], interviewer: [], sentences: [], turns: [], paragraphs: [] },
  values: {},
}
const codings = [coding('1', 'a', 'milk', 0, 10), coding('2', 'b', 'milk', 0, 12), coding('3', 'a', 'costs', 20, 30)]
const passages = differences({ material: { interviews: [interview], codes: [], codings } }, 1).map(
  (one): Passage => ({ ...one, text: '', from: 0 }),
)
const [milk = '', costs = ''] = passages.map(({ key }) => key)
const decision = (key: string, verdict: Decision['verdict'], made: readonly string[]): [string, Decision] => [
  key,
  { key, verdict, made, reasonId: null, note: '', decidedBy: null, decidedAt: 0, version: 1 },
]
const of = (coder: string, ...decided: [string, Decision][]) => {
  const made = new Map([['m', coding('m', 'consensus', 'milk', 0, 12)]])
  return overruled(passages, new Map(decided), made, coder).map(({ passage }) => passage.code)
}

it('tells the coder whose boundaries were not taken, and not the one whose were', () => {
  expect(of('a', decision(milk, 'take', ['m']))).toEqual(['milk'])
  expect(of('b', decision(milk, 'take', ['m']))).toEqual([])
})

it('tells the coder whose coding was dropped, and not the one who had none', () => {
  expect(of('a', decision(costs, 'neither', []))).toEqual(['costs'])
  expect(of('b', decision(costs, 'neither', []))).toEqual([])
})

it('says nothing of what waits, is not decided, or came by the rule, nor to somebody who did not code the interview', () => {
  expect(of('a')).toEqual([])
  expect(of('a', decision(milk, 'postponed', []), decision(costs, 'rule', []))).toEqual([])
  expect(of('c', decision(milk, 'take', ['m']), decision(costs, 'neither', []))).toEqual([])
})
