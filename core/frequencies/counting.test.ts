import { expect, test } from 'vitest'
import { passagesByInterview } from './counting'
import { material, node } from './testing'

const of = material(
  [node('trade')],
  [{}, {}],
  [
    { interview: 1, code: 'trade', coder: 'Anna', from: 40, to: 50 },
    { interview: 1, code: 'trade', coder: 'Boris', from: 20, to: 30 },
    { interview: 0, code: 'trade', coder: 'Boris', from: 2, to: 8 },
    { interview: 0, code: 'trade', coder: 'Boris', from: 8, to: 12 },
  ],
)

test('passages stand by interview in the order of their beginnings, without what only an interviewer says', () => {
  expect(passagesByInterview(of, { interviewers: false, coders: null })).toEqual([[3], [1, 0]])
  expect(passagesByInterview(of, { interviewers: true, coders: null })).toEqual([
    [2, 3],
    [1, 0],
  ])
})
test('only the chosen coders’ passages count', () => {
  expect(passagesByInterview(of, { interviewers: true, coders: new Set(['Anna']) })).toEqual([[], [0]])
})
