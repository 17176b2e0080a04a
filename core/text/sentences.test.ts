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

  it('end after an abbreviation that counts something, or closes a list, when a capital follows', () => {
    expect(cut('Это было в 2010 г. Потом мы уехали. Стоило 5 тыс. руб. Дорого.')).toEqual([
      'Это было в 2010 г.',
      'Потом мы уехали.',
      'Стоило 5 тыс. руб.',
      'Дорого.',
    ])
    expect(cut('Сыр, молоко и т. д. Мы возили всё. Масло и др. Да.')).toEqual([
      'Сыр, молоко и т. д.',
      'Мы возили всё.',
      'Масло и др.',
      'Да.',
    ])
    expect(cut('Жили в г. Смоленск, на ул. Ленина.')).toHaveLength(1)
  })

  it('go on after abbreviations and initials written without blanks', () => {
    expect(cut('Это т.е. Москва. Спросите А.С. Пушкина.')).toEqual(['Это т.е. Москва.', 'Спросите А.С. Пушкина.'])
    expect(cut('Some of it, e.g. Minsk, changed.')).toHaveLength(1)
  })

  it('go on after three dots before a lower-case word', () => {
    expect(cut('Мы... ну, знаете... Стояли.')).toEqual(['Мы... ну, знаете...', 'Стояли.'])
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
