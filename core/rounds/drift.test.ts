import { expect, test } from 'vitest'
import { drift } from './drift'

const interview = (id: string, coders: readonly string[]) => ({
  ...{ id, length: 100, coders, values: {} },
  ...{ interviewer: [], sentences: [], turns: [], paragraphs: [] },
})
const coding = (of: string, coder: string, start: number, end: number, code = 'milk') => ({
  ...{ interview: of, coder, code, start, end },
})
const codes = [
  { id: 'milk', parent: null },
  { id: 'costs', parent: null },
]
const choice = { unit: 'character', withInterviewer: true, rollUp: false, share: 0 } as const

test('an interview counts in the week in which its coder was done; agreement is with the consensus, rates are per interview', () => {
  const compared = {
    interviews: ['1', '2', '3'].map((id) => interview(id, ['a', 'b'])),
    codes,
    codings: [
      ...[coding('1', 'a', 0, 20), coding('1', 'b', 0, 20), coding('2', 'a', 0, 20), coding('2', 'b', 60, 80)],
      ...[coding('3', 'a', 0, 20), coding('3', 'a', 30, 40), coding('3', 'a', 50, 60, 'costs')],
    ],
  }
  const decided = {
    interviews: ['1', '2'].map((id) => interview(id, ['a', 'b', 'all'])),
    codes,
    codings: [...compared.codings, coding('1', 'all', 0, 20), coding('2', 'all', 0, 20)],
  }
  // Sunday, 7 January 2024, and the Monday after.
  const sunday = Date.UTC(2024, 0, 7, 23, 59)
  const done = (id: string, coder: string) =>
    id === '3' && coder === 'b' ? null : id === '1' ? sunday : sunday + 60_000
  const [a, b] = drift(compared, decided, 'all', done, { measure: 'u_alpha_binary', choice })
  expect(a?.weeks.map(({ monday, interviews, decided: of, mean }) => [monday, interviews, of, mean.value])).toEqual([
    ['2024-01-01', 1, 1, 1],
    ['2024-01-08', 2, 1, 1],
  ])
  expect(a?.weeks[1]?.rates).toEqual({ milk: 1.5, costs: 0.5 })
  expect(b?.weeks.map(({ monday, interviews }) => [monday, interviews])).toEqual([
    ['2024-01-01', 1],
    ['2024-01-08', 1],
  ])
  expect(b?.weeks[0]?.mean.value).toBe(1)
  expect(b?.weeks[1]?.mean.value).toBeLessThan(0)
})

test('a week of which nothing is decided has no figure', () => {
  const compared = { interviews: [interview('1', ['a', 'b'])], codes, codings: [coding('1', 'a', 0, 20)] }
  const none = { interviews: [], codes, codings: [] }
  const [a] = drift(compared, none, 'all', () => 0, { measure: 'u_alpha_binary', choice })
  expect(a?.weeks).toEqual([
    {
      ...{ monday: '1969-12-29', interviews: 1, decided: 0, mean: { value: null, codes: 0, without: 0 } },
      rates: { milk: 1 },
    },
  ])
})
