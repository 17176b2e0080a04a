import { and, eq, sql } from 'drizzle-orm'
import { interviewerWords } from '@/core/text/interviewer-words'
import type { SpeakerRole, TranscriptText } from '@/core/text/turn'
import { wordOffsets } from '@/core/text/words'
import { type Access, mustLead } from './access'
import { record } from './events'
import { NotFound } from './refusal'
import { interviews, type StoredTurn, speakers, transcripts } from './schema'

/** How large a transcript is. */
export type TextSize = { readonly words: number; readonly turns: number }

/**
 * Stores the first version of an interview's text with its speakers; speakers of the same name become one. Call it inside a transaction
 * that made the interview. Throws RangeError for turns that leave the text or run backwards.
 */
export function textOf(access: Access, interviewId: string, read: TranscriptText): TextSize {
  const idByName = new Map<string, string>()
  read.speakers.forEach((speaker, position) => {
    if (idByName.has(speaker.name)) return
    const id = crypto.randomUUID()
    idByName.set(speaker.name, id)
    access.db.insert(speakers).values({ id, interviewId, name: speaker.name, role: speaker.role, position }).run()
  })
  const words = wordOffsets(read.text)
  access.db
    .insert(transcripts)
    .values({
      id: crypto.randomUUID(),
      interviewId,
      text: read.text,
      turns: storedTurns(read, idByName),
      length: read.text.length,
      words: words.length / 2,
      interviewerWords: interviewerWords(words, read),
      createdBy: access.userId,
    })
    .run()
  return { words: words.length / 2, turns: read.turns.length }
}

/**
 * Says in which role a speaker of an interview speaks; the interviewers' words are counted anew. Throws NotFound for a speaker or an
 * interview that is not there, Forbidden unless the person leads. Returns the role before.
 */
export function setSpeakerRole(
  access: Access,
  interviewId: string,
  name: string,
  role: SpeakerRole,
): { before: SpeakerRole } {
  mustLead(access)
  return access.db.transaction(() => {
    const speaker = access.db
      .select({ id: speakers.id, role: speakers.role })
      .from(speakers)
      .innerJoin(interviews, eq(interviews.id, speakers.interviewId))
      .where(
        and(eq(interviews.projectId, access.projectId), eq(speakers.interviewId, interviewId), eq(speakers.name, name)),
      )
      .get()
    if (!speaker) throw new NotFound()
    access.db.update(speakers).set({ role }).where(eq(speakers.id, speaker.id)).run()
    countInterviewers(access, interviewId)
    record(
      access,
      'interview.change',
      interviewId,
      { speaker: { name, role: speaker.role } },
      { speaker: { name, role } },
    )
    return { before: speaker.role }
  })
}

function countInterviewers(access: Access, interviewId: string): void {
  const who = access.db
    .select({ id: speakers.id, name: speakers.name, role: speakers.role })
    .from(speakers)
    .where(eq(speakers.interviewId, interviewId))
    .all()
  const versions = access.db
    .select({ id: transcripts.id, text: transcripts.text, turns: transcripts.turns })
    .from(transcripts)
    .where(eq(transcripts.interviewId, interviewId))
    .all()
  for (const { id, text, turns } of versions) {
    const read = {
      text,
      speakers: who,
      turns: turns.map((turn) => ({ ...turn, speaker: who.findIndex((one) => one.id === turn.speaker) })),
    }
    access.db
      .update(transcripts)
      .set({ interviewerWords: interviewerWords(wordOffsets(text), read) })
      .where(eq(transcripts.id, id))
      .run()
  }
}

/** The size of an interview's current text; zeros when it has none. */
export function counts(access: Access, interviewId: string): TextSize {
  const row = access.db
    .select({ words: transcripts.words, turns: sql<number>`json_array_length(${transcripts.turns})` })
    .from(transcripts)
    .where(and(eq(transcripts.interviewId, interviewId), eq(transcripts.current, true)))
    .get()
  return row ?? { words: 0, turns: 0 }
}

/** The turns of a text as they are stored, by the ids of speakers. Throws RangeError for turns that leave the text or run backwards. */
export function storedTurns(read: TranscriptText, idByName: ReadonlyMap<string, string>): StoredTurn[] {
  let last = 0
  return read.turns.map((turn) => {
    if (turn.start < last || turn.said < turn.start || turn.end < turn.said || turn.end > read.text.length)
      throw new RangeError(`Turn [${turn.start}, ${turn.end}) leaves the text or its order`)
    last = turn.end
    const name = turn.speaker === null ? undefined : read.speakers[turn.speaker]?.name
    return { ...turn, speaker: name === undefined ? null : (idByName.get(name) ?? null) }
  })
}
