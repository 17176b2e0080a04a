/** Numbers from 0 up to, not including, 1. */
export type Random = () => number

/** The same numbers for the same seed: mulberry32 (T. Ettinger, public domain). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number in [from, to). */
export function between(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from))
}

/** One of a list. Throws RangeError for an empty list. */
export function oneOf<T>(random: Random, list: readonly T[]): T {
  const chosen = list[between(random, 0, list.length)]
  if (chosen === undefined) throw new RangeError('nothing to choose from')
  return chosen
}

/** An id in the form of a version 4 UUID. */
export function idFrom(random: Random): string {
  const digits = Array.from({ length: 32 }, () => between(random, 0, 16).toString(16))
  digits[12] = '4'
  digits[16] = oneOf(random, ['8', '9', 'a', 'b'])
  const text = digits.join('')
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-')
}
