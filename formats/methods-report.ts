/** A methods section as it is written out: paragraphs, then one table whose first column is text and whose others are figures, in words already. */
export type MethodsReport = {
  readonly title: string
  /** What must not be missed, as that the sample study is composed; null for nothing. */
  readonly notice: string | null
  readonly paragraphs: readonly string[]
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** A BCP 47 tag, for spelling. */
  readonly language: string
}
