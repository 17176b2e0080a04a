import fc from 'fast-check'
import { expect, test } from 'vitest'
import { phraseKey, suggestions } from './suggestions'

const found = (text: string, allowed: readonly string[] = []) =>
  suggestions(text, [], [], new Set(allowed.map(phraseKey))).map(({ words, ground }) => [words, ground])

test('capitalised words are suggested, but not at the beginning of a sentence', () => {
  expect(found('Завод закрыли. Потом приехал Климов из Смоленска. Вы знаете, как Вас зовут?')).toEqual([
    ['Климов', 'capital'],
    ['Смоленска', 'capital'],
  ])
})

test('titles with names, initials, towns and what is quoted, also where a sentence begins', () => {
  expect(
    found('Господин Климов ушёл. Губернатор Орлов И. П. и А.Н. Белова были в г. Рудня на заводе «Кристалл».'),
  ).toEqual([
    ['Климов', 'title'],
    ['Орлов И. П.', 'initials'],
    ['А.Н. Белова', 'initials'],
    ['Рудня', 'place'],
    ['Кристалл', 'quoted'],
  ])
})

test('speech in quotation marks is no organisation, and its first word no name', () => {
  expect(found('А он: «Нет, там сложно». Спросишь — "Не знаю". Завод «Кристалл» стоит, и «Орлову не надо.»')).toEqual([
    ['Кристалл', 'quoted'],
  ])
})

test('a phrase of the allowed list is not suggested in any of its forms', () => {
  expect(found('Торгуем с Россией и с Рудней.', ['Россия'])).toEqual([['Рудней', 'capital']])
})

test('all forms of a name have one key', () => {
  expect(new Set(['Смоленск', 'Смоленска', 'Смоленском'].map(phraseKey)).size).toBe(1)
})

test('labels of speakers are not suggested, and what is marked is not suggested again', () => {
  const text = 'Климов: Приехал Орлов.'
  const turns = [{ said: 8, end: text.length }]
  expect(suggestions(text, turns, [], new Set()).map(({ words }) => words)).toEqual(['Орлов'])
  expect(suggestions(text, turns, [{ start: 16, end: 21 }], new Set())).toEqual([])
})

test('suggestions are in order, share nothing and touch no mark', () => {
  const word = fc.constantFrom('Орлов', 'дом', 'Рудня', 'г.', 'господин', '«Кристалл»', 'и', '.', 'И.', 'П.', 'США')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), fc.nat(60), (words, at) => {
      const text = words.join(' ')
      const known = [{ start: at, end: at + 5 }]
      const all = suggestions(text, [], known, new Set())
      all.forEach((one, i) => {
        expect(one.start).toBeGreaterThanOrEqual(all[i - 1]?.end ?? 0)
        expect(text.slice(one.start, one.end)).toBe(one.words)
        expect(one.end <= at || one.start >= at + 5).toBe(true)
      })
    }),
  )
})
