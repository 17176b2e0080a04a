import { expect, it } from 'vitest'
import { commonStretch, confusions, differences } from './differences'

const interview = {
  ...{ id: 'i', length: 500, coders: ['A', 'B'], values: {} },
  ...{ interviewer: [], sentences: [], turns: [], paragraphs: [] },
}
const codes = ['x', 'y'].map((id) => ({ id, parent: null }))
const of = (marks: readonly (readonly [string, string, number, number])[], coders = ['A', 'B']) => ({
  material: {
    interviews: [{ ...interview, coders }],
    codes,
    codings: marks.map(([coder, code, start, end], i) => ({ id: `c${i}`, interview: 'i', coder, code, start, end })),
  },
})

it('tells agreed, other boundaries, only one, and another code instead apart', () => {
  const all = differences(
    of([
      ['A', 'x', 0, 100],
      ['B', 'x', 5, 100],
      ['A', 'x', 150, 200],
      ['B', 'x', 190, 230],
      ['A', 'y', 300, 320],
      ['A', 'x', 400, 440],
      ['B', 'y', 410, 450],
    ]),
    0.9,
  )
  expect(all.map(({ code, start, end, standing }) => [code, start, end, standing])).toEqual([
    ['x', 0, 100, 'agreed'],
    ['x', 150, 230, 'partly'],
    ['y', 300, 320, 'only'],
    ['x', 400, 440, 'instead'],
    ['y', 410, 450, 'instead'],
  ])
  expect(all[0]?.overlap).toBeCloseTo(0.95, 12)
  expect(all[1]?.overlap).toBeCloseTo(10 / 80, 12)
  expect(new Set(all.map(({ key }) => key)).size).toBe(5)
})

it('takes a passage that one coder marked in two pieces as one passage, and two that only touch as two', () => {
  const all = differences(
    of([
      ['A', 'x', 0, 100],
      ['B', 'x', 0, 40],
      ['B', 'x', 50, 100],
      ['A', 'y', 0, 10],
      ['A', 'y', 10, 20],
    ]),
    0.9,
  )
  expect(all.filter(({ code }) => code === 'x').map(({ overlap, codings }) => [overlap, codings.length])).toEqual([
    [0.9, 3],
  ])
  expect(all.filter(({ code }) => code === 'y')).toHaveLength(2)
  expect(commonStretch(all.find(({ code }) => code === 'x') ?? { codings: [] })).toEqual([
    { start: 0, end: 40 },
    { start: 50, end: 100 },
  ])
})

it('leaves an interview of one coder out, and with three says who is without the code', () => {
  expect(differences(of([['A', 'x', 0, 9]], ['A']), 0.9)).toEqual([])
  const [one] = differences(
    of(
      [
        ['A', 'x', 0, 9],
        ['C', 'x', 0, 9],
      ],
      ['A', 'B', 'C'],
    ),
    0.9,
  )
  expect([one?.standing, one?.without]).toEqual(['only', ['B']])
})

it('counts which code is given instead, once for a passage however many pieces', () => {
  const all = differences(
    of([
      ['A', 'x', 0, 40],
      ['B', 'y', 0, 10],
      ['B', 'y', 20, 30],
    ]),
    0.9,
  )
  expect(confusions(all)).toEqual([
    { code: 'y', instead: 'x', times: 2 },
    { code: 'x', instead: 'y', times: 1 },
  ])
})
