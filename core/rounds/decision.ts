/** A decision on a difference as it stands; `verdict` is `rule` for one that full agreement made, `made` are codings of the consensus. */
export type Decision = {
  readonly key: string
  readonly verdict: 'take' | 'neither' | 'draw' | 'rule' | 'postponed'
  readonly made: readonly string[]
  readonly reasonId: string | null
  readonly note: string
  readonly decidedBy: string | null
  readonly decidedAt: number
  readonly version: number
}

/** One of the project's reasons for decisions. */
export type DecisionReason = { readonly id: string; readonly name: string }

/** What somebody said about a difference; `author` is '' for one who is gone, `at` in milliseconds. */
export type DecisionNote = {
  readonly id: string
  readonly key: string
  readonly author: string
  readonly at: number
  readonly text: string
}

/** The last thing said on a passage that a person coded, by somebody else: `code` is the passage's, names are those kept with the round. */
export type AskedOfMe = {
  readonly roundId: string
  readonly round: string
  readonly code: string
  readonly codeName: string
  readonly interview: string
  readonly at: number
  readonly text: string
}
