import { plainWord } from '@/core/text/stem'
import { type Case, cases, type Form, formsOf, type Gender, inCase, isAdjective } from './declension'
import type { Mark, NameKind } from './mark'
import { apart } from './masked'

/** A name of the study's list: its spellings in the nominative ("Иванов", "И. П. Иванов"), and what stands for it. */
export type ListedName = {
  readonly id: string
  readonly kind: NameKind
  readonly spellings: readonly string[]
  readonly pseudonym: string
}

/** A place where a listed name was found. */
export type Found = Mark & { readonly nameId: string }

// A capital behind a small letter begins a word: links in memos stand without a blank.
const WORD = /[\p{L}\p{N}](?:(?!(?<=\p{Ll}\p{M}*)\p{Lu})[\p{L}\p{M}\p{N}\u00AD\u200D])*/gu
// Letters in a row, whatever their case.
const RUN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200D]*/gu
// What may stand between the words of a name: white space, one line end, full stops of initials, quotation marks, hyphens.
const GAP = /^[.\s\u00A0«»„“”"'’‑-]{0,4}$/u

const KEPT = 300_000

type Word = { readonly start: number; readonly end: number; readonly key: string; readonly capital: boolean }
type Part = { readonly forms: ReadonlyMap<string, readonly Form[]>; readonly initial: boolean; readonly base: string }
type Pattern = { readonly name: ListedName; readonly parts: readonly Part[]; readonly capital: boolean }

/** The words of a text as names are compared: a hyphen parts them, letters differ by no accent, ё is е; at most `most` of them, from an offset. */
export function nameWords(text: string, from = 0, most = Number.POSITIVE_INFINITY): readonly Word[] {
  const words: Word[] = []
  const next = new RegExp(WORD)
  next.lastIndex = from
  for (let match = next.exec(text); match && words.length < most; match = next.exec(text))
    words.push({
      ...{ start: match.index, end: match.index + match[0].length, key: plainWord(match[0]) },
      capital: /^\p{Lu}/u.test(match[0]),
    })
  return words
}

/**
 * A finder of all forms of the listed names in any text. A name written with a capital is found with a capital only (Роза, not роза). Persons of two and more
 * words are found in any order of family name and first name, and with initials; of names that begin at the same word the longer one counts. `anyCase`
 * finds lower case, too, for keys and indexes.
 */
export function nameFinder(list: readonly ListedName[], anyCase = false): (text: string) => readonly Found[] {
  const patterns = new Map<string, Pattern[]>()
  for (const name of list)
    for (const spelling of name.spellings)
      for (const parts of orders(spelling, name.kind)) {
        const first = parts[0]
        if (!first) continue
        const pattern = { name, parts, capital: !anyCase && /^\p{Lu}/u.test(spelling) }
        for (const key of first.forms.keys()) patterns.set(key, [...(patterns.get(key) ?? []), pattern])
      }
  for (const all of patterns.values()) all.sort((a, b) => b.parts.length - a.parts.length)
  const longest = Math.max(1, ...[...patterns.values()].map((all) => all[0]?.parts.length ?? 1))
  // A language has far fewer words than a text, and folding one costs more than looking it up.
  const begins = new Map<string, boolean>()
  const mayBegin = (run: string): boolean => {
    const known = begins.get(run)
    if (known !== undefined) return known
    if (begins.size >= KEPT) begins.clear()
    const may = nameWords(run).some(({ key }) => patterns.has(key))
    begins.set(run, may)
    return may
  }
  return (text) => {
    const found: Found[] = []
    if (text === '' || patterns.size === 0) return found
    const runs = new RegExp(RUN)
    for (let run = runs.exec(text); run; run = runs.exec(text)) {
      if (!mayBegin(run[0])) continue
      for (let at = run.index; at < run.index + run[0].length; ) {
        const words = nameWords(text, at, longest)
        const first = words[0]
        if (!first) break
        const pattern = patterns.get(first.key)?.find((one) => fits(text, words, one))
        const last = words[(pattern?.parts.length ?? 1) - 1]
        at = first.end
        if (!pattern || !last) continue
        const { name } = pattern
        // The full stop of a last initial belongs to the name.
        const dot = pattern.parts.at(-1)?.initial && text.charAt(last.end) === '.' ? 1 : 0
        const readings = slots(pattern, words.slice(0, pattern.parts.length))
        const pseudonym = rendered(name, readings, before(text, first.start))
        at = last.end + dot
        found.push({ start: first.start, end: at, kind: name.kind, nameId: name.id, pseudonym })
        runs.lastIndex = Math.max(runs.lastIndex, at)
      }
    }
    return apart(found)
  }
}

function fits(text: string, words: readonly Word[], { parts, capital }: Pattern): boolean {
  return parts.every((part, n) => {
    const word = words[n]
    if (!word?.key || !part.forms.has(word.key)) return false
    if ((capital && n === 0) || part.initial) if (!word.capital && capital) return false
    return n === 0 || GAP.test(text.slice(words[n - 1]?.end, word.start))
  })
}

/** The words of a spelling in the orders in which a person is named; anything else in its own order only. */
function orders(spelling: string, kind: NameKind): readonly (readonly Part[])[] {
  const words = spelling.match(WORD) ?? []
  const own = partsOf(words, kind)
  if (kind !== 'person' || words.length < 2) return [own]
  const initial = (word: string): Part => partOf(word.slice(0, 1), kind)
  const variants: (readonly Part[])[] = [own]
  const family = familyName(words)
  const given = words.filter((_, i) => i !== family)
  const last = own[family]
  if (!last || words.some((word) => word.length === 1)) return [own, [...own].reverse()]
  const whole = given.map((word) => partOf(word, kind))
  variants.push([...whole, last], [last, ...whole])
  const short = given.map(initial)
  variants.push([...short, last], [last, ...short])
  if (short[0] && short.length > 1)
    variants.push([short[0], last], [last, short[0]], [whole[0] ?? short[0], last], [last, whole[0] ?? short[0]])
  if (whole.length > 1) variants.push(whole)
  return variants
}

/** Which of the words of a person is the family name: what stands before "first name, patronymic", else the last. */
function familyName(words: readonly string[]): number {
  const patronymic = words.findIndex((word, i) => i > 0 && /(?:ович|евич|ич|овна|евна|ична|инична)$/iu.test(word))
  return patronymic === words.length - 1 && words.length > 2 ? 0 : words.length - 1
}

function partsOf(words: readonly string[], kind: NameKind): readonly Part[] {
  return words.map((word) => partOf(word, kind))
}

function partOf(word: string, kind: NameKind): Part {
  const forms = new Map<string, Form[]>()
  // Accents, soft hyphens and ё are no letters of their own where forms are compared.
  for (const one of formsOf(word, kind))
    forms.set(plainWord(one.form), [...(forms.get(plainWord(one.form)) ?? []), one])
  const base = plainWord(word)
  if (!forms.has(base)) forms.set(base, [{ form: word, case: 'nom', gender: 'm' }])
  return { forms, initial: word.length === 1, base }
}

/** In which case and gender a name was found, as far as its form tells. */
function slots({ parts, name }: Pattern, words: readonly Word[]): readonly Form[] {
  const read = parts
    .map((part, i) => ({ part, key: words[i]?.key ?? '' }))
    .filter(({ part }) => !part.initial)
    .map(({ part, key }) => ({ changed: key !== part.base, forms: part.forms.get(key) ?? [] }))
  if (name.kind !== 'person') return (read.find(({ changed }) => changed) ?? read[0])?.forms ?? []
  const [first, ...rest] = read.map(({ forms }) => forms)
  const common = (first ?? []).filter((one) => rest.every((other) => other.some((form) => form.case === one.case)))
  return common.length > 0 ? common : (first ?? [])
}

const governed: Readonly<Record<string, readonly Case[]>> = Object.fromEntries(
  [
    ['из от до у без для около после против кроме вокруг мимо среди ради возле', 'gen'],
    ['к ко по благодаря', 'dat'],
    ['про через сквозь', 'acc'],
    ['над перед между', 'ins'],
    ['о об при', 'pre'],
    ['в во на', 'acc pre'],
    ['за под', 'acc ins'],
    ['с со', 'gen ins'],
  ].flatMap(([words = '', wanted = '']) =>
    words.split(' ').map((word) => [word, cases.filter((one) => wanted.split(' ').includes(one))]),
  ),
)

function before(text: string, start: number): readonly Case[] | null {
  const word = /(\p{L}+)[\s\u00A0]+[«„“"]?$/u.exec(text.slice(Math.max(0, start - 20), start))?.[1]
  return governed[plainWord(word ?? '')] ?? null
}

/**
 * A name's pseudonym in the case in which the name was found. Where the form leaves several cases open the word before it decides; where the pseudonym
 * would differ between those that remain, or cannot be declined, it stands in brackets in the nominative.
 */
function rendered({ pseudonym, kind }: ListedName, read: readonly Form[], after: readonly Case[] | null): string {
  // Without a preposition there is no prepositional.
  const allowed: readonly Case[] = after ?? cases.filter((one) => one !== 'pre')
  const narrowed = read.filter((one) => allowed.includes(one.case))
  const open = narrowed.length > 0 ? narrowed : read
  const forms = new Set(open.map((one) => declined(pseudonym, kind, one.case, one.gender)))
  const [only] = forms
  if (forms.size === 1 && typeof only === 'string') return only
  return /^\[.*\]$/u.test(pseudonym) ? pseudonym : `[${pseudonym}]`
}

/** A pseudonym of one or more words in a case: of a person every word changes, of anything else the first noun and the adjectives before it. Null when it cannot be told. */
export function declined(pseudonym: string, kind: NameKind, wanted: Case, gender: Gender): string | null {
  if (pseudonym.startsWith('[')) return pseudonym
  let heads = true
  let known = true
  const done = pseudonym.replace(/[^\s-]+/gu, (word) => {
    if (!heads) return word
    if (kind !== 'person' && !isAdjective(word, kind)) heads = false
    const form = inCase(word, kind, wanted, gender)
    if (form === null) known = false
    return form ?? word
  })
  return known ? done : null
}
