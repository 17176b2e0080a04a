import type { Person } from './memo'

/** Where in a text: a transcript and a half-open UTF-16 range [start, end) of it. */
export type Passage = { readonly transcriptId: string; readonly start: number; readonly end: number }

/** One contribution to a question; the first is the question itself. Times in milliseconds. */
export type Post = { readonly id: string; readonly author: Person; readonly text: string; readonly at: number }

/** A question on a passage with what was answered. `to` is whom it is addressed to, null for everybody; `meeting` that it is to be decided there. */
export type Question = Passage & {
  readonly id: string
  readonly interview: { readonly id: string; readonly name: string }
  readonly quote: string
  readonly author: Person
  readonly to: Person | null
  readonly meeting: boolean
  /** When and by whom it was settled, null while it is open. */
  readonly settled: { readonly by: Person; readonly at: number } | null
  readonly posts: readonly Post[]
  readonly createdAt: number
  /** Whether the person who asks may settle, open or remove it. */
  readonly changeable: boolean
}
