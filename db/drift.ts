import { eq } from 'drizzle-orm'
import type { Choice } from '@/core/agreement/material'
import { type Drift, drift } from '@/core/rounds/drift'
import type { Access } from './access'
import { compared } from './agreement'
import { comparedWithConsensus } from './consensus'
import { assignments } from './schema-rounds'

/**
 * How the coders of a closed round agreed with its consensus, and how often they used each code, by week: all of them for who leads, oneself for others. Throws as
 * `compared`.
 */
export function driftOf(
  access: Access,
  roundId: string,
  asked: { readonly measure: string; readonly choice: Choice },
): readonly Drift[] {
  const { snapshot } = compared(access, roundId)
  const { material, consensus } = comparedWithConsensus(access, roundId)
  const done = new Map(
    access.db
      .select({ interview: assignments.interviewId, coder: assignments.coderId, at: assignments.doneAt })
      .from(assignments)
      .where(eq(assignments.roundId, roundId))
      .all()
      .map(({ interview, coder, at }) => [`${interview} ${coder}`, at]),
  )
  const leads = access.role === 'owner' || access.role === 'supervisor'
  const doneAt = (interview: string, coder: string) => done.get(`${interview} ${coder}`) ?? null
  return drift(snapshot.material, material, consensus, doneAt, asked).filter(
    ({ coder }) => leads || coder === access.userId,
  )
}
