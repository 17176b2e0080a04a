import type { Link, LinkKind, RichNode } from './rich-text'

/** What a memo can be about. */
export const memoKinds = ['project', 'interview', 'code', 'coding'] as const
/** One of `memoKinds`. */
export type MemoKind = (typeof memoKinds)[number]

/** What a memo is about. For the project `id` is the project's. */
export type Subject = { readonly kind: MemoKind; readonly id: string }

/**
 * What a memo is about, as it is shown: `name` is the interview's, the code's path, or for a coding its code and quote; '' for the project, and
 * null when it was removed (the memo stays and belongs to it again when it comes back). `interviewId` is the interview that a coding is in.
 */
export type ShownSubject = Subject & { readonly name: string | null; readonly interviewId: string | null }

/** A person by id and name. */
export type Person = { readonly id: string; readonly name: string }

/** A memo as lists show it: the beginning of its words. `updatedAt` in milliseconds; `editor` wrote the last version. */
export type MemoLine = {
  readonly id: string
  readonly title: string
  readonly beginning: string
  readonly subject: ShownSubject
  readonly author: Person
  readonly editor: Person
  readonly createdAt: number
  readonly updatedAt: number
}

/** A way from a memo: `name` is what its target is called now, null when it is not there (any more). */
export type ShownLink = Link & { readonly name: string | null; readonly interviewId: string | null }

/** A memo in full. `version` counts its savings from 1; `links` lead from it, `back` are the memos that lead to it. */
export type Memo = Omit<MemoLine, 'beginning'> & {
  readonly body: RichNode
  readonly text: string
  readonly version: number
  readonly links: readonly ShownLink[]
  readonly back: readonly MemoLine[]
  /** Whether the person who asks may remove it. */
  readonly removable: boolean
}

/** Something a link can lead to, as it is offered while typing. `name` is a code's path, an interview's name, a memo's title. */
export type Target = { readonly kind: Exclude<LinkKind, 'passage'>; readonly id: string; readonly name: string }

/** How a list of memos is sorted. */
export const memoSorts = ['changed', 'made', 'title'] as const
/** One of `memoSorts`. */
export type MemoSort = (typeof memoSorts)[number]
