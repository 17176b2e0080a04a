import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestReading, fits, positionMap, readingName } from './positions'
import { storedText } from './stored-text'

const raw = fc
  .array(fc.constantFrom('a', 'e\u0301', '\r\n', '\n', '\r', '😀', '\u1112\u1161\u11ab', 'слово', ' ', '\u2028', 'й'), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(''))

test('a text is stored as NFC with \\n, and what lies between two places is the same words', () => {
  fc.assert(
    fc.property(raw, fc.nat(), fc.nat(), (text, x, y) => {
      const stored = storedText(text)
      expect(stored.text).toBe(text.replace(/\r\n?|\u2028/gu, '\n').normalize('NFC'))
      const starts = [...text.matchAll(/\r\n|[^\p{M}\u1160-\u11ff][\p{M}\u1160-\u11ff]*/gsu)].map(({ index }) => index)
      const places = [...starts, text.length]
      const [from = 0, to = 0] = [places[x % places.length] ?? 0, places[y % places.length] ?? 0].sort((a, b) => a - b)
      const found = stored.text.slice(stored.at(from, 'start'), stored.at(to, 'end'))
      expect(found).toBe(storedText(text.slice(from, to)).text)
    }),
    { seed: 3 },
  )
})

test('positions are counted in each unit and with each way of line ends', () => {
  const at = (unit: 'codepoint' | 'utf16' | 'byte', lines: 'stored' | 'crlfOne' | 'lfTwo') => [
    ...positionMap('й😀\r\n\nx', { unit, lines }),
  ]
  expect(at('codepoint', 'stored')).toEqual([0, 1, 3, 4, 5, 6, 7])
  expect(at('utf16', 'stored')).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  expect(at('byte', 'stored')).toEqual([0, 0, 1, 1, 1, 1, 3, 4, 5, 6, 7])
  expect(at('codepoint', 'crlfOne')).toEqual([0, 1, 3, 5, 6, 7])
  expect(at('codepoint', 'lfTwo')).toEqual([0, 1, 3, 4, 5, 5, 6, 7])
})

test('the reading in which a program wrote is found again from the names of its passages', () => {
  const text = 'Первая строка 😀.\r\nВторая строка, ещё 😀 слова.\nТретья строка здесь.\r\nИ последняя.'
  const words = ['Вторая строка', 'слова', 'Третья строка здесь', 'последняя']
  for (const unit of ['codepoint', 'utf16', 'byte'] as const)
    for (const lines of ['stored', 'crlfOne', 'lfTwo'] as const)
      for (const end of ['exclusive', 'inclusive'] as const) {
        const map = [...positionMap(text, { unit, lines })]
        const selections = words.map((name) => {
          const start = text.indexOf(name)
          return {
            name,
            start: map.indexOf(start),
            end: map.lastIndexOf(start + name.length) - (end === 'inclusive' ? 1 : 0),
          }
        })
        const best = bestReading('Some program', fits(text, selections), selections.length)
        expect(readingName(best)).toBe(readingName({ unit, lines, end }))
      }
})
