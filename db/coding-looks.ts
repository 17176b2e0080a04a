import { eq } from 'drizzle-orm'
import type { Access } from './access'
import { codingLooks } from './schema-codebook'

/** Notes that somebody made sure just now that a coding has the right code; `queueId` where they were asked to, else null. Whoever calls has made sure that they may. */
export function look(access: Access, codingId: string, queueId: string | null): void {
  const at = Date.now()
  access.db
    .insert(codingLooks)
    .values({ codingId, queueId, at })
    .onConflictDoUpdate({ target: codingLooks.codingId, set: { queueId, at } })
    .run()
}

/** Takes such a note back. */
export function unlook(access: Access, codingId: string): void {
  access.db.delete(codingLooks).where(eq(codingLooks.codingId, codingId)).run()
}
