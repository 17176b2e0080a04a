import { and, eq, inArray } from 'drizzle-orm'
import { type WithConsensus, withConsensus } from '@/core/rounds/consensus'
import type { Decision } from '@/core/rounds/decision'
import type { KeptCoding } from '@/core/rounds/snapshot'
import type { Access } from './access'
import { compared } from './agreement'
import { ofRound } from './decisions'
import { get } from './projects'
import { codings, interviews, transcripts } from './schema'

/** The codings of the consensus that decisions ask for. */
export function madeBy(access: Access, decisions: Iterable<Decision>): readonly KeptCoding[] {
  const ids = [...decisions].flatMap(({ made }) => made)
  return access.db
    .select({
      id: codings.id,
      interview: transcripts.interviewId,
      coder: codings.coderId,
      code: codings.codeId,
      start: codings.start,
      end: codings.end,
    })
    .from(codings)
    .innerJoin(transcripts, eq(transcripts.id, codings.transcriptId))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(eq(interviews.projectId, access.projectId), inArray(codings.id, ids)))
    .all()
}

/** What a closed round compared, with the consensus beside the coders in the interviews that are decided. Throws as `compared`. */
export function comparedWithConsensus(access: Access, roundId: string): WithConsensus & { readonly consensus: string } {
  const { snapshot } = compared(access, roundId)
  const decisions = ofRound(access, roundId)
  const { consensusId } = get(access)
  const made = madeBy(access, decisions.values())
  return { ...withConsensus(snapshot, decisions, made, consensusId), consensus: consensusId }
}
