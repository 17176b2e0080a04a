import { plainWord, stem } from '@/core/text/stem'
import { wordOffsets } from '@/core/text/words'
import type { WordTerm } from './query'

/**
 * The different words of many texts, each with a number. A text is kept as the numbers of its words, four bytes a word, so that a search looks each form
 * up once and then only compares numbers.
 */
export class Vocabulary {
  readonly #numbers = new Map<string, number>()
  readonly #forms: string[] = []
  readonly #byStem = new Map<string, number[]>()

  /** How many different forms it knows. */
  get size(): number {
    return this.#forms.length
  }

  /** The numbers of a text's words, in their order (`wordOffsets` says where each stands). */
  read(text: string): Uint32Array {
    const offsets = wordOffsets(text)
    const numbers = new Uint32Array(offsets.length / 2)
    for (let i = 0; i < numbers.length; i++) {
      const word = text.slice(offsets[2 * i], offsets[2 * i + 1])
      numbers[i] = this.#numbers.get(word) ?? this.#add(word)
    }
    return numbers
  }

  /** Marks (1) the numbers of all forms that a word of a query stands for. A word with hyphens stands for each of its parts, too. */
  marked({ how, word }: WordTerm): Uint8Array {
    const marks = new Uint8Array(this.#forms.length)
    if (how === 'stem') {
      for (const number of this.#byStem.get(stem(word)) ?? []) marks[number] = 1
      return marks
    }
    const wanted = plainWord(word)
    this.#forms.forEach((form, number) => {
      if (how === 'exact' ? form === wanted : form.startsWith(wanted)) marks[number] = 1
    })
    return marks
  }

  #add(word: string): number {
    const form = plainWord(word)
    const number = this.#numbers.get(form) ?? this.#new(form)
    this.#numbers.set(word, number)
    return number
  }

  #new(form: string): number {
    const number = this.#forms.push(form) - 1
    this.#numbers.set(form, number)
    for (const key of new Set([form, ...form.split(/[-'’ʼ]/u)].filter((part) => part !== '').map(stem))) {
      const known = this.#byStem.get(key)
      if (known) known.push(number)
      else this.#byStem.set(key, [number])
    }
    return number
  }
}
