import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editsBetween, offsetAfter } from '@/core/text/edits'
import { wordOffsets } from '@/core/text/words'
import { faultOf, onNewWords, type QuoteEdit, withCut, withInsertion } from './edit'
import { editsOf, originalOf, pieces, quoteText } from './pieces'

const words = 'Они, честно говоря, проверяют снова, только называется иначе.'
const at = (part: string) => ({ start: words.indexOf(part), end: words.indexOf(part) + part.length })
const edit = (...steps: ((edits: readonly QuoteEdit[]) => readonly QuoteEdit[] | string)[]): readonly QuoteEdit[] =>
  steps.reduce<readonly QuoteEdit[]>((edits, step) => {
    const next = step(edits)
    if (typeof next === 'string') throw new Error(next)
    return next
  }, [])
const shown = (edits: readonly QuoteEdit[]) => quoteText(pieces(words, edits))
const cut = (part: string) => (edits: readonly QuoteEdit[]) => withCut(words, edits, at(part))
const insert = (before: string, text: string) => (edits: readonly QuoteEdit[]) =>
  withInsertion(words, edits, at(before).end, text)

describe('shortening a quote', () => {
  test('a cut is […] with one blank on either side, none before a full stop', () => {
    expect(shown(edit(cut('честно говоря')))).toBe('Они, […], проверяют снова, только называется иначе.')
    expect(shown(edit(cut('снова, только')))).toBe('Они, честно говоря, проверяют […] называется иначе.')
    expect(shown(edit(cut('называется иначе')))).toBe('Они, честно говоря, проверяют снова, только […].')
    expect(shown(edit(cut('Они, честно говоря')))).toBe('[…], проверяют снова, только называется иначе.')
  })

  test('a part of a word that is chosen takes the whole word', () => {
    expect(shown(edit(cut('веряют сно')))).toBe('Они, честно говоря, […], только называется иначе.')
  })

  test('an insertion stands in brackets, at the end of the word it was put in', () => {
    expect(shown(edit(insert('Он', 'таможенники')))).toBe(
      'Они [таможенники], честно говоря, проверяют снова, только называется иначе.',
    )
    expect(shown(edit(insert('снова,', '[после 2010]')))).toBe(
      'Они, честно говоря, проверяют снова, [после 2010] только называется иначе.',
    )
  })

  test('cuts with no word between are one, and an insertion in what is cut goes', () => {
    const edits = edit(insert('честно', 'x'), cut('честно'), cut('говоря'))
    expect(edits).toEqual([{ kind: 'cut', ...at('честно говоря') }])
    expect(edit(insert('честно', 'x'), cut('честно говоря'))).toEqual([{ kind: 'cut', ...at('честно говоря') }])
  })

  test('nothing may be left of the words, or be cut where no word is', () => {
    expect(withCut(words, [], { start: 0, end: words.length })).toBe('whole')
    expect(withCut(words, [], { start: 3, end: 5 })).toBe('emptyCut')
    expect(withInsertion(words, [], 0, '  ')).toBe('emptyInsertion')
    expect(withInsertion(words, edit(cut('честно говоря')), at('честно').end, 'x')).toBe('insideCut')
  })

  test('edits that break a rule are told, whoever sends them', () => {
    expect(faultOf(words, [{ kind: 'cut', start: 1, end: 3 }])).toBe('insideWord')
    expect(faultOf(words, [{ kind: 'cut', start: 0, end: 999 }])).toBe('outside')
    expect(
      faultOf(words, [
        { kind: 'cut', ...at('честно') },
        { kind: 'cut', ...at('говоря') },
      ]),
    ).toBe('touching')
    expect(
      faultOf(words, [
        { kind: 'cut', ...at('говоря') },
        { kind: 'cut', ...at('Они') },
      ]),
    ).toBe('order')
    expect(faultOf(words, [{ kind: 'insert', at: 0, text: 'a]b' }])).toBe('brackets')
  })

  test('edits follow a corrected text, and say what was lost', () => {
    const now = 'Они, честно говоря, проверяют опять и снова, только называется по-другому.'
    const carried = onNewWords(
      edit(cut('честно говоря'), insert('снова', 'x')),
      now,
      offsetAfter(editsBetween(words, now)),
    )
    expect(carried.lost).toBe(0)
    expect(quoteText(pieces(now, carried.edits))).toBe(
      'Они, […], проверяют опять и снова [x], только называется по-другому.',
    )
    const gone = 'Они проверяют.'
    expect(onNewWords(edit(cut('называется иначе')), gone, offsetAfter(editsBetween(words, gone))).lost).toBe(1)
  })
})

const text = fc
  .array(
    fc.constantFrom('они', 'проверяют', 'снова', 'don’t', '2.5', ',', '.', ' ', '\n', ' – ', '«', '»', '😀', 'ё'),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''))
const step = fc.oneof(
  fc.record({ do: fc.constant('cut' as const), a: fc.nat(200), b: fc.nat(200) }),
  fc.record({ do: fc.constant('insert' as const), a: fc.nat(200), text: fc.string({ maxLength: 8 }) }),
)
const some = fc.tuple(text, fc.array(step, { maxLength: 8 })).map(([original, steps]) => {
  let edits: readonly QuoteEdit[] = []
  for (const one of steps) {
    const place = one.a % (original.length + 1)
    const next =
      one.do === 'cut'
        ? withCut(original, edits, { start: place, end: Math.min(original.length, place + (one.b % 30)) })
        : withInsertion(original, edits, place, one.text)
    if (typeof next !== 'string') edits = next
  }
  return { original, edits }
})

describe('whatever is done to a quote', () => {
  test('its edits keep the rules, and pieces give back both the original and the edits', () => {
    fc.assert(
      fc.property(some, ({ original, edits }) => {
        expect(faultOf(original, edits)).toBe(null)
        const parts = pieces(original, edits)
        expect(originalOf(parts)).toBe(original)
        expect(editsOf(parts)).toEqual(edits)
      }),
      { numRuns: 400 },
    )
  })

  test('every word that is not cut is quoted in its order, and none that is', () => {
    const wordsOf = (of: string) => {
      const found = wordOffsets(of)
      return Array.from({ length: found.length / 2 }, (_, i) => of.slice(found[i * 2], found[i * 2 + 1]))
    }
    fc.assert(
      fc.property(some, ({ original, edits }) => {
        const parts = pieces(original, edits)
        const kept = parts.filter((piece) => piece.kind === 'kept').flatMap((piece) => wordsOf(piece.text))
        const quoted = quoteText(parts.filter((piece) => piece.kind !== 'insert'))
        expect(wordsOf(quoted)).toEqual(kept)
        expect(quoted.split('[…]').length - 1).toBe(parts.filter((piece) => piece.kind === 'cut').length)
      }),
      { numRuns: 400 },
    )
  })
})
