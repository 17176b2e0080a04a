import type { NameKind } from './mark'

/** The six Russian cases. */
export const cases = ['nom', 'gen', 'dat', 'acc', 'ins', 'pre'] as const
/** One of `cases`. */
export type Case = (typeof cases)[number]
/** Masculine, feminine, neuter, or plural of any. */
export type Gender = 'm' | 'f' | 'n' | 'p'

/** A form of a name, in which case and gender. */
export type Form = { readonly form: string; readonly case: Case; readonly gender: Gender }

const CYRILLIC = /^[а-яё]+$/iu
const VOWEL = /[аеёиоуыэюя]$/iu
const feminineInA = new Set(
  'ирина марина галина полина екатерина нина валентина кристина алина антонина зина лина дина карина сабина альбина арина ангелина'.split(
    ' ',
  ),
)
const neverAdjective = new Set(
  'евгений арсений антоний геннадий георгий юрий василий анатолий рая тая аглая'.split(' '),
)
const shortened: Readonly<Record<string, string>> = {
  павел: 'Павл',
  лев: 'Льв',
  орёл: 'Орл',
  орел: 'Орл',
  пётр: 'Петр',
}
const feminineSoft = new Set('любовь нинель рашель юдифь'.split(' '))
const masculinePlace = /(?:поль|славль|быль|даль|ль|мль|ремль)$/iu
const femininePlace = /(?:сызрань|пермь|керчь)$/iu

/**
 * The forms of a Russian name by rules of declension, the likeliest reading first; `word` is in the nominative, of a surname in either gender. A word that does not
 * change has its own form in every case; what is not written in Cyrillic letters has none but the one that is given, as a nominative.
 * Rules: Zaliznyak's types of stem and ending, as far as names need them; stress, which decides between Клюевым and Ключом, is not known.
 */
export function formsOf(word: string, kind: NameKind): readonly Form[] {
  if (!CYRILLIC.test(word) || word.length < 2) return [{ form: word, case: 'nom', gender: 'm' }]
  const found = [...(kind === 'person' ? surnames(word) : []), ...adjectives(word, kind), ...nouns(word, kind)]
  return found.length > 0 ? found : cases.map((one) => ({ form: word, case: one, gender: 'm' }))
}

/** A word in a case; in the gender asked for where the word has one of its own for it. Null when it cannot be told. */
export function inCase(word: string, kind: NameKind, wanted: Case, gender: Gender): string | null {
  if (wanted === 'nom' && !CYRILLIC.test(word)) return word
  if (!CYRILLIC.test(word)) return null
  const all = formsOf(word, kind)
  const first = all[0]
  const fits = all.find((one) => one.case === wanted && one.gender === gender)
  const paradigms = new Set(all.map((one) => one.gender))
  if (fits && (first?.gender === gender || surnames(word).length > 0 || isAdjective(word, kind))) return fits.form
  if (kind === 'person' && gender === 'p' && !paradigms.has('p')) return null
  return all.find((one) => one.case === wanted && one.gender === first?.gender)?.form ?? null
}

/** Whether a word is declined as an adjective: such words stand before the noun and agree with it. */
export function isAdjective(word: string, kind: NameKind): boolean {
  return adjectives(word, kind).length > 0
}

function put(gender: Gender, stem: string, ends: string): readonly Form[] {
  return ends
    .split(' ')
    .flatMap((list, i) =>
      list.split('/').map((end): Form => ({ form: stem + end.replace('-', ''), case: cases[i] ?? 'nom', gender })),
    )
}

/** Иванов, Иванова, Ивановы: masculine and plural mixed of noun and adjective. */
function surnames(word: string): readonly Form[] {
  const lower = word.toLowerCase()
  if (feminineInA.has(lower)) return []
  const base = /(?:[оеё]в|[иы]н)$/u.test(lower) ? word : /(?:[оеё]в|[иы]н)а$/u.test(lower) ? word.slice(0, -1) : null
  if (base === null || base.length < 4) return []
  const masculine = put('m', base, '- а у а ым/ом е')
  const feminine = put('f', base, 'а ой ой у ой/ою ой')
  const plural = put('p', base, 'ы ых ым ых ыми ых')
  return base === word ? [...masculine, ...feminine, ...plural] : [...feminine, ...masculine, ...plural]
}

