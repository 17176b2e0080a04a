import type { Memo, Subject } from '@/core/notes/memo'
import type { Question } from '@/core/notes/question'
import type { RichNode } from '@/core/notes/rich-text'
import type { Translation, TranslationState } from '@/core/notes/translation'
import type { Kept, SaveAnswer } from '../memos/autosave'

/** What a server action answers. */
export type Answer<T> = { readonly ok: T } | { readonly error: string; readonly reason?: string }

/** A question as it is asked. */
export type Asking = {
  readonly id: string
  readonly postId: string
  readonly transcriptId: string
  readonly start: number
  readonly end: number
  readonly to: string | null
  readonly text: string
  readonly meeting: boolean
}

/** What can be done with questions. */
export type QuestionActions = {
  readonly ask: (question: Asking) => Promise<Answer<Question>>
  readonly reply: (id: string, post: { readonly id: string; readonly text: string }) => Promise<Answer<Question>>
  readonly settle: (id: string, settled: boolean) => Promise<Answer<Question>>
  readonly address: (id: string, to: string | null) => Promise<Answer<Question>>
  readonly toMeeting: (id: string, meeting: boolean) => Promise<Answer<Question>>
  readonly remove: (id: string) => Promise<Answer<unknown>>
  readonly restore: (id: string) => Promise<Answer<Question>>
}

/** A translation as it is written. */
export type Translating = {
  readonly id: string
  readonly transcriptId: string
  readonly start: number
  readonly end: number
  readonly language: string
  readonly text: string
  readonly state: TranslationState
}

/** What is written anew of version `seen` of a translation. */
export type TranslationChange = {
  readonly seen: number
  readonly language?: string | undefined
  readonly text?: string | undefined
  readonly state?: TranslationState | undefined
}

/** What can be done with translations; `stored` is false when the answer is a newer version than the one that was written over. */
export type TranslationActions = {
  readonly add: (translation: Translating) => Promise<Answer<Translation>>
  readonly change: (
    id: string,
    to: TranslationChange,
  ) => Promise<Answer<{ readonly stored: boolean; readonly translation: Translation }>>
  readonly remove: (id: string) => Promise<Answer<unknown>>
  readonly restore: (id: string) => Promise<Answer<Translation>>
}

/** What can be done with memos beside a text. */
export type MemoActions = {
  readonly add: (memo: {
    readonly id: string
    readonly subject: Subject
    readonly title: string
    readonly body: RichNode
  }) => Promise<Answer<Memo>>
  readonly save: (id: string, kept: Kept) => Promise<SaveAnswer>
}
