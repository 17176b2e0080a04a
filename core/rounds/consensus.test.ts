import { expect, test } from 'vitest'
import { withConsensus } from './consensus'
import type { Decision } from './decision'
import { differences } from './differences'
import { roundFigures, roundParts } from './figures'

const interview = (id: string) => ({
  ...{ id, length: 100, coders: ['a', 'b'], values: {} },
  ...{ interviewer: [], sentences: [], turns: [], paragraphs: [] },
})
const coding = (of: string, coder: string, start: number, end: number, code = 'milk') => ({
  ...{ id: `${of}${coder}${start}${code}`, interview: of, coder, code, start, end },
})
const material = {
  interviews: ['1', '2', '3', '4', '5', '6'].map(interview),
  codes: [
    { id: 'milk', parent: null },
    { id: 'costs', parent: null },
  ],
  codings: ['1', '2', '3', '4', '5', '6'].flatMap((id, i) => [
    coding(id, 'a', 0, 20),
    coding(id, 'b', i, 20),
    coding(id, 'a', 40, 60, 'costs'),
    coding(id, 'b', 40, 60 + i, 'costs'),
  ]),
}
const choice = { unit: 'character', withInterviewer: true, rollUp: false, share: 0 } as const
const asked = { measure: 'u_alpha_binary', choice, draws: { samples: 200, seed: 7 } }

test('an interview is compared with the consensus once all of it is decided and nothing waits', () => {
  const keys = differences({ material }, 1)
  const decided = (key: string, verdict: Decision['verdict']): [string, Decision] => [
    key,
    { key, verdict, made: [], reasonId: null, note: '', decidedBy: null, decidedAt: 0, version: 1 },
  ]
  const decisions = new Map(
    keys.flatMap(({ key, interview: of, code }) =>
      of === '1' ? [decided(key, 'take')] : of === '2' ? [decided(key, code === 'milk' ? 'take' : 'postponed')] : [],
    ),
  )
  const made = [coding('1', 'all', 0, 20), coding('1', 'all', 40, 60, 'costs'), coding('2', 'all', 0, 20)]
  const compared = withConsensus({ material }, decisions, made, 'all')
  expect([compared.decided, compared.of]).toEqual([1, 6])
  expect(compared.material.interviews).toEqual([{ ...interview('1'), coders: ['a', 'b', 'all'] }])
  // The consensus took what the first coder marked, who therefore agrees with it to the last character.
  const rows = roundParts(compared.material, { kind: 'consensus', consensus: 'all' }, asked)
  expect(rows.map(({ key, mean }) => [key[0], mean.value])).toEqual([
    ['a', 1],
    ['b', 1],
  ])
})

test('the mean over codes lies in its interval, which changes no interval of a code', () => {
  const { byCode, meanOfCodes } = roundFigures(material, [], asked)
  const values = byCode.map(({ result }) => result.value ?? Number.NaN)
  expect(meanOfCodes.value).toBeCloseTo((values[0] ?? 0) / 2 + (values[1] ?? 0) / 2, 12)
  expect(meanOfCodes.interval?.low).toBeLessThan(meanOfCodes.value ?? -2)
  expect(meanOfCodes.interval?.high).toBeGreaterThan(meanOfCodes.value ?? 2)
  const [alone] = roundFigures(
    { ...material, codings: material.codings.filter(({ code }) => code === 'milk') },
    [],
    asked,
  ).byCode
  expect(byCode[0]?.interval).toEqual(alone?.interval)
})
