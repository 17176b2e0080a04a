import { describe, expect, test } from 'vitest'
import type { Variable } from '@/core/variable'
import type { Excerpt } from './excerpt'
import { reference, usualReference, variableNamed } from './reference'

const variable = (id: string, name: string): Variable => ({ id, name, kind: 'text', categories: [] })
const variables = [
  variable('s', 'Section'),
  variable('t', 'Stakeholder type'),
  variable('r', 'region'),
  variable('y', 'Год'),
]
const excerpt = (values: Record<string, string>): Excerpt => ({
  ...{ id: 'c', quote: 'q', comment: '', start: 0, end: 1, words: 1, coder: 'Anna', time: 3725, before: '', after: '' },
  translations: [],
  code: { id: 'k', name: 'milk', path: 'trade/milk', colour: 0 },
  interview: { id: 'i', name: 'RB-017', values },
  speakers: [{ name: 'Респондент', role: 'respondent' }],
})

describe('a reference', () => {
  test('fills its slots with variables in any case, by the beginning of their names, and with the interview', () => {
    const { cite, unknown } = reference('[{section}, {stakeholder}, {REGION}, {год}, {interview}]', variables)
    expect(unknown).toEqual([])
    expect(cite(excerpt({ s: 'RU-BY', t: 'business', r: 'Pskov', y: '2016' }))).toBe(
      '[RU-BY, business, Pskov, 2016, RB-017]',
    )
  })
  test('leaves out a slot without a value together with its comma', () => {
    const { cite } = reference('[{section}, {region}, {interview}]', variables)
    expect(cite(excerpt({ s: 'RU-BY' }))).toBe('[RU-BY, RB-017]')
    expect(cite(excerpt({ r: 'Pskov' }))).toBe('[Pskov, RB-017]')
  })
  test('says which slots mean nothing and does without them', () => {
    const { cite, unknown } = reference(usualReference, variables)
    expect(unknown).toEqual(['{year}'])
    expect(cite(excerpt({ s: 'RU-BY' }))).toBe('[RU-BY, RB-017]')
  })
  test('knows code, coder, speaker and time in both languages, and nothing that objects inherit', () => {
    const { cite, unknown } = reference('{код} {coder} {speaker} ({time}) {constructor}', variables)
    expect(unknown).toEqual(['{constructor}'])
    expect(cite(excerpt({}))).toBe('trade/milk Anna Респондент (01:02:05)')
  })
  test('without a slot is the template itself', () => {
    expect(reference('(see appendix)', variables).cite(excerpt({}))).toBe('(see appendix)')
  })
})

test('a name that could mean two variables means none', () => {
  expect(variableNamed([variable('a', 'Side A'), variable('b', 'Side B')], 'side')).toBeNull()
  expect(variableNamed([variable('a', 'Side'), variable('b', 'Side B')], 'side')?.id).toBe('a')
})
