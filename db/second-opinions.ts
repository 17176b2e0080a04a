import { and, eq, isNull, sql } from 'drizzle-orm'
import { codePaths } from '@/core/codebook/path'
import type { BroughtOpinions, RefusedOpinion, SecondOpinion } from '@/core/rounds/second-opinion'
import { offsetsOfCodePoints } from '@/core/text/code-points'
import { fold } from '@/core/text/fold'
import { wordOffsets } from '@/core/text/words'
import { type Access, mustLead } from './access'
import * as codes from './codes'
import { place } from './codings'
import { record } from './events'
import { newCoder } from './exchange-users'
import { mustBeOpen, touch } from './rounds'
import { codings, interviews, members, transcripts, users } from './schema'
import { assignments } from './schema-rounds'

/**
 * Brings codings from elsewhere into an open round, each coder of theirs as a coder of the round who is done with the interviews they have rows in. The
 * names of interviews and codes are compared without regard to case, a code may be given by its whole path with " / "; offsets are code points of the
 * text as it is now. A coder is known again by name, but nobody gets codings who can sign in. Rows that cannot be placed are answered and nothing is
 * done for them; the same file again adds nothing. Throws Forbidden unless the person leads, NotFound, Conflict `roundClosed`.
 */
export function bring(access: Access, roundId: string, rows: readonly SecondOpinion[]): BroughtOpinions {
  mustLead(access)
  return access.db.transaction(() => {
    mustBeOpen(access, roundId)
    const find = lookup(access, roundId)
    const refused: RefusedOpinion[] = []
    const added: string[] = []
    const coders = new Map<string, string>()
    const done = new Set<string>()
    let known = 0
    for (const row of rows) {
      const at = find(row)
      if ('fault' in at) {
        refused.push(at)
        continue
      }
      const coderId = coders.get(fold(row.coder)) ?? at.coderId ?? newCoder(access, row.coder)
      coders.set(fold(row.coder), coderId)
      const id = crypto.randomUUID()
      const { transcriptId, codeId, placed, interviewId } = at
      const now = Date.now()
      const { changes } = access.db
        .insert(codings)
        .values({ id, transcriptId, codeId, coderId, ...placed, createdAt: now, updatedAt: now })
        .onConflictDoNothing()
        .run()
      if (changes > 0) added.push(id)
      else known++
      done.add(`${interviewId} ${coderId}`)
    }
    for (const one of done) {
      const [interviewId = '', coderId = ''] = one.split(' ')
      access.db
        .insert(assignments)
        .values({ roundId, interviewId, coderId, doneAt: Date.now() })
        .onConflictDoUpdate({
          target: [assignments.roundId, assignments.interviewId, assignments.coderId],
          set: { doneAt: sql`coalesce(${assignments.doneAt}, excluded.done_at)` },
        })
        .run()
    }
    if (done.size > 0) {
      touch(access, roundId)
      record(access, 'round.opinions', roundId, null, { codings: added, coders: [...coders.values()] })
    }
    const names = new Map(rows.map(({ coder }) => [fold(coder), coder]))
    return { added: added.length, known, coders: [...coders.keys()].map((key) => names.get(key) ?? ''), refused }
  })
}

function lookup(access: Access, roundId: string) {
  const texts = new Map(
    access.db
      .selectDistinct({
        interviewId: interviews.id,
        name: interviews.name,
        transcriptId: transcripts.id,
        text: transcripts.text,
      })
      .from(assignments)
      .innerJoin(interviews, eq(interviews.id, assignments.interviewId))
      .innerJoin(transcripts, and(eq(transcripts.interviewId, interviews.id), eq(transcripts.current, true)))
      .where(and(eq(interviews.projectId, access.projectId), eq(assignments.roundId, roundId)))
      .all()
      .map((row) => [fold(row.name), { ...row, words: wordOffsets(row.text), at: offsetsOfCodePoints(row.text) }]),
  )
  const tree = codes.list(access)
  const paths = codePaths(tree)
  const byName = new Map<string, string[]>()
  for (const { id, name } of tree)
    for (const key of new Set([fold(name), fold((paths.get(id) ?? []).join(' / '))]))
      byName.set(key, [...(byName.get(key) ?? []), id])
  const people = peopleOf(access)
  return (row: SecondOpinion) => {
    const refused = (fault: RefusedOpinion['fault'], value: string): RefusedOpinion => ({
      line: row.line,
      fault,
      value,
    })
    const text = texts.get(fold(row.interview))
    if (!text) return refused('interview', row.interview)
    const [codeId, other] = byName.get(fold(row.code)) ?? []
    if (codeId === undefined) return refused('code', row.code)
    if (other !== undefined) return refused('codes', row.code)
    const person = people.get(fold(row.coder))
    if (person?.signsIn) return refused('person', row.coder)
    const [start, end] = [text.at(row.start), text.at(row.end)]
    if (start === null || end === null) return refused('outside', `${row.start}–${row.end}`)
    const { interviewId, transcriptId } = text
    return { interviewId, transcriptId, codeId, coderId: person?.id, placed: place(text, { start, end }) }
  }
}

/** The members by name; who has no address cannot sign in. Where both have a name, it is the person's. */
function peopleOf(access: Access) {
  const rows = access.db
    .select({ id: users.id, name: users.name, foreign: isNull(users.email).mapWith(Boolean) })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.projectId, access.projectId))
    .all()
  return new Map(
    rows
      .toSorted((a, b) => Number(b.foreign) - Number(a.foreign))
      .map(({ id, name, foreign }) => [fold(name), { id, signsIn: !foreign }]),
  )
}
