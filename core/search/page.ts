/** A passage that was found: [start, end) in UTF-16 offsets of a transcript's text. */
export type SearchRange = { readonly transcriptId: string; readonly start: number; readonly end: number }

/** How much of the text around a hit a code is put on. */
export const hitUnits = ['hit', 'sentence', 'turn', 'paragraph'] as const
/** One of `hitUnits`. */
export type HitUnit = (typeof hitUnits)[number]

/** A hit in its context, each side cut at words; `unit` is the passage that a code would be put on. */
export type SearchLine = SearchRange & {
  readonly interviewId: string
  readonly before: string
  readonly hit: string
  readonly after: string
  readonly unit: { readonly start: number; readonly end: number }
}

/** What a search found in transcripts: of `searched` interviews those with hits, with how many; lines [from, from + lines.length) of `total` hits. */
export type SearchPage = {
  readonly searched: number
  readonly total: number
  readonly interviews: readonly { readonly id: string; readonly name: string; readonly hits: number }[]
  readonly from: number
  readonly lines: readonly SearchLine[]
}
