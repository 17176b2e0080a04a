import { cases, type Place, type Product, type Settlement, towns } from './lexicon'
import { inWords } from './numerals'
import type { Random } from './random'
import type { Language } from './terms'

const SLOT = /\{([^{}]*)\}/g
const RUSSIAN = new RegExp(`^(region|neighbour|town)\\.(${cases.join('|')})$|^product\\.(nom|gen|acc|ins)$`)
const ENGLISH = /^(region|neighbour)(\.in)?$|^town$|^product(\.(nom|gen|acc|ins))?$/
const EITHER = /^year(-\d)?$|^n:\d+-\d+$/

/** What is wrong with the slots of a text, or null. */
export function slotFault(text: string, language: Language): string | null {
  if (/[{}]/.test(text.replaceAll(SLOT, ''))) return 'a brace without its partner'
  for (const [slot, inside = ''] of text.matchAll(SLOT))
    if (!EITHER.test(inside) && !(language === 'ru' ? RUSSIAN : ENGLISH).test(inside)) return `no slot ${slot}`
  return null
}

/** What the slots of an interview's passages are filled with. */
export type Filling = {
  readonly region: Place
  readonly neighbour: Place
  readonly settlement: Settlement
  readonly product: Product
  readonly year: number
}

/** The numbers for the `{n:from-to}` slots of a text, in their order; a translation is filled with the same. */
export function numbersFor(text: string, chance: Random): number[] {
  return [...text.matchAll(/\{n:(\d+)-(\d+)\}/g)].map(([, from, to]) => rounded(chance, Number(from), Number(to)))
}

/** A text with its slots filled. Throws RangeError for an unknown slot, or when there are not as many numbers as slots for them. */
export function filled(text: string, language: Language, filling: Filling, numbers: readonly number[]): string {
  let used = 0
  return text.replaceAll(SLOT, (slot: string, inside: string, at: number) => {
    if (inside.startsWith('n:')) {
      const number = numbers[used++]
      if (number === undefined) throw new RangeError(`No number for ${slot}`)
      const words = inWords(number, language)
      return /(^|[.!?…] )$/u.test(text.slice(0, at)) ? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}` : words
    }
    const year = /^year(?:-(\d))?$/.exec(inside)
    if (year) return String(filling.year - Number(year[1] ?? 0))
    return language === 'ru' ? russian(inside, filling) : english(inside, filling)
  })
}

function russian(inside: string, { region, neighbour, settlement, product }: Filling): string {
  const [what, wanted] = inside.split('.')
  const forms: Readonly<Record<string, string>> | undefined = {
    region: region.ru,
    neighbour: neighbour.ru,
    town: towns[settlement].ru,
    product: product.ru,
  }[what ?? '']
  return given(forms?.[wanted ?? ''], inside)
}

function english(inside: string, { region, neighbour, settlement, product }: Filling): string {
  const [what, wanted] = inside.split('.')
  const word = { region: region.en, neighbour: neighbour.en, town: towns[settlement].en, product: product.en }[
    what ?? ''
  ]
  return given(word && (wanted === 'in' ? `in ${word}` : word), inside)
}

function given(word: string | undefined, inside: string): string {
  if (word === undefined) throw new RangeError(`No slot {${inside}}`)
  return word
}

// People who give a figure by heart give a round one.
function rounded(chance: Random, from: number, to: number): number {
  const span = to - from
  const step = span >= 400 ? 50 : span >= 100 ? 10 : span >= 10 ? 5 : 1
  const steps = Math.floor(to / step) - Math.ceil(from / step)
  return Math.ceil(from / step) * step + chance.int(0, steps) * step
}
