import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { alphaU1995 } from '@/core/agreement/measures/alpha-u-1995'
import { cuAlpha, kcuAlpha, kcuCoverage } from '@/core/agreement/measures/cu-alpha'
import { gammaReport } from '@/core/agreement/measures/gamma'
import { maxqdaReport, maxqdaSegmentKappa } from '@/core/agreement/measures/maxqda'
import { cellAgreement, cellKappa, characterCells } from '@/core/agreement/measures/nvivo'
import { uAlpha, uAlphaBinary } from '@/core/agreement/measures/u-alpha'
import type { Result } from '@/core/agreement/result'
import { continuaOf, continuaOfValue } from '@/core/agreement/study'
import { coded } from './coders'
import { compose } from './compose'
import { readMaterial } from './material'

const page = readFileSync('docs/agreement.md', 'utf8')
const [, section = ''] = page.split('as a continuum, by hand\n')
const printed = (value: number) => `**${value.toFixed(4).replace(/^0/, '')}**`

/** The page's entry beginning with a name, to the next one. */
const entry = (name: string) => section.split('\n- ').find((one) => one.startsWith(`**${name}, sample**`)) ?? ''

const study = compose(readMaterial())
const interview = study.interviews.findIndex(({ name }) => name.startsWith('RU-KZ 025'))
const length = study.interviews[interview]?.answers.at(-1)?.end ?? 0
const team = ['coder 2', 'supervisor']
const marks = coded(study).codings.filter(
  (one) => one.interview === interview && one.code.startsWith('integration/') && team.includes(one.coder),
)
const continua = continuaOf([{ id: 'RU-KZ 025', length, coders: team, marks }])
const model = continua.values.indexOf('integration/EU as a model')
const oneCode = continuaOfValue(continua, model)

/** The value both the formula worked by hand and the measure come to. */
function agreed(measured: number | null, byHand: number): string {
  expect(measured).toBeCloseTo(byHand, 12)
  return printed(byHand)
}

const of = (results: Result | ReadonlyMap<string, Result>, code: string) =>
  results instanceof Map ? (results.get(code)?.value ?? null) : null

test('the interview is what docs/agreement.md lays out', () => {
  expect(length).toBe(8633)
  expect(marks.map(({ coder, code, start, end }) => [coder, code.split('/')[1], start, end]).sort()).toEqual([
    ['coder 2', 'EU as a model', 7669, 8122],
    ['coder 2', 'asymmetry', 3366, 3737],
    ['coder 2', 'benefits', 2491, 3193],
    ['supervisor', 'EU as a model', 7658, 8025],
    ['supervisor', "at the other side's expense", 3258, 3737],
    ['supervisor', 'four freedoms', 2491, 3193],
  ])
})

test('the alphas come out as docs/agreement.md works them by hand', () => {
  const all = 2 * 8633
  const pairs = all ** 2 - 14_192 - (2 * 702 ** 2 + 371 ** 2 + 479 ** 2 + 453 ** 2 + 367 ** 2)
  const different = all ** 2 - (14_192 ** 2 + 2 * 702 ** 2 + 371 ** 2 + 479 ** 2 + 820 ** 2)
  expect([different, pairs]).toEqual([94_676_802, 296_407_976])
  expect(entry('u-alpha')).toContain(agreed(uAlpha.compute(continua).value, 1 - 2578 / all / (different / pairs)))
  expect(entry('|u-alpha binary')).toContain(
    agreed(uAlphaBinary.compute(continua).value, 1 - (432 / all) * (pairs / (2 * 14_192 * 3074))),
  )
  expect(entry('cu-alpha')).toContain(
    agreed(cuAlpha.compute(continua).value, 1 - (2146 / 2858) * (6_653_802 / 6_400_330)),
  )
  const kcu = kcuAlpha(continua)
  expect(entry('(k)cu-alpha')).toContain(agreed(of(kcu, 'integration/EU as a model'), 1))
  expect(entry('(k)cu-alpha')).toContain(agreed(of(kcu, 'integration/asymmetry'), 0))
  expect(entry('(k)cu-alpha')).toContain(agreed(of(kcuCoverage(continua), 'integration/EU as a model'), 712 / 820))
  const part = (l: number, room: number) => (2 * l ** 3 - 3 * l ** 2 + l) / 3 + l * l * room
  const expected = ((2 / 8633) * (part(453, 14_638) + part(367, 14_982))) / (all * (all - 1) - 453 * 452 - 367 * 366)
  expect(entry('alpha_U 1995')).toContain(
    agreed(alphaU1995.compute(oneCode).value, 1 - (11 ** 2 + 97 ** 2) / 8633 ** 2 / expected),
  )
})

test("other programs' figures come out as docs/agreement.md works them by hand", () => {
  const [cell] = characterCells(oneCode, 0, ['coder 2'], ['supervisor'])
  expect(cell).toMatchObject({ both: 356, aOnly: 97, bOnly: 11, neither: 8169 })
  const chance = (453 * 367 + 8180 * 8266) / 8633 ** 2
  const same = (356 + 8169) / 8633
  expect(entry('NVivo')).toContain(agreed(cell ? cellAgreement(cell) : null, same))
  expect(entry('NVivo')).toContain(agreed(cell ? cellKappa(cell).value : null, (same - chance) / (1 - chance)))
  const strict = maxqdaReport(continua, 'coder 2', 'supervisor', 0.9)
  expect(strict.segments.agreements).toBe(0)
  expect([strict.occurrence, strict.frequency]).toEqual([
    { both: 1, aOnly: 2, bOnly: 2, neither: 0 },
    { agreements: 1, total: 5 },
  ])
  const loose = maxqdaReport(continua, 'coder 2', 'supervisor', 0.7)
  expect(entry('MAXQDA')).toContain(agreed(maxqdaSegmentKappa(loose).value, (2 / 6 - 1 / 5) / (1 - 1 / 5)))
})

test('gamma comes out as docs/agreement.md works it by hand, chance apart', () => {
  const report = gammaReport(continua)
  if (typeof report === 'string') throw new Error(report)
  const [second, third] = [(108 / 850) ** 2, (108 / 820) ** 2]
  expect(report.observed.disorder).toBeCloseTo((1 + second + 1 + third) / 3, 12)
  expect(report.observed.categorical).toBeCloseTo((1 + 1 - second) / (1 + 1 - second + 1 - third), 12)
  expect(entry('gamma')).toContain(printed(report.gamma.value ?? Number.NaN))
  expect(entry('gamma')).toContain(report.expectedDisorder.toFixed(4))
  expect(entry('gamma')).toContain(`**gamma-cat, sample**`)
  expect(entry('gamma')).toContain(printed(report.gammaCat.value ?? Number.NaN))
  expect(report.gammaK.get('integration/EU as a model')?.value).toBe(1)
})
