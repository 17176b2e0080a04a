/** A code on a passage by a coder. [start, end) are UTF-16 offsets into the transcript's text; `quote` is exactly that text. */
export type Coding = {
  readonly id: string
  readonly codeId: string
  readonly coderId: string
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly comment: string
  readonly weight: number | null
}
