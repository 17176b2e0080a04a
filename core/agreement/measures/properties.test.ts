import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { charactersAsRatings } from '../characters'
import { randomFrom, randomIndex } from '../random'
import { type Continua, continuaOf, type MarkedText, ratingsOf } from '../study'
import { continuaMeasures, otherContinuaMeasures, ratingsMeasures } from '.'
import { alphaNominal } from './alpha-nominal'
import { alphaU1995 } from './alpha-u-1995'
import { charAlphaWithGap, charCuAlpha } from './char-alpha'
import { cuAlpha, kcuAlpha } from './cu-alpha'
import { fleissByCategory } from './fleiss-kappa'
import { nvivo } from './nvivo'
import { uAlpha, uAlphaBinary } from './u-alpha'

const cell = fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null, freq: 4 })
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((m) => fc.array(fc.array(cell, { minLength: m, maxLength: m }), { maxLength: 12 }))

const coders = ['A', 'B', 'C', 'D']

/** Texts where a coder's marks never overlap: pieces by length, some of them given a code. */
const text = fc.integer({ min: 2, max: 4 }).chain((m) =>
  fc
    .array(fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('x', 'y', 'z', null)), { maxLength: 6 }), {
      minLength: m,
      maxLength: m,
    })
    .map((lines): MarkedText => {
      const marks = lines.flatMap((line, i) => {
        let start = 0
        return line.flatMap(([length, code]) => {
          const end = start + length
          const mark = code === null ? [] : [{ coder: coders[i] ?? '', start, end, code }]
          start = end
          return mark
        })
      })
      return { id: 't', length: 40, coders: coders.slice(0, m), marks }
    }),
)
const texts = fc.array(text, { minLength: 1, maxLength: 3 })

const ofContinua = [...continuaMeasures, ...otherContinuaMeasures]

describe('every measure', () => {
  it('is a finite number with its units, or a reason, for any table of values', () => {
    fc.assert(
      fc.property(table, (units) => {
        const study = ratingsOf(units)
        for (const measure of ratingsMeasures) {
          const result = measure.compute(study)
          if (result.value === null) expect(result.reason).not.toBe('not_applicable')
          else expect(Number.isFinite(result.value) && result.value <= 1 + 1e-9).toBe(true)
        }
      }),
    )
  })

  it('does not change when coders are put in another order and codes are renamed', () => {
    fc.assert(
      fc.property(table, fc.integer(), (units, seed) => {
        const m = units[0]?.length ?? 2
        const order = Array.from({ length: m }, (_, i) => i)
        const random = randomFrom(seed)
        order.sort(() => random() - 0.5)
        const renamed = units.map((row) => order.map((i) => row[i] && `code ${row[i]?.charCodeAt(0)}`))
        for (const measure of ratingsMeasures) {
          const [before, after] = [measure.compute(ratingsOf(units)), measure.compute(ratingsOf(renamed))]
          if (before.value === null) expect(after.value).toBeNull()
          else expect(after.value, measure.id).toBeCloseTo(before.value, 9)
        }
      }),
    )
  })

  it('gives identical coders 1', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 2, max: 5 }),
        (values, m) => {
          const study = ratingsOf(values.map((value) => new Array<string>(m).fill(value)))
          for (const measure of ratingsMeasures)
            expect([1, 'none'], measure.id).toContain(rounded(measure.compute(study).value))
        },
      ),
    )
  })

  it('gives coders who mark the same 1 on texts too', () => {
    fc.assert(
      fc.property(text, (one) => {
        const [first] = one.coders
        const own = one.marks.filter(({ coder }) => coder === first)
        const same = { ...one, marks: one.coders.flatMap((coder) => own.map((mark) => ({ ...mark, coder }))) }
        for (const measure of ofContinua)
          expect([1, 'none'], measure.id).toContain(rounded(measure.compute(continuaOf([same])).value))
      }),
    )
  })

  it('gives coders who choose at random about 0, those that correct for chance', () => {
    const random = randomFrom(11)
    const study = ratingsOf(Array.from({ length: 20_000 }, () => [0, 1, 2].map(() => randomIndex(random, 4))))
    for (const measure of ratingsMeasures) {
      if (/percent|holsti/.test(measure.id)) continue
      expect(Math.abs(measure.compute(study).value ?? 1), measure.id).toBeLessThan(0.02)
    }
  })

  it('is a finite number or a reason on any texts, and does not change when coders and codes are renamed', () => {
    fc.assert(
      fc.property(texts, (some) => {
        const renamed = some.map((one) => ({
          ...one,
          coders: one.coders.map((coder) => `x${coder}`),
          marks: one.marks.map((mark) => ({ ...mark, coder: `x${mark.coder}`, code: `${mark.code}!` })),
        }))
        for (const measure of [...continuaMeasures, alphaU1995, nvivo]) {
          const [before, after] = [measure.compute(continuaOf(some)), measure.compute(continuaOf(renamed))]
          if (before.value === null) expect(after.value).toBeNull()
          else expect(after.value, measure.id).toBeCloseTo(before.value, 9)
        }
      }),
    )
  })

  it('does not change when a text is split where nobody marked anything', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 39 }), (some, wish) => {
        const split = some.flatMap((one) => {
          const free = one.marks.every(({ start, end }) => end <= wish || start >= wish)
          if (!free) return [one]
          const left = one.marks.filter(({ end }) => end <= wish)
          const right = one.marks.filter(({ start }) => start >= wish)
          return [
            { ...one, id: 'left', length: wish, marks: left },
            {
              ...one,
              id: 'right',
              length: one.length - wish,
              marks: right.map((mark) => ({ ...mark, start: mark.start - wish, end: mark.end - wish })),
            },
          ]
        })
        for (const measure of [...continuaMeasures, alphaU1995]) {
          const [before, after] = [measure.compute(continuaOf(some)), measure.compute(continuaOf(split))]
          if (before.value === null) expect(after.value).toBeNull()
          else expect(after.value, measure.id).toBeCloseTo(before.value, 9)
        }
      }),
    )
  })

  it('has a reason for a code nobody used', () => {
    const unused = ratingsOf(
      [
        ['a', 'a'],
        ['b', 'a'],
      ],
      { categories: ['a', 'b', 'c'] },
    )
    const byCategory = fleissByCategory(unused)
    expect(byCategory instanceof Map && byCategory.get('c')).toMatchObject({ value: null, reason: 'no_variation' })
    const marks = [
      { coder: 'A', start: 0, end: 5, code: 'x' },
      { coder: 'B', start: 0, end: 5, code: 'x' },
    ]
    const study = continuaOf([{ id: 't', length: 10, coders: ['A', 'B'], marks }], (code) => code, ['x', 'unused'])
    const byValue = kcuAlpha(study)
    expect(byValue instanceof Map && byValue.get('unused')).toMatchObject({ value: null, reason: 'no_pairable' })
  })
})

