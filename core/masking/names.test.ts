import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formsOf } from './declension'
import type { NameKind } from './mark'
import { masked } from './masked'
import { type ListedName, nameFinder } from './names'

const listed = (kind: NameKind, spelling: string, pseudonym: string): ListedName => ({
  ...{ id: spelling, kind, spellings: [spelling], pseudonym },
})
const mask = (text: string, ...list: readonly ListedName[]) => masked(text, nameFinder(list)(text)).text

describe('family names', () => {
  const ivanov = listed('person', 'Иванов', 'Петров')
  test.each([
    ['Я говорил с Ивановым.', 'Я говорил с Петровым.'],
    ['Это сделала Иванова.', 'Это сделала Петрова.'],
    ['Мы были у Ивановой.', 'Мы были у Петровой.'],
    ['Об Иванове и Ивановых', 'Об Петрове и Петровых'],
    ['Нет Иванова, дали Иванову', 'Нет Петрова, дали Петрову'],
    ['ИВАНОВ', 'Петров'],
    ['Ива́нов', 'Петров'],
  ])('%s becomes %s', (text, wanted) => expect(mask(text, ivanov)).toBe(wanted))

  test('a name listed in the feminine is found in the masculine', () => {
    expect(mask('Иванов, Ивановой', listed('person', 'Иванова', 'Петрова'))).toBe('Петров, Петровой')
  })
  test('adjectives, and what does not change', () => {
    expect(mask('с Достоевским и Достоевской', listed('person', 'Достоевский', 'Ленский'))).toBe('с Ленским и Ленской')
    expect(mask('с Петренко', listed('person', 'Петренко', 'Шевченко'))).toBe('с Шевченко')
  })
  test('a pseudonym that is in no such case stands in brackets', () => {
    expect(mask('Мы были у Иванова', listed('person', 'Иванов', 'N'))).toBe('Мы были у [N]')
    expect(mask('Мы были у Иванова', listed('person', 'Иванов', '[мэр]'))).toBe('Мы были у [мэр]')
  })
  test('the word before decides between cases', () => {
    const smolensk = listed('place', 'Смоленск', 'Москва')
    expect(mask('в Смоленск, в Смоленске, из Смоленска', smolensk)).toBe('в Москву, в Москве, из Москвы')
    expect(mask('люблю Смоленск', smolensk)).toBe('люблю [Москва]')
  })
})

describe('names of several words', () => {
  const person = listed('person', 'Иван Петрович Сидоров', 'Олег Павлович Климов')
  test.each([
    ['говорил Иван Петрович Сидоров', 'говорил Олег Павлович Климов'],
    ['с Иваном Петровичем Сидоровым', 'с Олегом Павловичем Климовым'],
    ['Сидорову Ивану Петровичу', 'Олегу Павловичу Климову'],
    ['у И. П. Сидорова', 'у Олега Павловича Климова'],
    ['Сидоров И.П. сказал', 'Олег Павлович Климов сказал'],
    ['с Иваном Сидоровым', 'с Олегом Павловичем Климовым'],
    ['у Ивана Петровича', 'у Олега Павловича Климова'],
  ])('%s becomes %s', (text, wanted) => expect(mask(text, person)).toBe(wanted))

  test('places and organisations with a noun that stays, in quotation marks or not', () => {
    expect(mask('в Ростове-на-Дону', listed('place', 'Ростов-на-Дону', 'Саратов'))).toBe('в Саратове')
    expect(mask('на «Смоленском заводе»', listed('organisation', 'Смоленский завод', 'Первый комбинат'))).toBe(
      'на «Первом комбинате»',
    )
    expect(mask('в Нижнем Новгороде', listed('place', 'Нижний Новгород', 'Великий Устюг'))).toBe('в Великом Устюге')
  })
})

describe('places', () => {
  test.each([
    ['из Казани', 'Казань', 'Пермь', 'из Перми'],
    ['в Елец, из Ельца', 'Елец', 'Орск', 'в Орск, из Орска'],
    ['в Барановичах', 'Барановичи', 'Химки', 'в Химках'],
    ['из Химок', 'Химки', 'Барановичи', 'из Барановичей'],
    ['под Сколковом', 'Сколково', 'Иваново', 'под Ивановом'],
    ['в Отрадном', 'Отрадное', 'Раздольное', 'в Раздольном'],
    ['в Саратов, под Саратовом', 'Саратов', 'Тамбов', 'в Тамбов, под Тамбовом'],
    ['in London, London’s mayor', 'London', 'Paris', 'in Paris, Paris’s mayor'],
  ])('%s', (text, name, pseudonym, wanted) => expect(mask(text, listed('place', name, pseudonym))).toBe(wanted))
})

test('a name with a capital is not found in a common word, nor inside of another word', () => {
  expect(mask('роза и Розарий, Роза', listed('person', 'Роза', 'Вера'))).toBe('роза и Розарий, Вера')
})

const letters = fc.constantFrom(...'бвгдзклмнпрст')
const vowels = fc.constantFrom(...'аеиоу')
const ending = fc.constantFrom('ов', 'ин', 'ский', 'ец', 'ова', 'ич', 'а', 'я', 'ий', 'ь', 'ово', 'к', 'енко')
const name = fc
  .tuple(letters, vowels, letters, vowels, letters, ending)
  .map(([a, b, c, d, e, end]) => a.toUpperCase() + b + c + d + e + end)

test('every form of a listed name is found wherever it stands, and nothing of it is left', () => {
  fc.assert(
    fc.property(name, fc.constantFrom('person', 'place', 'organisation', 'office'), (word, kind: NameKind) => {
      const find = nameFinder([listed(kind, word, 'ХХХ')])
      for (const { form } of formsOf(word, kind)) {
        const text = `сказал: «${form}», а потом — ${form}.`
        expect(find(text).map(({ start, end }) => text.slice(start, end))).toEqual([form, form])
      }
    }),
  )
})
