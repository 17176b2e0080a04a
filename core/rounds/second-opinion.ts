/** A coding from elsewhere as a row of a file has it: names as they are written there, [start, end) in code points, `line` counted from 1. */
export type SecondOpinion = {
  readonly line: number
  readonly interview: string
  readonly code: string
  readonly coder: string
  readonly start: number
  readonly end: number
}

/** Why a row is not taken: a cell is empty, the offsets are none, or what it names is not there; `person` is a coder who is a person of the house. */
export type OpinionFault = 'empty' | 'offsets' | 'interview' | 'code' | 'codes' | 'outside' | 'person'

/** A row that is not taken, with what it says there. */
export type RefusedOpinion = { readonly line: number; readonly fault: OpinionFault; readonly value: string }

/** What came of second opinions: how many codings are new, how many were there already, whose they are, and which rows were not taken. */
export type BroughtOpinions = {
  readonly added: number
  readonly known: number
  readonly coders: readonly string[]
  readonly refused: readonly RefusedOpinion[]
}
