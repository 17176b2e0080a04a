import type { Values, Variable } from '@/core/variable'
import type { Material } from './material'
import { type CodeNode, outline } from './outline'

/** A coding as a test writes it down. Offsets are five times the word indices. */
export type Said = {
  readonly interview: number
  readonly code: string
  readonly coder: string
  readonly from: number
  readonly to: number
}

/** A code as a test writes it down: its id is its name. */
export function node(name: string, parentId: string | null = null, position = 0): CodeNode {
  return { id: name, parentId, name, position, colour: 0 }
}

/** A category. */
export function category(id: string, ...categories: readonly string[]): Variable {
  return { id, name: id, kind: 'category', categories }
}

/** Material for tests: interviews of 100 words whose first ten are the interviewer's. */
export function material(codes: readonly CodeNode[], values: readonly Values[], said: readonly Said[]): Material {
  const rows = outline(codes)
  const coders = [...new Set(said.map((one) => one.coder))]
  const column = (of: (one: Said) => number) => Int32Array.from(said, of)
  return {
    interviews: values.map((own, i) => ({
      id: `i${i}`,
      name: `I-${i}`,
      values: own,
      words: 100,
      interviewerWords: [0, 10],
    })),
    codes: rows,
    coders: coders.map((name) => ({ id: name, name, kind: 'person' })),
    passages: {
      length: said.length,
      interview: column((one) => one.interview),
      code: column((one) => rows.findIndex((row) => row.code.id === one.code)),
      coder: column((one) => coders.indexOf(one.coder)),
      from: column((one) => one.from),
      to: column((one) => one.to),
      start: column((one) => one.from * 5),
      end: column((one) => one.to * 5),
      key: Float64Array.from(said, (_, i) => i),
    },
  }
}
