/** Numbers from 0 (included) to 1 (not), one at a call; the same seed gives the same numbers everywhere. */
export type Random = () => number

/** A small fast generator (sfc32 by Chris Doty-Humphrey) seeded by one integer; not for secrets. */
export function randomFrom(seed: number): Random {
  let a = 0x9e3779b9
  let b = 0x243f6a88
  let c = seed | 0
  let counter = 1
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    c |= 0
    return (t >>> 0) / 4294967296
  }
  // The first numbers still resemble the seed.
  for (let i = 0; i < 12; i++) next()
  return next
}

/** A whole number from 0 (included) to `below` (not). */
export function randomIndex(random: Random, below: number): number {
  return Math.floor(random() * below)
}

/** A number from the normal distribution (Box & Muller 1958). */
export function randomNormal(random: Random, mean: number, deviation: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()))
  return mean + deviation * radius * Math.cos(2 * Math.PI * random())
}
