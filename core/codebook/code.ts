/** A code of a codebook as it is stored: a node of a tree. `position` orders siblings from 0; `colour` is a slot of the palette. */
export type Code = {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly position: number
  readonly colour: number
  readonly definition: string
  readonly include: string
  readonly exclude: string
  readonly example: string
  readonly aliases: readonly string[]
  /** It is not offered for coding any more; what was coded with it stays and counts. */
  readonly archived?: boolean | undefined
}

/** What of a code may be written anew, all but its place: a missing key stays as it is. */
export type CodeChange = {
  readonly [Key in Exclude<keyof Code, 'id' | 'parentId' | 'position' | 'archived'>]?: Code[Key] | undefined
}
