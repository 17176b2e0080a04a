import { type Range, sentences } from '@/core/text/sentences'
import { stem } from '@/core/text/stem'
import type { Turn } from '@/core/text/turn'
import type { NameKind } from './mark'

/** Why something may be a name that ought to be masked. */
export type Ground = 'capital' | 'title' | 'initials' | 'place' | 'quoted'

/** Something in a text that may be a name; `key` is the same for all its forms. */
export type Suggestion = {
  readonly start: number
  readonly end: number
  readonly words: string
  readonly key: string
  readonly kind: NameKind
  readonly ground: Ground
}

const NAME = String.raw`\p{Lu}[\p{L}\p{M}\u00AD]*(?:[-'’]\p{L}[\p{L}\p{M}]*)*`
const titles =
  'господин[ауе]?|господином|госпож[аеуи]|госпожой|г-на|г-ну|г-ном|г-н|г-жа|г-же|г-жу|г-жи|г-жой|товарищ[ауе]?|губернатор(?:а|у|ом|е)?|мэр(?:а|у|ом|е)?|глав[аеуы]|главой|министр(?:а|у|ом|е)?|директор(?:а|у|ом|е)?|профессор(?:а|у|ом|е)?|депутат(?:а|у|ом|е)?|президент(?:а|у|ом|е)?|начальник(?:а|у|ом|е)?|аким(?:а|у|ом|е)?|mr|mrs|ms|miss|dr|prof|professor|president|governor|mayor|minister|sir|lady'
const places =
  'город(?:а|у|ом|е)?|село|сел[ау]|селом|деревн[яеию]|деревней|пос[её]л(?:ок|к[ауе]|ком)|станци[яию]|станцией|улиц[аеыу]|улицей|проспект[ауе]?|площад[ьи]|район[ауе]?|аул[ауе]?|village|town|city|street'
const shortPlaces = 'г|гор|с|дер|д|пос|п|ст|ул|просп|пл|обл'
// What is written with a capital and names nobody; months and days of the week in English.
const common = new Set(
  'вы вас вам вами ваш ваша ваше ваши вашего вашей вашему вашем ваших вашим вашими вашу i i’m i’ve i’d i’ll ok mr mrs ms dr january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
)

type Rule = { readonly ground: Ground; readonly kind: NameKind; readonly pattern: RegExp }
const rules: readonly Rule[] = [
  {
    ground: 'initials',
    kind: 'person',
    pattern:
      /(?<![\p{L}\p{M}])(?:(?:\p{Lu}\.[\s\u00A0]?){1,2}(?:\p{Lu}[\p{L}\p{M}-]{2,})|\p{Lu}[\p{L}\p{M}-]{2,}[\s\u00A0]\p{Lu}\.(?:[\s\u00A0]?\p{Lu}\.)?)/gu,
  },
  { ground: 'quoted', kind: 'organisation', pattern: /(?<=[«„“])[\p{Lu}\p{N}][^«»„“”\n]{0,60}(?=[»“”])/gu },
  {
    ground: 'title',
    kind: 'person',
    pattern: new RegExp(
      String.raw`(?<=(?<![\p{L}\p{M}])(?:${upper(titles)})\.?[\s\u00A0]+)${NAME}(?:[\s\u00A0]+${NAME}){0,2}`,
      'gu',
    ),
  },
  {
    ground: 'place',
    kind: 'place',
    pattern: new RegExp(
      String.raw`(?<=(?<![\p{L}\p{M}])(?:(?:${upper(places)})|(?:${shortPlaces})\.)[\s\u00A0]+)${NAME}(?:[\s\u00A0]${NAME})?`,
      'gu',
    ),
  },
  {
    ground: 'capital',
    kind: 'place',
    pattern: new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}]|[\p{L}][-'’])${NAME}(?:[\s\u00A0]${NAME}){0,3}`, 'gu'),
  },
]

function upper(list: string): string {
  return list
    .split('|')
    .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
    .join('|')
}

