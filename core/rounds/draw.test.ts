import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assigned, type Drawable, drawn } from './draw'

const interview = fc.record({
  words: fc.nat(9000),
  section: fc.constantFrom('RB', 'RK'),
  type: fc.constantFrom('official', 'business', undefined),
})
const sample = fc.array(interview, { maxLength: 60 }).map((all) =>
  all.map(
    ({ words, section, type }, i): Drawable => ({
      id: `i${i}`,
      words,
      values: { section, ...(type === undefined ? {} : { type }) },
    }),
  ),
)
const count = (items: readonly string[], is: (one: string) => boolean) => items.filter(is).length

it('draws the share asked, rounded up, of every combination of values, none twice, the same from the same seed', () => {
  fc.assert(
    fc.property(sample, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (all, share, seed) => {
      const rule = { size: { kind: 'share' as const, share }, by: ['section', 'type'], seed }
      const ids = drawn(all, rule)
      expect(new Set(ids).size).toBe(ids.length)
      expect(drawn(all.toReversed(), rule)).toEqual(ids)
      const keys = new Map(all.map((one) => [one.id, JSON.stringify([one.values.section, one.values.type])]))
      for (const key of new Set(keys.values())) {
        const of = count([...keys.values()], (one) => one === key)
        expect(count(ids, (id) => keys.get(id) === key)).toBe(Math.max(0, Math.ceil(share * of - 1e-9)))
      }
    }),
  )
})

it('draws all of a combination that has fewer than the number asked, and different ones from different seeds', () => {
  const all = Array.from(
    { length: 40 },
    (_, i): Drawable => ({ id: `i${i}`, words: 1, values: { s: i < 3 ? 'a' : 'b' } }),
  )
  const of = (seed: number) => drawn(all, { size: { kind: 'number', number: 5 }, by: ['s'], seed })
  expect(of(1)).toHaveLength(8)
  expect(of(1).toSorted()).not.toEqual(of(2).toSorted())
})

it('never gives coders their own interviews, none twice to one, and as many coders each as there are', () => {
  const coders = ['a', 'b', 'c']
  fc.assert(
    fc.property(sample, fc.integer({ min: 1, max: 4 }), fc.nat(), (all, per, seed) => {
      const own = Object.fromEntries(all.map(({ id }, i) => [id, i % 3 === 0 ? ['a'] : i % 3 === 1 ? ['a', 'b'] : []]))
      const given = assigned(all, coders, per, own, seed)
      for (const { id } of all) {
        const theirs = given.filter((one) => one.interviewId === id).map((one) => one.coderId)
        expect(new Set(theirs).size).toBe(theirs.length)
        expect(theirs).toHaveLength(Math.min(per, 3 - (own[id]?.length ?? 0)))
        for (const coder of theirs) expect(own[id]).not.toContain(coder)
      }
    }),
  )
})

it('balances the words: nobody has more than the longest interview above another', () => {
  fc.assert(
    fc.property(sample, fc.nat(), (all, seed) => {
      const given = assigned(all, ['a', 'b', 'c'], 2, {}, seed)
      const words = new Map(all.map((one) => [one.id, Math.max(1, one.words)]))
      const load = ['a', 'b', 'c'].map((coder) =>
        given.filter((one) => one.coderId === coder).reduce((sum, one) => sum + (words.get(one.interviewId) ?? 0), 0),
      )
      expect(Math.max(...load) - Math.min(...load)).toBeLessThanOrEqual(Math.max(0, ...words.values()))
    }),
  )
})
