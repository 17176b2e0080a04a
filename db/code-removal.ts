import { and, eq, inArray } from 'drizzle-orm'
import type { Code } from '@/core/codebook/code'
import { inTreeOrder } from '@/core/codebook/path'
import { placed, taken, without } from '@/core/codebook/tree'
import { type Access, inHouse, mustCode } from './access'
import { keptFrom } from './blind'
import { get, list, mustChange, subtree, writePlaces } from './code-rows'
import { type StoredCodes, storedCodes } from './code-stored'
import { visibleTo } from './codings'
import { mine, record, takenBack } from './events'
import { Conflict, NotFound, Refusal } from './refusal'
import { codes, codings, interviews, transcripts, users } from './schema'

/** What went with a code: codes (itself among them), codings as far as this person sees them, and how many people had made these. */
export type Removed = { readonly codes: number; readonly codings: number; readonly people: number }

/** What came back: the codes, parents first, how many codings, and how many could not because their text is not there any more. */
export type Restored = { readonly codes: readonly Code[]; readonly codings: number; readonly lost: number }

/**
 * Removes a code with all that is under it and everybody's codings with these; `restore` brings them back. With `unused` (undoing that it was
 * added) only a code that nobody built on. Throws NotFound `gone`, Forbidden (see `changeable`), Conflict `inUse`, `blindRound` for a
 * coder (with `unused` for anybody) from whom codings are kept.
 */
export function remove(access: Access, id: string, only?: 'unused'): Removed {
  return access.db.transaction(() => {
    mustChange(access, id)
    // Whether it is in use would tell that others used it, and removing it would take their codings along unseen.
    if ((access.role === 'coder' || only === 'unused') && keptFrom(access).length > 0) throw new Conflict('blindRound')
    const before = list(access)
    const was = whole(inHouse(access), id)
    const seen = seenAmong(access, was.codes)
    if (only === 'unused' && was.codes.length + was.codings.length > 1) throw new Conflict('inUse')
    const ids = was.codes.map((code) => code.id)
    access.db
      .delete(codes)
      .where(and(eq(codes.projectId, access.projectId), eq(codes.id, id)))
      .run()
    writePlaces(access, before, without(before, [id]))
    record(access, 'code.remove', id, was, null)
    return {
      codes: ids.length,
      codings: seen.length,
      people: new Set(seen.map((coding) => coding.coderId)).size,
    }
  })
}

/**
 * Takes back this person's removal of a code: the codes with their ids, at their place, and everybody's codings. One that is there is answered
 * as it is. Throws Forbidden, NotFound `gone` when there is no such removal, Refusal `parentGone` when the code above was removed since, Conflict
 * `nameTaken` when a sibling has its name now.
 */
export function restore(asking: Access, id: string): Restored {
  mustCode(asking)
  const { codes: back, ...counted } = broughtBack(inHouse(asking), id)
  return {
    codes: some(
      asking,
      back.map((code) => code.id),
    ),
    ...counted,
  }
}

function broughtBack(access: Access, id: string): Restored {
  return access.db.transaction(() => {
    const before = list(access)
    if (before.some((code) => code.id === id)) return { codes: some(access, subtree(access, id)), codings: 0, lost: 0 }
    const event = mine(access, 'code.remove', id)
    if (!event) throw new NotFound('gone')
    const was = storedCodes.parse(event.before)
    const root = was.codes.find((code) => code.id === id)
    if (!root) throw new NotFound('gone')
    if (root.parentId !== null && !before.some((code) => code.id === root.parentId)) throw new Refusal('parentGone')
    if (taken(before, root.parentId, root.name)) throw new Conflict('nameTaken', { name: root.name })
    const codings = putBack(access, was)
    const raw = get(access, id)
    writePlaces(access, [...before, raw], placed(before, raw, root))
    const back = { codings, lost: was.codings.length - codings }
    const ids = was.codes.map((code) => code.id)
    takenBack(access, event.seq, record(access, 'code.restore', id, null, { codes: ids, ...back }))
    return { codes: some(access, ids), ...back }
  })
}

function some(access: Access, ids: readonly string[]): readonly Code[] {
  const among = new Set(ids)
  return inTreeOrder(list(access).filter((code) => among.has(code.id))).map(({ code }) => code)
}

function seenAmong(access: Access, of: StoredCodes['codes']): readonly { readonly coderId: string }[] {
  const ids = of.map((code) => code.id)
  return access.db
    .select({ coderId: codings.coderId })
    .from(codings)
    .innerJoin(transcripts, eq(transcripts.id, codings.transcriptId))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(visibleTo(access), inArray(codings.codeId, ids)))
    .all()
}

function whole(access: Access, id: string): StoredCodes {
  const ids = [...subtree(access, id)]
  const rows = access.db.select().from(codes).where(inArray(codes.id, ids)).all()
  return {
    codes: inTreeOrder(rows).map(({ code: { projectId: _, ...kept } }) => kept),
    codings: access.db.select().from(codings).where(inArray(codings.codeId, ids)).all(),
  }
}

// Texts, and people who added codes, may have been removed in the meantime.
function putBack(access: Access, was: StoredCodes): number {
  const people = new Set(
    access.db
      .select({ id: users.id })
      .from(users)
      .all()
      .map((row) => row.id),
  )
  const texts = access.db
    .select({ id: transcripts.id })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(eq(interviews.projectId, access.projectId))
    .all()
  const there = new Set(texts.map((row) => row.id))
  for (const code of was.codes) {
    const createdBy = code.createdBy !== null && people.has(code.createdBy) ? code.createdBy : null
    access.db
      .insert(codes)
      .values({ ...code, createdBy, projectId: access.projectId })
      .run()
  }
  const back = was.codings.filter((coding) => there.has(coding.transcriptId) && people.has(coding.coderId))
  for (const coding of back) access.db.insert(codings).values(coding).run()
  return back.length
}
