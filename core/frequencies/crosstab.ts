import type { Variable } from '@/core/variable'
import { clusters } from './clusters'
import { type ColumnValues, columnsOf } from './columns'
import { passagesByInterview } from './counting'
import type { Material } from './material'
import type { OutlineRow } from './outline'
import { unionOutside, wordsOutside } from './spans'

/** What is counted: interviews that mention a code, its codings, or the words coded with it. */
export const countables = ['interviews', 'codings', 'words'] as const
/** One of `countables`. */
export type Countable = (typeof countables)[number]

/** How a table is made. `by`: one variable or two make the columns. `coders`: whose codings count, null = everybody's. */
export type CrosstabSettings = {
  readonly by: readonly Variable[]
  readonly count: Countable
  /** A code's row counts its sub-codes too. */
  readonly rollUp: boolean
  /** Interviewers' turns count too. */
  readonly interviewers: boolean
  readonly coders: ReadonlySet<string> | null
}

/**
 * A heading and its denominators: how many interviews stand under it, how many words they have (without the interviewers', if those are
 * excluded), and `mentions`: the sum over all codes, sub-codes not rolled up, of what is counted.
 */
export type Column = {
  readonly values: ColumnValues
  readonly interviews: number
  readonly words: number
  readonly mentions: number
}

/** The counts of a code by column, and over all columns (which is their sum, as an interview stands in one column only). */
export type Row = { readonly cells: readonly number[]; readonly total: number }

/** A row of a code. */
export type CodeRow = Row & { readonly code: OutlineRow }

/** Codes by groups of interviews. `any` is what any code at all yields; `all` the denominators of all columns together. */
export type Crosstab = {
  readonly count: Countable
  readonly columns: readonly Column[]
  readonly rows: readonly CodeRow[]
  readonly any: Row
  readonly all: Column
}

/**
 * Counts codes by groups of interviews.
 *
 * Interviews: an interview counts once for a code, however many coders coded it there and however often.
 * Codings: of one code's passages in one interview those that overlap count once where different coders marked them (see `clusters`); a
 * rolled-up row is the sum of its codes.
 * Words: each word of a transcript counts once for a row, however many coders or sub-codes cover it.
 *
 * Without the interviewers' turns a passage that is wholly theirs is no coding, and their words are neither counted nor in the denominator.
 */
export function crosstab(material: Material, settings: CrosstabSettings): Crosstab {
  const { columns, of } = columnsOf(material.interviews, settings.by)
  const tally = count(material, settings, of, columns.length)
  const heads = columns.map((values, c) => {
    const own = material.interviews.filter((_, i) => of[i] === c)
    return { values, ...denominators(own, settings), mentions: tally.mentions[c] ?? 0 }
  })
  return {
    count: settings.count,
    columns: heads,
    rows: material.codes.map((code, k) => ({ code, ...row(tally.cells[k] ?? []) })),
    any: row(tally.any),
    all: { values: [], ...denominators(material.interviews, settings), mentions: sum(tally.mentions) },
  }
}

function row(cells: readonly number[]): Row {
  return { cells, total: sum(cells) }
}

function denominators(
  interviews: Material['interviews'],
  settings: CrosstabSettings,
): { interviews: number; words: number } {
  const words = interviews.map((one) =>
    settings.interviewers ? one.words : wordsOutside(0, one.words, one.interviewerWords),
  )
  return { interviews: interviews.length, words: sum(words) }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}

type Tally = { readonly cells: number[][]; readonly any: number[]; readonly mentions: number[] }

function count(material: Material, settings: CrosstabSettings, columnOf: Int32Array, columns: number): Tally {
  const zeros = (): number[] => new Array<number>(columns).fill(0)
  const tally: Tally = { cells: material.codes.map(zeros), any: zeros(), mentions: zeros() }
  for (const [i, group] of passagesByInterview(material, settings).entries()) {
    const interview = material.interviews[i]
    const c = columnOf[i]
    if (!interview || c === undefined || group.length === 0) continue
    const own = byCode(material, group)
    const measure = measures[settings.count](material, settings.interviewers ? [] : interview.interviewerWords)
    const add = (cells: number[] | undefined, much: number): void => {
      if (cells) cells[c] = (cells[c] ?? 0) + much
    }
    for (const [k, passages] of own) {
      const much = measure(passages)
      add(tally.mentions, much)
      if (settings.count === 'codings') for (const row of upwards(material, k, settings)) add(tally.cells[row], much)
      else if (!settings.rollUp) add(tally.cells[k], much)
    }
    if (settings.count === 'codings') continue
    add(tally.any, measure(group))
    if (settings.rollUp) for (const [k, passages] of rolledUp(material, group)) add(tally.cells[k], measure(passages))
  }
  return settings.count === 'codings' ? { ...tally, any: tally.mentions } : tally
}

function byCode({ passages }: Material, group: readonly number[]): Map<number, number[]> {
  const codes = new Map<number, number[]>()
  for (const p of group) push(codes, passages.code[p] ?? -1, p)
  return codes
}

function rolledUp({ passages, codes }: Material, group: readonly number[]): Map<number, number[]> {
  const rows = new Map<number, number[]>()
  for (const p of group) for (let k = passages.code[p] ?? -1; k >= 0; k = codes[k]?.parent ?? -1) push(rows, k, p)
  return rows
}

/** The rows in which a code's codings count: its own and, rolled up, those above it. */
function upwards({ codes }: Material, code: number, { rollUp }: CrosstabSettings): readonly number[] {
  const rows = [code]
  for (let k = codes[code]?.parent ?? -1; rollUp && k >= 0; k = codes[k]?.parent ?? -1) rows.push(k)
  return rows
}

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** How much passages of one interview come to, given in the order of their beginnings; codings are measured one code at a time. */
type Measure = (material: Material, holes: readonly number[]) => (passages: readonly number[]) => number

const measures: Readonly<Record<Countable, Measure>> = {
  interviews: () => (passages) => (passages.length > 0 ? 1 : 0),
  codings: (material) => (passages) => (passages.length < 2 ? passages.length : clusters(passages, material.passages)),
  words: (material, holes) => {
    const { from, to } = material.passages
    return (passages) => {
      const spans: number[] = []
      for (const p of passages) spans.push(from[p] ?? 0, to[p] ?? 0)
      return unionOutside(spans, holes)
    }
  },
}
