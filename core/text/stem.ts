import { newStemmer } from 'snowball-stemmers'
import { fold } from './fold'
import { englishForms, prefixed, prefixes, russianForms, russianVerbs } from './stem-forms'

const russian = newStemmer('russian')
const english = newStemmer('english')

/** A word as it is compared letter by letter: NFC, lower case, ё as е, without stress marks and soft hyphens. */
export function plainWord(word: string): string {
  return fold(word.replace(/[\u0300\u0301\u00AD\u200D]/gu, ''))
}

const kept = new Map<string, string>()
const KEPT = 200_000

/**
 * What the inflected forms of a Russian or English word have in common: the snowball stem, or for irregular words, fleeting vowels and
 * changing consonants a key that stands for all forms. Words in other alphabets stand for themselves.
 */
export function stem(word: string): string {
  const known = kept.get(word)
  if (known !== undefined) return known
  const plain = plainWord(word)
  const found = /^[а-я]+$/.test(plain) ? russianStem(plain) : /^[a-z]+$/.test(plain) ? englishStem(plain) : plain
  if (kept.size >= KEPT) kept.clear()
  kept.set(word, found)
  return found
}

const russianKeys = keysOf([...russianForms, ...walking(), ...behindPrefixes()], (word) => closed(russian.stem(word)))
const englishKeys = keysOf(englishForms, (word) => english.stem(word))

function englishStem(word: string): string {
  return englishKeys.get(word) ?? english.stem(word)
}

function russianStem(word: string): string {
  return russianKeys.get(word) ?? verbKey(word) ?? closed(russian.stem(word))
}

function keysOf(lines: readonly string[], keyOf: (word: string) => string): Map<string, string> {
  const keys = new Map<string, string>()
  for (const line of lines) {
    const forms = line.split(' ')
    const key = keyOf(forms[0] ?? '')
    for (const form of forms) if (!keys.has(form)) keys.set(form, key)
  }
  return keys
}

function behindPrefixes(): string[] {
  return russianForms
    .filter((line) => prefixed.includes(line.split(' ')[0] ?? ''))
    .flatMap((line) =>
      prefixes.map((prefix) =>
        line
          .split(' ')
          .map((form) => prefix + form)
          .join(' '),
      ),
    )
}

function walking(): string[] {
  const present = ['ду', 'дешь', 'дет', 'дем', 'дете', 'дут', 'ди', 'дите']
  const past = ['шел', 'шла', 'шло', 'шли', 'шедший', 'шедшая', 'шедшие']
  return prefixes.map((prefix) => {
    const joint = prefix === 'при' ? ['й', ''] : ['й']
    const forms = joint.flatMap((i) => present.map((end) => prefix + i + end))
    return [`${prefix}йти`, ...forms, ...past.map((end) => prefix + end)].join(' ')
  })
}

// The vowel that comes and goes before the last consonant, ь before it, the vowels a short word keeps: рынок, писем, дня.
function closed(stemmed: string): string {
  const bare = stemmed.replace(/(?<=[а-я]{2})[аеиоуыэюяьй]+$/, '').replace(/([ая]н)ин$/, '$1')
  return bare
    .replace(/([аеиоуыэюя])е([кцнлртмвшж])$/, '$1й$2')
    .replace(/([аеиоуыэюя][а-я]*[бвгджзклмнпрстфхцчшщьй])[оеь]([кцнлртгвмшжбп])$/, '$1$2')
    .replaceAll('ь', '')
}

const pastEnds =
  'ть,л,ла,ло,ли,в,вши,вший,вшая,вшие,вшего,вших,вшим,вшую,вшей,н,на,но,ны,нный,нная,нное,нные,нного,нной,нных,ным,нным,нную,т,та,то,ты,тый,тая,тое,тые,того,тых'.split(
    ',',
  )
const presentEnds =
  'у,ю,ешь,ет,ем,ете,ут,ют,ишь,ит,им,ите,ат,ят,и,й,йте,ь,ьте,я,ущий,ющий,ящий,ущие,ющие,ящие,енный,енная,енные,ено,ен,ены,ена,енного,енной,енных,енную,енное'.split(
    ',',
  )
const pastKeys = new Map(russianVerbs.map(([past = '']) => [past, past]))
const presentKeys = new Map(russianVerbs.flatMap(([past = '', ...rest]) => rest.map((one) => [one, past] as const)))

const softOnly = new Set(
  russianVerbs
    .filter(([past = '']) => past.length > 2 && past.endsWith('и'))
    .flatMap(([, ...present]) => present.map((one) => one.slice(-3))),
)

function verbKey(word: string): string | null {
  if (word === 'плачу') return 'платить'
  const bare = word.replace(/с[яь]$/, '')
  return ending(bare, pastEnds, pastKeys) ?? ending(bare, presentEnds, presentKeys)
}

function ending(word: string, ends: readonly string[], keys: ReadonlyMap<string, string>): string | null {
  for (const end of ends) {
    if (!word.endsWith(end) || word.length === end.length) continue
    const body = word.slice(0, -end.length)
    // An и-verb has у only behind a hissing consonant (вожу): "заводу" is a noun.
    if (end === 'у' && !/[жчшщ]$/.test(body) && softOnly.has(body.slice(-3))) continue
    const whole = keys.get(body)
    if (whole !== undefined) return `${whole}ть`
    for (const prefix of prefixes) {
      const rest = body.startsWith(prefix) ? keys.get(body.slice(prefix.length)) : undefined
      if (rest !== undefined) return `${prefix}${rest}ть`
    }
  }
  return null
}
