import type { Query } from '@/core/excerpts/query'
import { groupValue } from '@/core/frequencies/columns'
import { passagesByInterview } from '@/core/frequencies/counting'
import type { Material } from '@/core/frequencies/material'
import type { OutlineRow } from '@/core/frequencies/outline'

/**
 * What an analysis looks at. `codes`: ids of the codes that have rows; none = the `most` codes that the most interviews mention. An empty list of
 * coders or values asks for nothing; a code's row holds its sub-codes' passages where `rollUp`; interviewers' passages count where `interviewers`.
 */
export type Choice = {
  readonly codes: readonly string[]
  readonly most: number
  readonly rollUp: boolean
  readonly interviewers: boolean
  readonly coders: readonly string[]
  readonly values: Query['values']
  /** The version of the codebook under whose codes passages count; null or none = today's. */
  readonly version?: number | null
}

/**
 * The material as chosen. `rows` are the codes in the order of the codebook; `interviews` the indices of the interviews asked for; `passages` per
 * interview (by its index in the material) the passages that count, in the order of their beginnings; `rowsOf` per code the rows it counts in.
 */
export type Chosen = {
  readonly material: Material
  readonly rows: readonly OutlineRow[]
  readonly interviews: readonly number[]
  readonly passages: readonly (readonly number[])[]
  readonly rowsOf: readonly (readonly number[])[]
}

/** Applies a choice to the material. */
export function chosen(material: Material, choice: Choice): Chosen {
  const groups = passagesByInterview(material, {
    interviewers: choice.interviewers,
    coders: choice.coders.length > 0 ? new Set(choice.coders) : null,
  })
  const asked = [...material.interviews.keys()].filter((i) =>
    choice.values.every(
      ({ variable, values }) =>
        values.length === 0 || values.includes(groupValue(material.interviews[i]?.values ?? {}, variable)),
    ),
  )
  const wanted = choice.codes.length > 0 ? named(material, choice.codes) : usual(material, groups, asked, choice)
  const rows = material.codes.filter((_, k) => wanted.has(k))
  const place = new Map([...wanted].sort((a, b) => a - b).map((k, row) => [k, row]))
  const rowsOf = material.codes.map((_, k) =>
    upwards(material, k, choice.rollUp).flatMap((code) => place.get(code) ?? []),
  )
  return { material, rows, interviews: asked, passages: groups, rowsOf }
}

/** A code and, rolled up, those above it, as indices. */
function upwards({ codes }: Material, code: number, rollUp: boolean): number[] {
  const rows = [code]
  for (let k = codes[code]?.parent ?? -1; rollUp && k >= 0; k = codes[k]?.parent ?? -1) rows.push(k)
  return rows
}

function named({ codes }: Material, ids: readonly string[]): ReadonlySet<number> {
  return new Set(codes.flatMap((row, k) => (ids.includes(row.code.id) ? [k] : [])))
}

/** The codes in the most interviews; of two in equally many the one with more passages, then the earlier in the codebook. */
function usual(
  material: Material,
  groups: readonly (readonly number[])[],
  asked: readonly number[],
  { most, rollUp }: Choice,
): ReadonlySet<number> {
  const above = material.codes.map((_, k) => upwards(material, k, rollUp))
  const interviews = new Int32Array(material.codes.length)
  const passages = new Int32Array(material.codes.length)
  const seen = new Int32Array(material.codes.length).fill(-1)
  for (const i of asked)
    for (const p of groups[i] ?? [])
      for (const k of above[material.passages.code[p] ?? -1] ?? []) {
        passages[k] = (passages[k] ?? 0) + 1
        if (seen[k] === i) continue
        seen[k] = i
        interviews[k] = (interviews[k] ?? 0) + 1
      }
  const of = (counts: Int32Array, k: number) => counts[k] ?? 0
  const order = [...material.codes.keys()]
    .filter((k) => of(passages, k) > 0)
    .sort((a, b) => of(interviews, b) - of(interviews, a) || of(passages, b) - of(passages, a) || a - b)
  return new Set(order.slice(0, most))
}