function rounded(value: number | null): number | 'none' {
  return value === null ? 'none' : Math.round(value * 1e9) / 1e9
}

/** The 2016 formulas with one entry a character, as they stand in the paper. */
function characterByCharacter(study: Continua): { u: number; binary: number } | null {
  const values = [...study.values.keys(), -1]
  let [length, observed, folded] = [0, 0, 0]
  const margins = new Map(values.map((value) => [value, 0]))
  const squares = new Map(values.map((value) => [value, 0]))
  const add = (map: Map<number, number>, value: number, by: number) => map.set(value, (map.get(value) ?? 0) + by)
  for (const { length: L, segments } of study.documents) {
    const m = segments.length
    const at = (own: (typeof segments)[number], place: number) =>
      own.find(({ start, end }) => start <= place && place < end)?.value ?? -1
    length += m * L
    for (let place = 0; place < L; place++) {
      const given = segments.map((own) => at(own, place))
      given.forEach((a, i) => {
        add(margins, a, 1)
        given.forEach((b, j) => {
          if (i === j) return
          if (a !== b) observed += 1 / (m - 1)
          if ((a === -1) !== (b === -1)) folded += 1 / (m - 1)
        })
      })
    }
    for (const own of segments) for (const { start, end, value } of own) add(squares, value, (end - start) ** 2)
  }
  squares.set(-1, margins.get(-1) ?? 0)
  const pairs = length ** 2 - [...squares.values()].reduce((a, b) => a + b, 0)
  let [expected, expectedFolded] = [0, 0]
  for (const c of values)
    for (const k of values) {
      if (c === k) continue
      const eps = (length * (margins.get(c) ?? 0) * (margins.get(k) ?? 0)) / pairs
      expected += eps
      if (c === -1 || k === -1) expectedFolded += eps
    }
  return pairs > 0 && expected > 0 && expectedFolded > 0
    ? { u: 1 - observed / expected, binary: 1 - folded / expectedFolded }
    : null
}

