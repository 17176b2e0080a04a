import type { Cell } from '@/core/interviews/interview'

/** What an action answers, as far as a screen needs it. */
export type Answer<T = unknown> = { readonly ok: T } | { readonly error: string }

/** The actions of the table of interviews. */
export type InterviewActions = {
  readonly setValues: (given: {
    project: string
    cells: Cell[]
  }) => Promise<Answer<{ readonly cells: readonly Cell[]; readonly before: readonly Cell[] }>>
  readonly rename: (given: {
    project: string
    interview: string
    name: string
  }) => Promise<Answer<{ readonly name: string; readonly before: string }>>
  readonly remove: (given: { project: string; interviews: string[] }) => Promise<Answer>
  readonly restore: (given: { project: string; interviews: string[] }) => Promise<Answer<{ readonly lost: number }>>
}
