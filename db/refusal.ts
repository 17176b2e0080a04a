/** The reasons why the house says no. Each has a text in `messages/` under `refusal`. */
export type Reason =
  | 'notFound'
  | 'forbidden'
  | 'nameTaken'
  | 'nameEmpty'
  | 'empty'
  | 'outsideText'
  | 'searchTooLong'
  | 'underItself'
  | 'parentGone'
  | 'inUse'
  | 'gone'
  | 'lastOwner'
  | 'alreadyMember'
  | 'linkUsed'
  | 'linkExpired'
  | 'emailTaken'
  | 'wrongPassword'
  | 'weakPassword'
  | 'notACategory'
  | 'notANumber'
  | 'notADate'
  | 'changedSince'
  | 'duplicate'
  | 'invalid'
  | 'signedOut'
  | 'signInClosed'
  | 'damagedBackup'
  | 'diskFull'
  | 'roundOpen'
  | 'roundClosed'
  | 'notDone'
  | 'blindRound'
  | 'nothingToCompare'
  | 'builtOn'
  | 'undecidedNames'
  | 'maskedWords'
  | 'archiveHoldsNames'

/** What a person caused and can do something about; becomes a message, never a crash. `values` fill the message's slots. */
export class Refusal extends Error {
  override readonly name: string = 'Refusal'
  constructor(
    readonly reason: Reason,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(reason)
  }
}

/** Not there, or not yours: the two are told apart for nobody. */
export class NotFound extends Refusal {
  override readonly name = 'NotFound'
  constructor(reason: 'notFound' | 'gone' = 'notFound') {
    super(reason)
  }
}

/** Yours to see but not to change. */
export class Forbidden extends Refusal {
  override readonly name = 'Forbidden'
  constructor() {
    super('forbidden')
  }
}

/** It would contradict what is stored. */
export class Conflict extends Refusal {
  override readonly name = 'Conflict'
}
