/** A passage as it is shown in a list: where it is, what it says (cut in its middle when it is long), and the UTF-16 offset at which it is opened. */
export type ShownPlace = {
  readonly interviewId: string
  readonly interview: string
  readonly start: number
  readonly quotes: readonly string[]
}

/** Lines [from, from + lines.length) of `total` places. */
export type PlacesPage = { readonly total: number; readonly from: number; readonly lines: readonly ShownPlace[] }
