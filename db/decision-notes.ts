import { and, asc, eq } from 'drizzle-orm'
import type { DecisionNote } from '@/core/rounds/decision'
import { differences } from '@/core/rounds/differences'
import { type Access, mustCode } from './access'
import { compared } from './agreement'
import { record } from './events'
import { NotFound, Refusal } from './refusal'
import { users } from './schema'
import { decisionNotes } from './schema-rounds'

/** What was said about the differences of a closed round, the oldest first. Throws as `compared`. */
export function list(access: Access, roundId: string): readonly DecisionNote[] {
  compared(access, roundId)
  return access.db
    .select({
      id: decisionNotes.id,
      key: decisionNotes.key,
      author: users.name,
      at: decisionNotes.at,
      text: decisionNotes.text,
    })
    .from(decisionNotes)
    .leftJoin(users, eq(users.id, decisionNotes.userId))
    .where(and(eq(decisionNotes.roundId, roundId)))
    .orderBy(asc(decisionNotes.at), asc(decisionNotes.id))
    .all()
    .map((row) => ({ ...row, author: row.author ?? '' }))
}

/**
 * Says something about a difference of a closed round: who leads asks, who coded answers. Throws Forbidden (viewer), NotFound for a key that is not
 * there, Refusal `empty`, and as `compared`.
 */
export function add(access: Access, roundId: string, key: string, words: string): DecisionNote {
  mustCode(access)
  return access.db.transaction(() => {
    const { snapshot } = compared(access, roundId)
    const about = differences(snapshot, 1).find((one) => one.key === key)
    if (!about) throw new NotFound()
    const text = words.trim()
    if (text === '') throw new Refusal('empty')
    const id = crypto.randomUUID()
    access.db.insert(decisionNotes).values({ id, roundId, key, userId: access.userId, at: Date.now(), text }).run()
    record(access, 'decision.note', roundId, null, { key, transcriptId: snapshot.transcripts[about.interview] ?? null })
    const made = list(access, roundId).find((one) => one.id === id)
    if (!made) throw new NotFound()
    return made
  })
}
