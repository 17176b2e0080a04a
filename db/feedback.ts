import { type Overruled, overruled } from '@/core/rounds/feedback'
import { type Access, mustLead } from './access'
import { passages } from './agreement'
import { madeBy } from './consensus'
import { ofRound } from './decisions'

/**
 * Where the decisions of a closed round overruled a coder: oneself, or anybody for who leads. Throws Forbidden when somebody else asks, and as
 * `compared`.
 */
export function feedback(access: Access, roundId: string, coder: string): readonly Overruled[] {
  if (coder !== access.userId) mustLead(access)
  const decisions = ofRound(access, roundId)
  const made = madeBy(access, decisions.values())
  return overruled(passages(access, roundId, 1), decisions, new Map(made.map((one) => [one.id, one])), coder)
}