it('u-alpha and |u-alpha binary by runs are those counted character by character', () => {
  fc.assert(
    fc.property(texts, (some) => {
      const study = continuaOf(some)
      const slow = characterByCharacter(study)
      if (!slow) return
      expect(uAlpha.compute(study).value).toBeCloseTo(slow.u, 9)
      expect(uAlphaBinary.compute(study).value).toBeCloseTo(slow.binary, 9)
    }),
  )
})

it('alpha over the characters as ratings is alpha over characters from the tallies, the gap a value or missing', () => {
  fc.assert(
    fc.property(texts, (some) => {
      const study = continuaOf(some)
      const ways = [
        [charAlphaWithGap, 'value'],
        [charCuAlpha, 'missing'],
      ] as const
      for (const [measure, gap] of ways) {
        const [fast, slow] = [measure.compute(study), alphaNominal.compute(charactersAsRatings(study, gap))]
        if (fast.value === null) expect(slow.value).toBeNull()
        else expect(slow.value).toBeCloseTo(fast.value, 9)
      }
    }),
  )
})

/** cu-alpha and (k)cu-alpha with one entry a character: coincidences of marked characters, corrected by pairable lengths. */
function codingCharacterByCharacter(study: Continua): { cu: number; byValue: (number | null)[] } | null {
  const q = study.values.length
  const l = Array.from({ length: q }, () => new Array<number>(q).fill(0))
  const squares = new Array<number>(q).fill(0)
  for (const { length, segments } of study.documents) {
    const m = segments.length
    const at = (i: number, place: number) =>
      segments[i]?.find(({ start, end }) => start <= place && place < end)?.value ?? -1
    const others = (i: number, place: number) =>
      [...segments.keys()].filter((j) => j !== i && at(j, place) >= 0).length / (m - 1)
    for (let place = 0; place < length; place++) {
      for (const i of segments.keys()) {
        for (const j of segments.keys()) {
          const row = l[at(i, place)]
          const other = at(j, place)
          if (i !== j && row && other >= 0) row[other] = (row[other] ?? 0) + 1 / (m - 1)
        }
      }
    }
    segments.forEach((own, i) => {
      for (const { start, end, value } of own) {
        let paired = 0
        for (let place = start; place < end; place++) paired += others(i, place)
        squares[value] = (squares[value] ?? 0) + paired ** 2
      }
    })
  }
  const margins = l.map((row) => row.reduce((a, b) => a + b, 0))
  const length = margins.reduce((a, b) => a + b, 0)
  const pairs = length ** 2 - squares.reduce((a, b) => a + b, 0)
  const eps = (c: number, k: number) =>
    (length * ((margins[c] ?? 0) * (margins[k] ?? 0) - (c === k ? (squares[c] ?? 0) : 0))) / pairs
  const kinds = margins.filter((margin) => margin > 1e-9).length
  if (kinds < 2 || pairs <= 1e-9) return null
  let [observed, expected] = [0, 0]
  for (let c = 0; c < q; c++)
    for (let k = 0; k < q; k++) {
      if (c === k) continue
      observed += l[c]?.[k] ?? 0
      expected += eps(c, k)
    }
  const byValue = margins.map((margin, k) => {
    if (margin < 1e-9) return null
    const all = margins.reduce((sum, _, c) => sum + eps(c, k), 0)
    return 1 - (all / margin) * ((margin - (l[k]?.[k] ?? 0)) / (all - eps(k, k)))
  })
  return { cu: 1 - observed / expected, byValue }
}

it('cu-alpha and (k)cu-alpha by runs are those counted character by character', () => {
  fc.assert(
    fc.property(texts, (some) => {
      const study = continuaOf(some)
      const slow = codingCharacterByCharacter(study)
      if (!slow) {
        expect(cuAlpha.compute(study).value).toBeNull()
        return
      }
      expect(cuAlpha.compute(study).value).toBeCloseTo(slow.cu, 8)
      const byValue = kcuAlpha(study)
      const ours = byValue instanceof Map ? [...byValue.values()].map(({ value }) => value) : []
      slow.byValue.forEach((value, k) => {
        if (value === null) expect(ours[k]).toBeNull()
        else expect(ours[k]).toBeCloseTo(value, 8)
      })
    }),
  )
})
