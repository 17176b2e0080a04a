import type { Code, CodeChange } from '@/core/codebook/code'
import type { Place } from '@/core/codebook/tree'

/** What an action answers, as far as a screen needs it. */
export type Answer<T = unknown> = { readonly ok: T } | { readonly error: string; readonly reason?: string }

/** What went with a removed code. */
export type Removed = { readonly codes: number; readonly codings: number; readonly people: number }

/** The actions of the codebook. */
export type CodebookActions = {
  readonly add: (given: {
    project: string
    id: string
    parentId: string | null
    position: number
    name: string
    colour?: number
  }) => Promise<Answer<Code>>
  readonly change: (given: { project: string; id: string; to: CodeChange; seen: CodeChange }) => Promise<Answer<Code>>
  readonly move: (given: { project: string; id: string; to: Place }) => Promise<Answer<readonly Code[]>>
  readonly remove: (given: { project: string; id: string; only?: 'unused' }) => Promise<Answer<Removed>>
  readonly restore: (given: {
    project: string
    id: string
  }) => Promise<Answer<{ readonly codes: readonly Code[]; readonly lost: number }>>
}
