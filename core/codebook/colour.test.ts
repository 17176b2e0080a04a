import { describe, expect, it } from 'vitest'
import { codeColour, colourSchemes, colourSlots, colourVariables, inks } from './colour'
import { colourBlindness, contrast, distance, linearRgb, seenBy } from './oklch'

const slots = Array.from({ length: colourSlots }, (_, slot) => slot)
const grounds = { light: { l: 1, c: 0, h: 0 }, dark: { l: 0.21, c: 0, h: 0 } } as const

describe.each(colourSchemes)('the colours of codes on %s ground', (scheme) => {
  it('let every word on every tint be read at 4.5:1 or better', () => {
    for (const slot of slots)
      for (const tint of codeColour(slot, scheme).tints)
        for (const ink of [inks[scheme].said, inks[scheme].asked])
          expect(contrast(linearRgb(ink), linearRgb(tint))).toBeGreaterThanOrEqual(4.5)
  })

  it('have marks that stand out from the ground at 3:1 or better', () => {
    for (const slot of slots)
      expect(contrast(linearRgb(codeColour(slot, scheme).mark), linearRgb(grounds[scheme]))).toBeGreaterThanOrEqual(3)
  })

  it.each([...colourBlindness, 'full' as const])('have marks that %s vision tells apart', (kind) => {
    const seen = slots.map((slot) => {
      const mark = linearRgb(codeColour(slot, scheme).mark)
      return kind === 'full' ? mark : seenBy(kind, mark)
    })
    for (const [i, one] of seen.entries())
      for (const other of seen.slice(i + 1)) expect(distance(one, other)).toBeGreaterThanOrEqual(0.04)
  })

  it('have tints of equal lightness and chroma, hues 30 degrees apart', () => {
    for (const slot of slots.slice(1)) {
      const [tint] = codeColour(slot, scheme).tints
      const [before] = codeColour(slot - 1, scheme).tints
      expect([tint.l, tint.c, tint.h - before.h]).toEqual([before.l, before.c, 30])
    }
  })

  it('are written as one variable each', () => {
    expect(colourVariables(scheme).split(';')).toHaveLength(2 + colourSlots * 4)
  })
})

describe('a slot outside the palette', () => {
  it('is taken around it', () => {
    expect(codeColour(13, 'light')).toEqual(codeColour(1, 'light'))
    expect(codeColour(-1, 'dark')).toEqual(codeColour(11, 'dark'))
  })
})

describe('contrast', () => {
  it('of black on white is 21', () => {
    expect(contrast([0, 0, 0], [1, 1, 1])).toBeCloseTo(21)
  })
})
