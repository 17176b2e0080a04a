import type { Material } from '@/core/agreement/material'
import type { Decision } from './decision'
import { differences } from './differences'
import type { KeptCoding, Snapshot } from './snapshot'

/** What a round compared with its consensus as one more coder, in the interviews that are decided, of all that two coders and more worked on. */
export type WithConsensus = { readonly material: Material; readonly decided: number; readonly of: number }

/**
 * Lays the consensus beside the coders. An interview is in it once each of its differences is decided and none postponed: before that, what the
 * consensus lacks is not a verdict. `made` are the consensus's codings that the decisions ask for, `consensus` their coder.
 */
export function withConsensus(
  { material }: Pick<Snapshot, 'material'>,
  decisions: ReadonlyMap<string, Decision>,
  made: readonly KeptCoding[],
  consensus: string,
): WithConsensus {
  const waiting = new Set(
    differences({ material }, 1).flatMap(({ key, interview }) => {
      const verdict = decisions.get(key)?.verdict
      return verdict === undefined || verdict === 'postponed' ? [interview] : []
    }),
  )
  const coded = material.interviews.filter(({ coders }) => coders.length > 1)
  const interviews = coded
    .filter(({ id }) => !waiting.has(id))
    .map((interview) => ({ ...interview, coders: [...interview.coders, consensus] }))
  const ids = new Set(interviews.map(({ id }) => id))
  const codings = [...material.codings, ...made].filter(({ interview }) => ids.has(interview))
  return { material: { ...material, interviews, codings }, decided: interviews.length, of: coded.length }
}
