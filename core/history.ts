/** What kinds of things happen in a project, as the history groups them. */
export const historySubjects = [
  'coding',
  'code',
  'interview',
  'variable',
  'memo',
  'question',
  'translation',
  'round',
  'decision',
  'desk',
  'member',
  'project',
  'masking',
  'name',
  'mark',
  'consent',
  'export',
] as const
/** One of `historySubjects`. */
export type HistorySubject = (typeof historySubjects)[number]

/** A named moment to which a project can return; `bytes` is what it takes on the disk. */
export type RestorePoint = {
  readonly id: string
  readonly name: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Who kept it, '' when their account is gone. */
  readonly by: string
  readonly bytes: number
}

/** One thing that happened. */
export type HistoryEntry = {
  /** Its number; later things have higher ones. */
  readonly seq: number
  /** Milliseconds since 1970. */
  readonly at: number
  /** Who did it, '' when their account is gone. */
  readonly by: string
  /** Table and verb, such as `code.move`. */
  readonly kind: string
  /** What it happened to, by the name it has or had; '' when nobody knows any more. */
  readonly what: string
  /** Where: the interview of a coding; '' elsewhere. */
  readonly where: string
  /** What was different before and after, field by field; empty where there is nothing to compare. */
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[]
  /** It was taken back. */
  readonly undone: boolean
  /** The person who asks did it and may try to take it back. */
  readonly undoable: boolean
}
