import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { randomFrom, randomIndex } from '@/core/agreement/random'
import { agreementOfStudyFile } from './agreement'
import type { Printed } from './answer'

const folder = ['..', '../..']
  .map((up) => resolve(process.cwd(), up, 'shared/agreement/vectors/public'))
  .find((path) => existsSync(path))

type Nested = number | null | readonly Nested[] | { readonly [name: string]: Nested }
const nested: z.ZodType<Nested> = z.lazy(() =>
  z.union([z.number(), z.null(), z.array(nested), z.record(z.string(), nested)]),
)
const vector = z.looseObject({
  id: z.string(),
  source: z.string(),
  expected: z.record(z.string(), nested),
  tolerance: z.record(z.string(), z.number()),
  exact: z.looseObject({ values: z.record(z.string(), nested) }).optional(),
  reasons: z.record(z.string(), z.string()).optional(),
})

/** Numbers and nulls of a nested value, each with its path. */
function leaves(value: Nested | Printed, path: readonly string[]): [readonly string[], number | null][] {
  if (value === null || typeof value === 'number') return [[path, value]]
  return Object.entries(value).flatMap(([name, part]) => leaves(part, [...path, name]))
}

function toleranceAt(path: readonly string[], tolerance: Readonly<Record<string, number>>): number {
  const named = [...path].reverse().find((name) => tolerance[name] !== undefined)
  return tolerance[named ?? 'default'] ?? 1e-9
}

describe.skipIf(!folder)(
  'published figures (skipped when the folder shared/agreement is not beside the checkout)',
  () => {
    const files = folder ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
    it.each(files)(
      '%s is reproduced to its tolerance, and to full precision where the definition is the same',
      async (name) => {
        const path = join(folder ?? '', name)
        const { source, expected, tolerance, exact, reasons } = vector.parse(JSON.parse(readFileSync(path, 'utf8')))
        const answer = await agreementOfStudyFile(path)
        const got = new Map(leaves(answer.values, []).map(([at, value]) => [at.join('/'), value]))
        for (const [at, value] of leaves(expected, [])) {
          const ours = got.get(at.join('/'))
          const where = `${at.join('/')} of ${source}`
          if (value === null) {
            expect(ours, where).toBeNull()
            expect(answer.reasons[at.join('/')], where).toBeDefined()
          } else {
            expect(ours, where).toBeTypeOf('number')
            expect(Math.abs((ours ?? Number.NaN) - value), where).toBeLessThanOrEqual(
              toleranceAt(at, tolerance) + 1e-12,
            )
          }
        }
        for (const [at, value] of leaves(exact?.values ?? {}, [])) {
          const ours = got.get(at.join('/'))
          if (value === null) expect(ours, at.join('/')).toBeNull()
          else expect(ours, at.join('/')).toBeCloseTo(value, 9)
        }
        for (const [at, reason] of Object.entries(reasons ?? {})) {
          if (reason.includes(' ')) continue
          for (const [path, given] of Object.entries(answer.reasons))
            if (at === path || at === 'default') expect(given).toBe(reason)
        }
      },
    )
  },
)

