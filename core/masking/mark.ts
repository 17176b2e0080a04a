/** What a masked name is the name of. */
export const nameKinds = ['person', 'place', 'office', 'organisation'] as const
/** One of `nameKinds`. */
export type NameKind = (typeof nameKinds)[number]

/** A place of a text that is masked: [start, end) in UTF-16 offsets, and the very characters that stand there instead, at least one. */
export type Mark = {
  readonly start: number
  readonly end: number
  readonly kind: NameKind
  readonly pseudonym: string
}
