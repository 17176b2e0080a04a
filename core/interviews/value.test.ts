import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkedValue, tidyCategories } from './value'

const of = (kind: 'text' | 'number' | 'date', input: string) => checkedValue({ kind, categories: [] }, input)
const stored = (value: string | null) => ({ ok: true, value })

describe('a checked value', () => {
  it('is none when the text is blank, whatever the kind', () => {
    for (const kind of ['text', 'number', 'date', 'category'] as const)
      expect(checkedValue({ kind, categories: ['a'] }, ' \u00A0 ')).toEqual(stored(null))
  })

  it('takes a number with a decimal comma, blanks between thousands and a typographic minus', () => {
    expect(of('number', '3,5')).toEqual(stored('3.5'))
    expect(of('number', '12 500')).toEqual(stored('12500'))
    expect(of('number', '1\u00A0200\u00A0000,25')).toEqual(stored('1200000.25'))
    expect(of('number', '−4')).toEqual(stored('-4'))
    expect(of('number', '0,125')).toEqual(stored('0.125'))
    expect(of('number', '-0')).toEqual(stored('0'))
  })

  it('refuses a number that reads as two different ones, and what is no number', () => {
    for (const input of ['1,200', '12-3', 'about 5', '1.2.3', '0x10', 'Infinity', '1e999', '5 000 0'])
      expect(of('number', input), input).toEqual({ ok: false, problem: 'notANumber' })
  })

  it('takes dates that exist, written from the year or the Russian way', () => {
    expect(of('date', '2016-02-29')).toEqual(stored('2016-02-29'))
    expect(of('date', '9.5.2017')).toEqual(stored('2017-05-09'))
    for (const input of ['2017-02-29', '31.11.2016', '2016', '5/9/2016', '2016-13-01'])
      expect(of('date', input), input).toEqual({ ok: false, problem: 'notADate' })
  })

  it('finds a category whatever its case, blanks and ё, and spells it as the variable does', () => {
    const variable = { kind: 'category', categories: ['Орёл', 'RU-BY'] } as const
    expect(checkedValue(variable, ' ОРЕЛ ')).toEqual(stored('Орёл'))
    expect(checkedValue(variable, 'ru-by')).toEqual(stored('RU-BY'))
    expect(checkedValue(variable, 'RU-KZ')).toEqual({ ok: false, problem: 'notACategory' })
  })

  it('is stable: what is stored checks as itself', () => {
    const kinds = fc.constantFrom('text', 'number', 'date', 'category')
    const input = fc.oneof(fc.string(), fc.double().map(String), fc.constantFrom('1.2.2016', 'b', ' A '))
    fc.assert(
      fc.property(kinds, input, (kind, text) => {
        const variable = { kind, categories: ['a', 'B'] } as const
        const first = checkedValue(variable, text)
        if (!first.ok || first.value === null) return
        expect(checkedValue(variable, first.value)).toEqual(first)
      }),
    )
  })

  it('gives back every finite number it is told in JavaScript’s notation', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(of('number', String(number))).toEqual(stored(String(number === 0 ? 0 : number)))
      }),
    )
  })
})

it('categories are tidied, keep their order, and drop blanks and repeats', () => {
  expect(tidyCategories([' b ', 'a', '', 'B', 'a  c'])).toEqual(['b', 'a', 'a c'])
})
