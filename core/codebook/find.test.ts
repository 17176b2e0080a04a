import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Code } from './code'
import { find, finder } from './find'
import { inLatin, otherLayout } from './layout'
import { codePaths, inTreeOrder, withDescendants } from './path'

const code = (
  id: string,
  name: string,
  parentId: string | null = null,
  position = 0,
  aliases: string[] = [],
): Code => ({
  id,
  name,
  parentId,
  position,
  aliases,
  colour: 0,
  definition: '',
  include: '',
  exclude: '',
  example: '',
})

const book = [
  code('trade', 'торговля', null, 0),
  code('milk', 'Молочные войны', 'trade', 0, ['сыр']),
  code('tariff', 'нетарифные барьеры', 'trade', 1),
  code('identity', 'Identity', null, 1),
  code('milky', 'milk quota', 'identity', 0),
  code('fir', 'Ёлка', null, 2),
]
const among = finder(book)
const ids = (query: string, recent: string[] = []) => find(among, query, recent).map((found) => found.code.id)

describe('finding a code', () => {
  it('does not mind case, nor ё for е', () => {
    expect(ids('МОЛОЧ')[0]).toBe('milk')
    expect(ids('елка')[0]).toBe('fir')
  })

  it('reads a word typed in the wrong keyboard layout', () => {
    expect(ids('vjkjxyst')[0]).toBe('milk')
    expect(ids('шдентшен')).not.toContain('fir')
    expect(ids('шв')[0]).toBe('identity')
  })

  it('forgives one letter wrong, missing, too many or out of order', () => {
    for (const typed of ['молачные', 'молчные', 'моллочные', 'моолчные', 'мол очн']) expect(ids(typed)[0]).toBe('milk')
    expect(ids('идентити')).not.toContain('milk')
    expect(ids('мл')).toContain('milk')
    expect(ids('хочется')).toEqual([])
  })

  it('reads a name by its sound in the other alphabet', () => {
    expect(ids('moloch')[0]).toBe('milk')
    expect(ids('торгов')[0]).toBe('trade')
    expect(ids('torgovlya')[0]).toBe('trade')
  })

  it('puts names that begin so before words in names, and those before letters in order', () => {
    const small = finder([
      code('c', 'tx rx axd x e', null, 0),
      code('b', 'fair trade', null, 1),
      code('a', 'trade', null, 2),
    ])
    expect(find(small, 'trade').map((found) => found.code.id)).toEqual(['a', 'b', 'c'])
  })

  it('finds by alias and along the path', () => {
    expect(ids('сыр')).toEqual(['milk'])
    expect(ids('торг/мол')[0]).toBe('milk')
    expect(find(among, 'нетар')[0]?.path).toEqual(['торговля', 'нетарифные барьеры'])
  })

  it('shows every code for nothing typed, recent ones first', () => {
    expect(ids('', ['fir', 'milky'])).toEqual(['fir', 'milky', 'trade', 'milk', 'tariff', 'identity'])
  })

  it('finds nothing for what is nowhere', () => {
    expect(ids('qqqq')).toEqual([])
  })

  it('finds every code by its own name, in either layout', () => {
    for (const { id, name } of book) {
      expect(ids(name)[0]).toBe(id)
      expect(ids(otherLayout(name))).toContain(id)
    }
  })
})

describe('the other layout', () => {
  it('of the other layout is the word itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'йцукенгшщзхъфывапролджэ') }), (word) => {
        expect(otherLayout(otherLayout(word))).toBe(word)
      }),
    )
    expect(inLatin('Щука')).toBe('schuka')
  })
})

describe('the tree of codes', () => {
  it('is walked parents first and siblings by position', () => {
    expect(inTreeOrder(book).map(({ code, depth }) => `${depth}${code.id}`)).toEqual([
      '0trade',
      '1milk',
      '1tariff',
      '0identity',
      '1milky',
      '0fir',
    ])
    expect([...withDescendants(book, ['trade'])].sort()).toEqual(['milk', 'tariff', 'trade'])
  })

  it('survives a parent that is missing', () => {
    const orphan = [code('x', 'x', 'nowhere')]
    expect(codePaths(orphan).get('x')).toEqual(['x'])
    expect(inTreeOrder(orphan)).toHaveLength(1)
  })
})
