import { clusters } from '@/core/frequencies/clusters'
import { unionOutside } from '@/core/frequencies/spans'
import type { Chosen } from './choice'

/** What a cell of codes by interviews counts. */
export const interviewCounts = ['codings', 'words'] as const
/** One of `interviewCounts`. */
export type InterviewCount = (typeof interviewCounts)[number]

/** A code in an interview: how much, and the UTF-16 offset of its first passage there (null = none). */
export type InterviewCell = { readonly count: number; readonly first: number | null }

/** Codes by interviews: columns are `interviews` (indices in the material, by name), a row of cells for each row chosen. */
export type ByInterview = {
  readonly interviews: readonly number[]
  readonly cells: readonly (readonly InterviewCell[])[]
}

/**
 * Counts codings or words of each code in each interview, as the table of frequencies counts them: overlapping codings of one code by different coders
 * are one (see `clusters`), a rolled-up row is the sum of its codes; a word counts once for a row, without interviewers' words unless asked for.
 */
export function byInterview(of: Chosen, count: InterviewCount, interviewers: boolean): ByInterview {
  const { passages, interviews } = of.material
  const compare = new Intl.Collator('ru', { numeric: true }).compare
  const order = of.interviews.toSorted((a, b) => compare(interviews[a]?.name ?? '', interviews[b]?.name ?? ''))
  const cells: InterviewCell[][] = of.rows.map(() => [])
  for (const i of order) {
    const own: number[][] = of.rows.map(() => [])
    for (const p of of.passages[i] ?? []) for (const row of of.rowsOf[passages.code[p] ?? -1] ?? []) own[row]?.push(p)
    const holes = interviewers ? [] : (interviews[i]?.interviewerWords ?? [])
    own.forEach((list, row) => {
      const first = list[0]
      cells[row]?.push({
        count: count === 'words' ? wordsIn(list) : codingsIn(list),
        first: first === undefined ? null : (passages.start[first] ?? 0),
      })
    })
    function wordsIn(list: readonly number[]): number {
      const spans = list.map((p) => [passages.from[p] ?? 0, passages.to[p] ?? 0] as const).sort((a, b) => a[0] - b[0])
      return unionOutside(spans.flat(), holes)
    }
  }
  return { interviews: order, cells }

  function codingsIn(list: readonly number[]): number {
    const byCode = new Map<number, number[]>()
    for (const p of list) {
      const code = passages.code[p] ?? -1
      const own = byCode.get(code)
      if (own) own.push(p)
      else byCode.set(code, [p])
    }
    return [...byCode.values()].reduce((sum, own) => sum + clusters(own, passages), 0)
  }
}
