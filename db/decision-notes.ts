import { and, asc, eq } from 'drizzle-orm'
import type { AskedOfMe, DecisionNote } from '@/core/rounds/decision'
import { differences } from '@/core/rounds/differences'
import { type Access, mustCode } from './access'
import { compared } from './agreement'
import { record } from './events'
import { NotFound, Refusal } from './refusal'
import * as rounds from './rounds'
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

/**
 * What was last said to this person about passages of interviews they coded, and not answered by them: the newest note of each such thread that somebody
 * else wrote, the newest first. Rounds whose codings are kept from them are passed over.
 */
export function waitingForMe(access: Access): readonly AskedOfMe[] {
  return rounds
    .list(access)
    .filter(({ state }) => state === 'closed')
    .flatMap((round) => {
      const known = seen(access, round.id)
      if (!known) return []
      const coded = known.material.interviews.filter(({ coders }) => coders.includes(access.userId))
      const last = new Map<string, { key: string; by: string | null; at: number; text: string }>()
      const all = access.db
        .select({ key: decisionNotes.key, by: decisionNotes.userId, at: decisionNotes.at, text: decisionNotes.text })
        .from(decisionNotes)
        .where(eq(decisionNotes.roundId, round.id))
        .orderBy(asc(decisionNotes.at), asc(decisionNotes.id))
        .all()
      for (const note of all) last.set(note.key, note)
      return [...last.values()].flatMap(({ key, by, at, text }) => {
        const interview = coded.find(({ id }) => key.startsWith(`${id}:`))
        if (!interview || by === access.userId) return []
        const code = key.slice(interview.id.length + 1).split(':')[0] ?? ''
        const { interviews, codes } = known.names
        const names = { interview: interviews[interview.id] ?? '', codeName: codes[code] ?? '' }
        return [{ roundId: round.id, round: round.name, code, ...names, at, text }]
      })
    })
    .toSorted((a, b) => b.at - a.at)
}

function seen(access: Access, roundId: string) {
  try {
    return compared(access, roundId).snapshot
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
