import type { Material, MaterialCoding, MaterialInterview } from '@/core/agreement/material'
import { type Random, randomFrom, randomIndex } from '@/core/agreement/random'

/** The size of a corpus for timing: codings are in all, over interviews and coders. */
export type Size = {
  readonly interviews: number
  readonly coders: number
  readonly codings: number
  readonly codes: number
}

/** The length of a composed text in characters. */
const LENGTH = 60_000

/**
 * A composed corpus, the same for the same seed: passages laid out in every interview, each coded by every coder with ends
 * moved a little, now and then missed or given a neighbouring code. One coder's codings never overlap, so that the codes can
 * be read as one group.
 */
export function composedMaterial(size: Size, seed: number): Material {
  const random = randomFrom(seed)
  const coders = Array.from({ length: size.coders }, (_, i) => `coder ${i + 1}`)
  const codes = Array.from({ length: size.codes }, (_, i) => ({ id: `code ${i + 1}`, parent: null }))
  const interviews: MaterialInterview[] = []
  const codings: MaterialCoding[] = []
  const perInterview = Math.round(size.codings / size.interviews / size.coders)
  for (let index = 0; index < size.interviews; index++) {
    const id = `interview ${index + 1}`
    interviews.push({
      id,
      length: LENGTH,
      coders,
      interviewer: [],
      sentences: [],
      turns: [],
      paragraphs: [],
      values: { section: index % 2 ? 'a' : 'b' },
    })
    const room = LENGTH / perInterview
    for (let passage = 0; passage < perInterview; passage++) {
      const code = randomIndex(random, size.codes)
      for (const coder of coders)
        codings.push(codingOf({ interview: id, coder }, passage * room, room, code, size.codes, random))
    }
  }
  return { interviews, codes, codings }
}

function codingOf(
  whose: { readonly interview: string; readonly coder: string },
  from: number,
  room: number,
  code: number,
  codes: number,
  random: Random,
): MaterialCoding {
  const start = Math.round(from + room * (0.1 + 0.15 * random()))
  const end = Math.max(start + 1, Math.round(from + room * (0.6 + 0.3 * random())))
  const given = random() < 0.15 ? (code + 1) % codes : code
  return { ...whose, code: `code ${given + 1}`, start, end }
}
