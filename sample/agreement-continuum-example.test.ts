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
const printed = (value: number) => `**${value.toFixed(4).replace(/^(-?)0/, '$1')}**`

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
const freedoms = continua.values.indexOf('integration/four freedoms')
const oneCode = continuaOfValue(continua, freedoms)

/** The value both the formula worked by hand and the measure come to. */
function agreed(measured: number | null, byHand: number): string {
  expect(measured).toBeCloseTo(byHand, 12)
  return printed(byHand)
}

const of = (results: Result | ReadonlyMap<string, Result>, code: string) =>
  results instanceof Map ? (results.get(code)?.value ?? null) : null

test('the interview is what docs/agreement.md lays out', () => {
  expect(length).toBe(8970)
  expect(marks.map(({ coder, code, start, end }) => [coder, code.split('/')[1], start, end]).sort()).toEqual([
    ['coder 2', 'asymmetry', 5867, 6304],
    ['coder 2', 'asymmetry', 7446, 7888],
    ['coder 2', "at the other side's expense", 6971, 7206],
    ['coder 2', 'four freedoms', 5409, 5798],
    ['supervisor', 'asymmetry', 7446, 7925],
    ['supervisor', "at the other side's expense", 5867, 6192],
    ['supervisor', "at the other side's expense", 6915, 7411],
    ['supervisor', 'four freedoms', 5563, 5760],
  ])
})

test('the alphas come out as docs/agreement.md works them by hand', () => {
  const all = 2 * 8970
  const squares = [389, 197, 437, 325, 235, 496, 442, 479].reduce((sum, l) => sum + l * l, 0)
  const pairs = all ** 2 - 14_940 - squares
  const different = all ** 2 - (14_940 ** 2 + 586 ** 2 + 1358 ** 2 + 1056 ** 2)
  expect([different, pairs]).toEqual([95_337_304, 320_615_890])
  expect(entry('u-alpha')).toContain(agreed(uAlpha.compute(continua).value, 1 - 1854 / all / (different / pairs)))
  expect(entry('|u-alpha binary')).toContain(
    agreed(uAlphaBinary.compute(continua).value, 1 - (1204 / all) * (pairs / (2 * 14_940 * 3000))),
  )
  expect(entry('cu-alpha')).toContain(
    agreed(cuAlpha.compute(continua).value, 1 - (650 / 2398) * (4_960_358 / 3_501_462)),
  )
  const kcu = kcuAlpha(continua)
  expect(entry('(k)cu-alpha')).toContain(agreed(of(kcu, 'integration/four freedoms'), 1))
  const asymmetry = ((2398 * 1209 - (325 ** 2 + 2 * 442 ** 2)) / 1209) * ((1209 - 884) / (1209 * (2398 - 1209)))
  expect(entry('(k)cu-alpha')).toContain(agreed(of(kcu, 'integration/asymmetry'), 1 - asymmetry))
  expect(entry('(k)cu-alpha')).toContain(agreed(of(kcuCoverage(continua), 'integration/four freedoms'), 394 / 586))
  const part = (l: number, room: number) => (2 * l ** 3 - 3 * l ** 2 + l) / 3 + l * l * room
  const expected = ((2 / 8970) * (part(389, 15_802) + part(197, 16_570))) / (all * (all - 1) - 389 * 388 - 197 * 196)
  expect(entry('alpha_U 1995')).toContain(
    agreed(alphaU1995.compute(oneCode).value, 1 - (154 ** 2 + 38 ** 2) / 8970 ** 2 / expected),
  )
})

test("other programs' figures come out as docs/agreement.md works them by hand", () => {
  const [cell] = characterCells(oneCode, 0, ['coder 2'], ['supervisor'])
  expect(cell).toMatchObject({ both: 197, aOnly: 192, bOnly: 0, neither: 8581 })
  const chance = (389 * 197 + 8581 * 8773) / 8970 ** 2
  const same = (197 + 8581) / 8970
  expect(entry('NVivo')).toContain(agreed(cell ? cellAgreement(cell) : null, same))
  expect(entry('NVivo')).toContain(agreed(cell ? cellKappa(cell).value : null, (same - chance) / (1 - chance)))
  const strict = maxqdaReport(continua, 'coder 2', 'supervisor', 0.9)
  expect([strict.occurrence, strict.frequency, strict.segments]).toEqual([
    { both: 3, aOnly: 0, bOnly: 0, neither: 0 },
    { agreements: 1, total: 3 },
    { agreements: 2, aOnly: 3, bOnly: 3 },
  ])
  expect(entry('MAXQDA')).toContain(agreed(maxqdaSegmentKappa(strict).value, (2 / 8 - 1 / 3) / (1 - 1 / 3)))
  const loose = maxqdaReport(continua, 'coder 2', 'supervisor', 0.45)
  expect(entry('MAXQDA')).toContain(agreed(maxqdaSegmentKappa(loose).value, (6 / 8 - 1 / 3) / (1 - 1 / 3)))
})

test('gamma comes out as docs/agreement.md works it by hand, chance apart', () => {
  const report = gammaReport(continua)
  if (typeof report === 'string') throw new Error(report)
  const [first, second, third, fourth] = [(192 / 586) ** 2, (112 / 762) ** 2, (261 / 731) ** 2, (37 / 921) ** 2]
  expect(report.observed.disorder).toBeCloseTo((first + second + 1 + third + fourth) / 4, 12)
  expect(report.observed.categorical).toBeCloseTo((1 - second) / (4 - first - second - third - fourth), 12)
  expect(entry('gamma')).toContain(printed(report.gamma.value ?? Number.NaN))
  expect(entry('gamma')).toContain(report.expectedDisorder.toFixed(4))
  expect(entry('gamma')).toContain(`**gamma-cat, sample**`)
  expect(entry('gamma')).toContain(printed(report.gammaCat.value ?? Number.NaN))
  expect(report.gammaK.get('integration/four freedoms')?.value).toBe(1)
})
