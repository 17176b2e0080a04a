import type { Decision } from './decision'
import { joined, type Passage } from './differences'
import type { KeptCoding } from './snapshot'

/** A passage where a decision says otherwise than a coder: what the consensus has there, its `coder` being the consensus. */
export type Overruled = {
  readonly passage: Passage
  readonly decision: Decision
  readonly consensus: readonly KeptCoding[]
}

/**
 * Where a coder was overruled, in the order of the passages: what they marked with the passage's code covers other characters than what the decision
 * made with it. What waits is not decided, and what full agreement made by its rule overrules nobody. `made` are the codings of the consensus by id.
 */
export function overruled(
  passages: readonly Passage[],
  decisions: ReadonlyMap<string, Decision>,
  made: ReadonlyMap<string, KeptCoding>,
  coder: string,
): readonly Overruled[] {
  return passages.flatMap((passage) => {
    const decision = decisions.get(passage.key)
    const own = passage.codings.filter((one) => one.coder === coder)
    if (!decision || decision.verdict === 'postponed' || decision.verdict === 'rule') return []
    if (own.length === 0 && !passage.without.includes(coder)) return []
    const consensus = decision.made.flatMap((id) => made.get(id) ?? [])
    const settled = consensus.filter(({ code }) => code === passage.code)
    return covered(own) === covered(settled) ? [] : [{ passage, decision, consensus }]
  })
}

function covered(codings: readonly KeptCoding[]): string {
  return joined(codings)
    .map(({ start, end }) => `${start}-${end}`)
    .join(' ')
}
