/** A page of figures with its settings, kept under a name. */
export type SavedAnalysis = {
  readonly id: string
  readonly name: string
  /** The page below the project, such as `frequencies`. */
  readonly page: string
  /** The settings as the URL says them, without the question mark. */
  readonly search: string
  /** Who saved it, '' when their account is gone. */
  readonly by: string
  /** The person who asks may take it away. */
  readonly removable: boolean
}