/** What all forms of a phrase have in common: the stems of its words. */
export function phraseKey(words: string): string {
  return (words.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD]*/gu) ?? []).map(stem).join(' ')
}

/**
 * What in a text may be a name, in order and without overlap: titles with names, initials, "г. X", what stands in quotation marks, and capitalised words not at
 * the beginning of a sentence. Left out is what `known` ranges (marks) touch and phrases that `allowed` holds by their keys.
 */
export function suggestions(
  text: string,
  turns: readonly Pick<Turn, 'said' | 'end'>[],
  known: readonly Range[],
  allowed: ReadonlySet<string>,
): readonly Suggestion[] {
  const beginnings = new Set<number>()
  const said =
    turns.length > 0 ? turns.map((turn) => ({ start: turn.said, end: turn.end })) : [{ start: 0, end: text.length }]
  for (const { start, end } of said)
    for (const sentence of sentences(text, start, end))
      beginnings.add(sentence.start + (/[\p{L}\p{N}]/u.exec(text.slice(sentence.start, sentence.end))?.index ?? 0))
  // Speech that is quoted begins like a sentence, and names nothing by its quotation marks.
  const speech = new Set<number>()
  for (const match of text.matchAll(/[«„“"]([^«»„“”"\n]+)/gu)) {
    const start = match.index + 1
    const words = match[1] ?? ''
    const introduced = /[:,—–]\s*$/u.test(text.slice(Math.max(0, match.index - 4), match.index))
    if (!introduced && !/[.?!,…]$/u.test(words) && (words.match(/\S+/gu)?.length ?? 0) < 5) continue
    speech.add(start)
    beginnings.add(start)
  }
  const taken: Range[] = known.toSorted((a, b) => a.start - b.start)
  const found: Suggestion[] = []
  for (const { ground, kind, pattern } of rules) {
    const own: Suggestion[] = []
    for (const match of text.matchAll(pattern)) {
      let start = match.index
      const end = start + match[0].length
      if (ground === 'quoted' && speech.has(start)) continue
      // The first word of a sentence has its capital from there; what follows it may be a name.
      if (ground === 'capital') {
        if (beginnings.has(start)) start += (/^\S+[\s\u00A0]*/u.exec(match[0])?.[0] ?? '').length
        while (start < end && common.has(plain(firstWord(text, start, end))))
          start += firstWord(text, start, end).length + 1
      }
      if (start >= end || touches(taken, start, end)) continue
      const words = text.slice(start, end)
      const key = phraseKey(words)
      if (key === '' || allowed.has(key) || !inside(said, start, end)) continue
      own.push({ start, end, words, key, kind: ground === 'capital' ? guessed(words) : kind, ground })
    }
    found.push(...own)
    taken.push(...own)
    taken.sort((a, b) => a.start - b.start)
  }
  return found.toSorted((a, b) => a.start - b.start)
}

function firstWord(text: string, start: number, end: number): string {
  return /^[^\s\u00A0]+/u.exec(text.slice(start, end))?.[0] ?? ''
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll("'", '’').replace(/[.,]$/u, '')
}

/** Family names and patronymics by their endings, abbreviations as organisations, anything else as a place. */
function guessed(words: string): NameKind {
  if (/^\p{Lu}{2,}$/u.test(words)) return 'organisation'
  return /(?:[оеё]в(?:а|у|ым|е|ой)?|ин(?:а|у|ым|ой)?|ич(?:а|у|ем|е)?|вн(?:а|у|е|ой|ы)|енк[оа]|[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую))$/u.test(
    words,
  )
    ? 'person'
    : 'place'
}

function inside(ranges: readonly Range[], start: number, end: number): boolean {
  const i = lastFrom(ranges, start)
  return i >= 0 && end <= (ranges[i]?.end ?? 0)
}

function touches(ranges: readonly Range[], start: number, end: number): boolean {
  const i = lastFrom(ranges, end - 1)
  return i >= 0 && (ranges[i]?.end ?? 0) > start
}

/** The last range that begins at an offset or before it; ranges are in order and apart. */
function lastFrom(ranges: readonly Range[], offset: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
