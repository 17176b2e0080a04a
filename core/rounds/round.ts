import type { Assigned, DrawRule } from './draw'

/** A round as its list shows it; times in milliseconds, `starts` (null: at once) and `due` as YYYY-MM-DD. */
export type Round = {
  readonly id: string
  readonly name: string
  readonly blind: boolean
  readonly state: 'open' | 'closed'
  readonly version: number
  readonly rule: DrawRule | null
  readonly groups: readonly (readonly string[])[]
  readonly starts: string | null
  readonly due: string | null
  readonly createdAt: number
  readonly closedAt: number | null
}

/** An assignment with the names to show; `doneAt` null as long as it is due. `read` is how far the coder last was in the text, from 0 to 1. */
export type Assignment = {
  readonly interviewId: string
  readonly interview: string
  readonly coderId: string
  readonly coder: string
  readonly words: number
  readonly doneAt: number | null
  readonly read: number
}

/** What a new round is to be. Its interviews are those of the assignments. */
export type NewRound = {
  readonly name: string
  readonly blind: boolean
  readonly starts?: string | null | undefined
  readonly due: string | null
  readonly rule: DrawRule | null
  readonly groups: readonly (readonly string[])[]
  readonly assignments: readonly Assigned[]
}
