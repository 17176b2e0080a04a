import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import en from '@/messages/en.json'
import ru from '@/messages/ru.json'

const values = {
  code: 'milk',
  file: 'a.txt',
  other: 'b.txt',
  limit: 50,
  kinds: '.txt',
  kind: 'doc',
  encoding: 'UTF-8',
  count: 3,
  inserted: 1,
  deleted: 5,
  paragraph: 7,
  text: 't',
  table: 't',
  column: 'c',
  rows: 1,
  columns: 2,
  sheet: 's',
  row: 4,
  first: 2,
  second: 3,
  value: 'v',
  pages: '3, 7',
  ...{ fault: 'f', names: '“n”', source: 's', codings: 2, regions: 1, what: 'pdf', variable: 'v' },
  ...{ unit: 'utf16', lines: 'stored', end: 'exclusive', quoted: 3, agreeing: 2 },
}

test('every note has a text in both languages, and all its places are filled', () => {
  expect(Object.keys(ru.note)).toEqual(Object.keys(en.note))
  for (const [locale, messages] of [
    ['en', en],
    ['ru', ru],
  ] as const) {
    const translate = createTranslator({
      locale,
      messages: { note: messages.note },
      namespace: 'note',
      onError: (error) => {
        throw error
      },
    })
    for (const key of Object.keys(messages.note)) {
      const text = String(Reflect.apply(translate, null, [key, values]))
      expect(text, key).not.toMatch(/[{}]|note\./u)
    }
  }
})

test('Russian counts are in the right form', () => {
  const translate = createTranslator({ locale: 'ru', messages: { note: ru.note }, namespace: 'note' })
  const of = (count: number) => translate('commentsLeftOut', { count, paragraph: 1 })
  expect([1, 3, 9, 21].map(of)).toEqual([
    '1 примечание не взято (первое — к абзацу 1).',
    '3 примечания не взяты (первое — к абзацу 1).',
    '9 примечаний не взято (первое — к абзацу 1).',
    '21 примечание не взято (первое — к абзацу 1).',
  ])
})
