import { and, eq } from 'drizzle-orm'
import type { Round } from '@/core/rounds/round'
import type { Snapshot } from '@/core/rounds/snapshot'
import type { Access } from './access'
import { Conflict, NotFound } from './refusal'
import { get, mustHaveFinished } from './rounds'
import { rounds } from './schema-rounds'

/** A closed round with what it compared. */
export type Compared = { readonly round: Round; readonly snapshot: Snapshot }

/**
 * What a closed round compared, as it was kept. Throws NotFound, Conflict `roundOpen`, `notDone` when the person has interviews of it that are not done,
 * since what others did is kept from them.
 */
export function compared(access: Access, roundId: string): Compared {
  const round = get(access, roundId)
  if (round.state === 'open') throw new Conflict('roundOpen')
  mustHaveFinished(access, roundId)
  const row = access.db
    .select({ snapshot: rounds.snapshot })
    .from(rounds)
    .where(and(eq(rounds.projectId, access.projectId), eq(rounds.id, roundId)))
    .get()
  if (!row?.snapshot) throw new NotFound()
  return { round, snapshot: row.snapshot }
}
