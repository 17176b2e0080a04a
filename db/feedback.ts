import { and, eq, inArray } from 'drizzle-orm'
import { type Overruled, overruled } from '@/core/rounds/feedback'
import { type Access, mustLead } from './access'
import { passages } from './agreement'
import { ofRound } from './decisions'
import { codings, interviews, transcripts } from './schema'

/**
 * Where the decisions of a closed round overruled a coder: oneself, or anybody for who leads. Throws Forbidden when somebody else asks, and as
 * `compared`.
 */
export function feedback(access: Access, roundId: string, coder: string): readonly Overruled[] {
  if (coder !== access.userId) mustLead(access)
  const decisions = ofRound(access, roundId)
  const ids = [...decisions.values()].flatMap(({ made }) => made)
  const made = access.db
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
  return overruled(passages(access, roundId, 1), decisions, new Map(made.map((one) => [one.id, one])), coder)
}