describe('a study file', () => {
  const home = mkdtempSync(join(tmpdir(), 'agreement-'))
  afterAll(() => rmSync(home, { recursive: true }))
  const ask = (data: unknown, measures: readonly string[]) => {
    const path = join(home, 'study.json')
    writeFileSync(path, JSON.stringify({ data, measures }))
    return agreementOfStudyFile(path)
  }
  const all = ['alpha_nominal', 'cohen_kappa', 'fleiss_kappa', 'gwet_ac1', 'percent_agreement']

  it('answers Krippendorff 2019, p. 290, to full precision', async () => {
    const units = [
      ['B', 'B', null, 'B'],
      ['L', 'L', 'P', 'L'],
      ['P', 'P', 'P', 'P'],
      ['P', 'P', 'P', 'P'],
      ['L', 'L', 'L', 'L'],
      ['B', 'L', 'P', 'C'],
      ['C', 'C', 'C', 'C'],
      ['B', 'B', 'L', 'B'],
      ['L', 'L', 'L', 'L'],
      [null, 'F', 'F', 'F'],
      [null, null, 'B', 'B'],
      [null, null, 'P', null],
    ]
    const { values, reasons } = await ask({ kind: 'ratings', units }, ['alpha_nominal'])
    expect(values).toEqual({ alpha_nominal: 0.743421052631579 })
    expect(reasons).toEqual({})
  })

  it.each([
    ['no units', [], 'empty'],
    [
      'no values',
      [
        [null, null],
        [null, null],
      ],
      'empty',
    ],
    ['one coder', [['a'], ['b']], 'one_coder'],
    [
      'no unit of two coders',
      [
        ['a', null],
        [null, 'b'],
      ],
      'no_pairable',
    ],
    [
      'one value only',
      [
        ['a', 'a'],
        ['a', 'a'],
      ],
      'no_variation',
    ],
  ])('with %s says why there is no figure', async (_, units, reason) => {
    const { values, reasons } = await ask({ kind: 'ratings', units }, all)
    for (const name of all.slice(0, 4)) {
      expect(values[name]).toBeNull()
      expect(reasons[name]).toBe(reason)
    }
  })

  it('names the reason when one coder overlaps two values that exclude each other, and still answers by code', async () => {
    const segments = [
      { coder: 'A', start: 0, end: 10, code: 'x' },
      { coder: 'A', start: 5, end: 15, code: 'y' },
      { coder: 'B', start: 0, end: 10, code: 'x' },
    ]
    const data = { kind: 'continuum', continuum: { length: 40, coders: ['A', 'B'], segments } }
    const { values, reasons } = await ask(data, ['u_alpha_nominal', 'u_alpha_binary_by_code', 'cohen_kappa'])
    expect(reasons).toEqual({ u_alpha_nominal: 'not_exclusive', cohen_kappa: 'not_exclusive' })
    expect(values.u_alpha_binary_by_code).toEqual({ x: 1, y: expect.any(Number) })
  })

  it('folds codes into the groups of a code map, leaves the others out, and answers per code and per group', async () => {
    const segments = [
      { coder: 'A', start: 0, end: 10, code: 'x' },
      { coder: 'B', start: 0, end: 10, code: 'y' },
      { coder: 'A', start: 20, end: 30, code: 'other' },
      { coder: 'A', start: 30, end: 35, code: 'z' },
      { coder: 'B', start: 30, end: 35, code: 'z' },
    ]
    const data = {
      kind: 'continuum',
      code_map: { x: 'G', y: 'G', z: 'H' },
      continuum: { length: 40, coders: ['A', 'B'], segments },
    }
    const { values } = await ask(data, ['u_alpha_nominal', 'cu_alpha_nominal', 'char_alpha_by_code'])
    expect(values.u_alpha_nominal).toBe(1)
    expect(values.cu_alpha_nominal).toBe(1)
    expect(Object.keys(z.record(z.string(), z.unknown()).parse(values.char_alpha_by_code))).toEqual([
      'G',
      'H',
      'x',
      'y',
      'other',
      'z',
    ])
  })

  it('is refused with the place of the fault when it is not of the shape', async () => {
    await expect(ask({ kind: 'ratings', units: 'a b' }, all)).rejects.toThrow(/units/)
    await expect(agreementOfStudyFile(join(home, 'nowhere.json'))).rejects.toThrow(/nowhere/)
  })

  it('answers every measure of texts on five coders and texts some were not assigned to, never with NaN', async () => {
    const coders = ['A', 'B', 'C', 'D', 'E']
    const documents = [0, 1, 2].map((id) => ({
      id: `d${id}`,
      length: 200,
      coders: coders.slice(0, 5 - id),
      segments: coders.slice(0, 5 - id).flatMap((coder, i) => [
        { coder, start: 10 + i, end: 30 + i, code: 'x' },
        { coder, start: 60, end: 80 + id, code: 'y' },
      ]),
    }))
    const { values } = await ask({ kind: 'documents', documents }, [])
    for (const [path, value] of leaves(values, []))
      expect(value === null || Number.isFinite(value), path.join('/')).toBe(true)
  })

  it('takes names that mean something to JavaScript as names', async () => {
    const units = [
      ['x', 'y'],
      ['x', 'x'],
    ]
    const unknown = ['nonsense', 'toString', 'constructor', '__proto__']
    const { values, reasons } = await ask({ kind: 'ratings', units }, unknown)
    expect(Object.entries(values)).toEqual(unknown.map((name) => [name, null]))
    expect(Object.values(reasons)).toEqual(unknown.map(() => 'not_applicable'))
    const segments = ['A', 'B'].map((coder) => ({ coder, start: 0, end: 4, code: '__proto__' }))
    const continuum = { length: 9, coders: ['A', 'B'], segments }
    const ofTexts = await ask({ kind: 'continuum', continuum }, ['u_alpha_binary_by_code', 'toString'])
    expect(JSON.stringify(ofTexts.values)).toBe('{"u_alpha_binary_by_code":{"__proto__":1},"toString":null}')
  })

  it.each([
    ['a table that is not square', { kind: 'table', table: [[1, 2], [3]] }, /table/],
    ['a negative count', { kind: 'counts', counts: [[1, -1]] }, /counts/],
    ['a negative length', { kind: 'continuum', continuum: { length: -1, segments: [] } }, /length/],
    [
      'a coder listed twice',
      { kind: 'continuum', continuum: { length: 9, coders: ['A', 'A'], segments: [] } },
      /listed twice/,
    ],
  ])('is refused for %s', async (_, data, message) => {
    await expect(ask(data, all)).rejects.toThrow(message)
  })

  it('answers five coders with fifty codes and missing values, the same however coders are ordered', async () => {
    const random = randomFrom(9)
    const units = Array.from({ length: 300 }, () =>
      Array.from({ length: 5 }, () => (random() < 0.3 ? null : `code ${randomIndex(random, 50)}`)),
    )
    const names = ['alpha_nominal', 'fleiss_kappa', 'conger_kappa', 'gwet_ac1', 'brennan_prediger', 'holsti']
    const one = await ask({ kind: 'ratings', units }, [])
    for (const [path, value] of leaves(one.values, []))
      if (value !== null) expect(Number.isFinite(value), path.join('/')).toBe(true)
    const turned = await ask({ kind: 'ratings', units: units.map((row) => row.toReversed()) }, names)
    for (const name of names) expect(turned.values[name]).toBeCloseTo(Number(one.values[name]), 12)
  })
})
