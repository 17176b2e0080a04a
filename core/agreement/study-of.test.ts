import { describe, expect, it } from 'vitest'
import { answered } from './asked'
import { againstConsensus, byInterview, byPair, byVariable, perQuestion, perSlice } from './breakdowns'
import type { Choice, Material, MaterialCoding, Question } from './material'
import type { Ratings } from './study'
import { continuaStudy, ratingsStudy } from './study-of'

const coding = (interview: string, coder: string, code: string, start: number, end: number): MaterialCoding => ({
  interview,
  coder,
  code,
  start,
  end,
})
const spans = (...ends: number[]) => ends.map((end, i) => ({ start: ends[i - 1] ?? 0, end }))
const interview = (id: string, coders: readonly string[], section: string) => ({
  id,
  length: 100,
  coders,
  interviewer: [{ start: 0, end: 20 }],
  sentences: spans(10, 20, 40, 60, 80, 100),
  turns: spans(20, 60, 100),
  paragraphs: spans(50, 100),
  values: { section },
})
const material: Material = {
  interviews: [
    interview('one', ['Anna', 'Boris', 'consensus'], 'RU-BY'),
    interview('two', ['Anna', 'Boris'], 'RU-KZ'),
    interview('three', ['Anna'], 'RU-KZ'),
  ],
  codes: [
    { id: 'trade', parent: null },
    { id: 'milk', parent: 'trade' },
    { id: 'fuel', parent: 'trade' },
    { id: 'identity', parent: null },
  ],
  codings: [
    coding('one', 'Anna', 'milk', 25, 35),
    coding('one', 'Boris', 'milk', 25, 38),
    coding('one', 'consensus', 'milk', 25, 38),
    coding('one', 'Anna', 'fuel', 62, 70),
    coding('two', 'Boris', 'identity', 5, 90),
    coding('two', 'Anna', 'milk', 30, 45),
    coding('two', 'Anna', 'identity', 40, 60),
  ],
}
const whole: Choice = { unit: 'sentence', withInterviewer: true, rollUp: false, share: 0 }
const milk: Question = { about: 'code', code: 'milk' }
const trade: Question = { about: 'code', code: 'trade' }

/** The rows of a study as text: a code or '' by coder, '-' where the coder was not there. */
function rows(study: ReturnType<typeof ratingsStudy>): string[] {
  if ('reason' in study) throw new Error(study.reason)
  return tableOf(study).map((row) => row.join(' '))
}
function tableOf(study: Ratings): string[][] {
  const m = study.coders.length
  return Array.from(study.weights, (_, row) =>
    study.coders.map((_, i) => study.categories[study.values[row * m + i] ?? -1] ?? '-'),
  )
}

describe('a study of a code', () => {
  it('has a row a sentence and no value for a coder who was not assigned', () => {
    const study = ratingsStudy(material, milk, whole)
    if ('reason' in study) throw new Error(study.reason)
    const none = ['', '', '']
    const absent = ['', '', '-']
    expect(tableOf(study)).toEqual([
      ...[none, none, ['milk', 'milk', 'milk'], none, none, none],
      ...[absent, absent, ['milk', '', '-'], ['milk', '', '-'], absent, absent],
      ...new Array<string[]>(6).fill(['', '-', '-']),
    ])
  })

  it('leaves the interviewer out, with sentences that only the interviewer speaks', () => {
    const study = continuaStudy(material, milk, { ...whole, withInterviewer: false })
    expect(study.documents[0]?.length).toBe(80)
    expect(study.documents[0]?.segments[0]).toEqual([{ start: 5, end: 15, value: 0 }])
    expect(rows(ratingsStudy(material, milk, { ...whole, withInterviewer: false }))).toHaveLength(12)
  })

  it('counts codings of the codes below only when parents are rolled up', () => {
    const found = (rollUp: boolean) =>
      continuaStudy(material, trade, { ...whole, rollUp }).documents[0]?.segments[0]?.length
    expect(found(false)).toBe(0)
    expect(found(true)).toBe(2)
  })

  it('asks for the share of a unit that is set', () => {
    const marked = (share: number) =>
      rows(ratingsStudy(material, milk, { ...whole, share })).filter((row) => row.includes('milk')).length
    expect(marked(0)).toBe(3)
    expect(marked(0.5)).toBe(2)
    expect(marked(0.9)).toBe(0)
  })

  it('takes whole interviews, turns, paragraphs and the coders’ passages as units', () => {
    const count = (unit: Choice['unit'], share = 0) =>
      rows(ratingsStudy(material, milk, { ...whole, unit, share })).length
    expect(count('interview')).toBe(3)
    expect(count('turn')).toBe(9)
    expect(count('paragraph')).toBe(6)
    // 25-35 and 25-38 share ten of thirteen characters: one passage at 70 %, two at 90 %.
    expect(count('passage', 0.7)).toBe(2)
    expect(count('passage', 0.9)).toBe(3)
  })
})

describe('a group of codes that exclude each other', () => {
  const group: Question = { about: 'group', codes: ['milk', 'identity'] }
  it('has no study where a coder gave two of them, but says which passage of the interview it was', () => {
    for (const withInterviewer of [true, false]) {
      const { result } = answered(material, {
        measure: 'u_alpha_nominal',
        question: group,
        choice: { ...whole, withInterviewer },
      })
      expect(result).toEqual({
        value: null,
        reason: 'not_exclusive',
        overlaps: [{ interview: 'two', coder: 'Anna', start: 40, end: 45, values: ['milk', 'identity'] }],
      })
    }
    expect(ratingsStudy(material, group, whole)).toMatchObject({
      reason: 'not_exclusive',
      overlaps: [{ start: 40, end: 60 }],
    })
  })
})

describe('breakdowns', () => {
  const asked = { measure: 'alpha_nominal', question: milk, choice: whole }
  it('by pair, against consensus, by interview and by variable are the figures of the parts alone', () => {
    expect(perSlice(byPair(material, 'consensus'), asked).map(({ key }) => key)).toEqual([['Anna', 'Boris']])
    expect(
      perSlice(againstConsensus(material, 'consensus'), asked).map(({ key, result }) => [key[0], result.value]),
    ).toEqual([
      ['Anna', 1],
      ['Boris', 1],
    ])
    expect(perSlice(byInterview(material), asked).map(({ key }) => key[0])).toEqual(['one', 'two'])
    const sections = perSlice(byVariable(material, 'section'), asked)
    expect(sections.map(({ key, interviews }) => [key[0], interviews])).toEqual([
      ['RU-BY', 1],
      ['RU-KZ', 1],
    ])
    expect(sections[0]?.result.value).toBe(1)
    expect(sections[1]?.result.value).toBeLessThan(0.1)
  })

  it('per code say how much is coded and in how many interviews, and give a reason for a code nobody used', () => {
    const questions = ['milk', 'trade'].map((code): Question => ({ about: 'code', code }))
    const [first, second] = perQuestion(material, questions, { measure: 'u_alpha_binary', choice: whole })
    // Characters of milk over all characters of interviews with two coders: (10 + 13 + 13 + 15) / (3 * 100 + 2 * 100).
    expect(first).toMatchObject({ key: ['milk'], prevalence: 51 / 500, interviews: 2, marked: 2 })
    expect(second).toMatchObject({
      key: ['trade'],
      result: { value: null, reason: 'no_variation' },
      prevalence: 0,
      marked: 0,
    })
  })

  it('throw for a measure that does not exist', () => {
    expect(() => answered(material, { ...asked, measure: 'delta' })).toThrow(RangeError)
  })
})
