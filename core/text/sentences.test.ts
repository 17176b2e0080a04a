import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentenceAt, sentences } from './sentences'

const cut = (text: string) => sentences(text).map((range) => text.slice(range.start, range.end))

describe('sentences', () => {
  it('end at a full stop, a question mark, an exclamation mark and at a line end', () => {
    expect(cut('One. Two? Three! Four\nfive')).toEqual(['One.', 'Two?', 'Three!', 'Four', 'five'])
  })

  it('go on after Russian abbreviations', () => {
    expect(cut('Это было в 2010 г. в Смоленске, т. е. давно. Стоило 5 тыс. руб. за тонну.')).toEqual([
      'Это было в 2010 г. в Смоленске, т. е. давно.',
      'Стоило 5 тыс. руб. за тонну.',
    ])
  })

  it('go on after initials and titles', () => {
    expect(cut('Спросите А. С. Пушкина. Он знает.')).toEqual(['Спросите А. С. Пушкина.', 'Он знает.'])
    expect(cut('Ask Dr. Smith. He knows.')).toEqual(['Ask Dr. Smith.', 'He knows.'])
  })

  it('go on after an ellipsis before a lower-case word and end before a capital', () => {
    expect(cut('Ну… как сказать… Не знаю.')).toEqual(['Ну… как сказать…', 'Не знаю.'])
  })

  it('keep closing quotation marks with the sentence they close', () => {
    expect(cut('«Да.» Он ушёл.')).toEqual(['«Да.»', 'Он ушёл.'])
  })

  it('leave out nothing but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('а', 'Б', '.', ' ', '\n', '?', '…', '»', 'т') }), (text) => {
        expect(cut(text).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
      }),
    )
  })

  it('are found by an offset', () => {
    const all = sentences('One. Two.')
    expect(sentenceAt(all, 6)).toEqual({ start: 5, end: 9 })
    expect(sentenceAt([], 3)).toBeNull()
  })
})
