import type { Code } from './code'

/** What a code means, in words. */
export type CodeWording = Pick<Code, 'definition' | 'include' | 'exclude'>

/**
 * Passages of a code to be looked at again, those coded before `since` (milliseconds since 1970): because the code is divided among `targets`, or because it is
 * worded anew, with `wording` as it was before. `left` and `done` count what the person who asks may change.
 */
export type CodeQueue = {
  readonly id: string
  readonly codeId: string
  readonly kind: 'split' | 'wording'
  readonly since: number
  readonly targets: readonly string[]
  readonly wording: CodeWording | null
  /** Who opened it, '' when nobody knows any more. */
  readonly by: string
  /** It was not ended. */
  readonly open: boolean
  readonly left: number
  readonly done: number
}