function adjectives(word: string, kind: NameKind): readonly Form[] {
  const lower = word.toLowerCase()
  if (neverAdjective.has(lower) || word.length < 5) return []
  const stem = word.slice(0, -2)
  const living = kind === 'person'
  const velar = /[гкх]$/iu.test(stem)
  const hissing = /[жшчщ]$/iu.test(stem)
  const end = lower.slice(-2)
  const soft = hissing || (/н$/iu.test(stem) && ['ий', 'ее', 'яя'].includes(end))
  const read: Readonly<Record<string, Gender>> = {
    ый: 'm',
    ой: 'm',
    ая: 'f',
    яя: 'f',
    ое: 'n',
    ее: 'n',
    ые: 'p',
    ие: 'p',
  }
  const gender = end === 'ий' && (velar || soft) ? 'm' : read[end]
  if (!gender || (end === 'ие' && !velar && !soft && !/н$/iu.test(stem))) return []
  const i = velar || soft ? 'и' : 'ы'
  const vowel = soft ? 'е' : 'о'
  const own = gender === 'm' ? end : `${i}й`
  const m = put('m', stem, `${own} ${vowel}го ${vowel}му ${living ? `${vowel}го` : own} ${i}м ${vowel}м`)
  const [a, u] = soft && !hissing ? ['яя', 'юю'] : ['ая', 'ую']
  const f = put('f', stem, `${a} ${vowel}й ${vowel}й ${u} ${vowel}й/${vowel}ю ${vowel}й`)
  const n = put('n', stem, `${vowel}е ${vowel}го ${vowel}му ${vowel}е ${i}м ${vowel}м`)
  const p = put('p', stem, `${i}е ${i}х ${i}м ${living ? `${i}х` : `${i}е`} ${i}ми ${i}х`)
  const others = { m, f, n, p }
  const order: readonly Gender[] = ['m', 'f', 'n', 'p']
  return [...others[gender], ...order.filter((one) => one !== gender).flatMap((one) => others[one])]
}

function nouns(word: string, kind: NameKind): readonly Form[] {
  const lower = word.toLowerCase()
  const living = kind === 'person'
  const cut = word.slice(0, -1)
  const last = lower.at(-1) ?? ''
  const hissing = /[жшчщц]$/iu.test(cut)
  switch (last) {
    case 'а':
      return put('f', cut, `а ${/[гкхжшчщ]$/iu.test(cut) ? 'и' : 'ы'} е у ${hissing ? 'ей/ой' : 'ой'} е`)
    case 'я':
      return put('f', cut, /и$/iu.test(cut) ? 'я и и ю ей и' : 'я и е ю ей е')
    case 'й':
      return put('m', cut, `й я ю ${living ? 'я' : 'й'} ем ${/и$/iu.test(cut) ? 'и' : 'е'}`)
    case 'ь': {
      const masculine = living
        ? !feminineSoft.has(lower)
        : kind === 'place'
          ? masculinePlace.test(lower) && !femininePlace.test(lower)
          : /(?:тель|арь|рубль|ель)$/u.test(lower)
      const m = put('m', cut, `ь я ю ${living ? 'я' : 'ь'} ем е`)
      const f = put('f', cut, 'ь и и ь ью и')
      return masculine ? m : f
    }
    case 'о':
      return kind === 'person' ? [] : put('n', cut, 'о а у о ом е')
    case 'е':
      if (kind === 'person') return []
      return put('n', cut, /и$/iu.test(cut) ? 'е я ю е ем и' : /[жшчщц]$/iu.test(cut) ? 'е а у е ем е' : 'е я ю е ем е')
    case 'ы':
      return kind === 'person' ? [] : put('p', cut, 'ы - ам ы ами ах')
    case 'и':
      if (kind === 'person' || lower === 'сочи' || lower.length < 4) return []
      return put('p', cut, /[чщжш]$/iu.test(cut) ? 'и ей ам и ами ах' : '- - ам - ами ах').map((one) =>
        one.form === cut ? { ...one, form: one.case === 'gen' ? withVowel(cut) : word } : one,
      )
    default:
      return VOWEL.test(lower) ? [] : consonant(word, living)
  }
}

/** Химки, Химок: the vowel that comes in where an ending falls away. */
function withVowel(stem: string): string {
  return /[^аеёиоуыэюя][кн]$/iu.test(stem) ? `${stem.slice(0, -1)}о${stem.slice(-1)}` : stem
}

function consonant(word: string, living: boolean): readonly Form[] {
  const lower = word.toLowerCase()
  const ins = /[жшчщц]$/iu.test(word) ? 'ем/ом' : 'ом'
  const ends = (nominative: string) => `${nominative} а у ${living ? 'а' : nominative} ${ins} е`
  const plain = put('m', word, ends('-'))
  const stem = shortened[lower] ?? dropped(word)
  if (stem === null) return plain
  const oblique = put('m', stem, `- а у ${living ? 'а' : '-'} ${ins} е`).filter((one) => one.form !== stem)
  const base = plain.filter((one) => one.form === word)
  // Елец, Ельца; but Владивосток, Владивостока.
  return lower.endsWith('ок')
    ? [...plain, ...oblique]
    : [...base, ...oblique, ...plain.filter((one) => one.form !== word)]
}

function dropped(word: string): string | null {
  const found = /^(.*[^аеёиоуыэюя])([её])ц$/iu.exec(word)
  if (found) return `${found[1]}${/л$/iu.test(found[1] ?? '') ? 'ь' : ''}ц`
  const diphthong = /^(.*[аеёиоуыэюя])ец$/iu.exec(word)
  if (diphthong) return `${diphthong[1]}йц`
  const short = /^(.*[^аеёиоуыэюя])[оё]к$/iu.exec(word)
  return short ? `${short[1]}к` : null
}
