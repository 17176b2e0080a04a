import { describe, expect, it } from 'vitest'
import type { Code } from '@/core/codebook/code'
import { finder } from '@/core/codebook/find'
import { namesOn, offers } from './palette-items'

const code = (id: string, name: string, parentId: string | null = null): Code => ({
  id,
  name,
  parentId,
  position: 0,
  aliases: [],
  colour: 0,
  definition: '',
  include: '',
  exclude: '',
  example: '',
})
const among = finder([code('trade', 'Trade'), code('milk', 'milk wars', 'trade'), code('y', 'crisis 2014')])
const last = (typed: string) => offers(among, typed, [], 8).at(-1)

describe('the palette', () => {
  it('offers a new code last, under a parent that is named before a slash', () => {
    expect(last('cheese')).toEqual({ kind: 'new', name: 'cheese', parent: null, path: ['cheese'] })
    expect(last('trade / cheese')).toMatchObject({ kind: 'new', name: 'cheese', path: ['Trade', 'cheese'] })
    expect(last('trade/milk wars/cheese')).toMatchObject({ path: ['Trade', 'milk wars', 'cheese'] })
    expect(last('either/or')).toMatchObject({ name: 'either/or', parent: null })
  })

  it('offers no new code where one of that name is, nor for nothing typed', () => {
    expect(last('TRADE')?.kind).toBe('code')
    expect(last('trade/Milk Wars')?.kind).toBe('code')
    expect(last('')?.kind).toBe('code')
  })

  it('takes a digit as part of a name only where a name goes on so', () => {
    expect(namesOn(among, 'crisis ', '2')).toBe(true)
    expect(namesOn(among, 'crisis ', '3')).toBe(false)
    expect(namesOn(among, '', '2')).toBe(false)
  })
})
