import { and, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { children, move, taken, without } from '@/core/codebook/tree'
import { fold } from '@/core/text/fold'
import { type Access, mustLead } from './access'
import { get, list, subtree, writePlaces } from './code-rows'
import { storedCodes } from './code-stored'
import { record } from './events'
import { Conflict, NotFound, Refusal } from './refusal'
import { codes, codings, interviews, transcripts } from './schema'
import { memos } from './schema-notes'

/** What a merge did: how many codings have the other code now, and how many were there with it already. */
export type Merged = { readonly step: string; readonly moved: number; readonly same: number }

/** A merge as its event keeps it. */
const Before = z.object({
  ...{ into: z.string(), code: storedCodes.shape.codes.element, same: storedCodes.shape.codings },
  ...{ moved: z.array(z.string()), below: z.array(z.string()), memos: z.array(z.string()) },
  aliases: z.array(z.string()),
})

/**
 * Makes one code of two: everybody's codings of `id` become codings of `into` (those that are there with it already are one), what is under it goes under
 * `into`, its memos too, and its name finds `into` as an alias. One step of the history. Throws Forbidden unless the person leads, NotFound `gone`, Refusal
 * `underItself` for a code above or equal, Conflict `nameTaken` when sub-codes of both have one name.
 */
export function merge(access: Access, id: string, into: string): Merged {
  mustLead(access)
  return access.db.transaction(() => {
    const code = get(access, id, 'gone')
    const target = get(access, into, 'gone')
    if (subtree(access, id).includes(into)) throw new Refusal('underItself')
    const before = list(access)
    const below = children(before, id)
    for (const one of below) if (taken(before, into, one.name)) throw new Conflict('nameTaken', { name: one.name })
    let places = before
    for (const one of below) places = move(places, one.id, { parentId: into, position: places.length })
    writePlaces(access, before, places)

    const rows = access.db.select().from(codings).where(eq(codings.codeId, id)).all()
    access.db.run(
      sql`update or ignore ${codings} set code_id = ${into}, updated_at = ${Date.now()} where code_id = ${id}`,
    )
    const same = access.db.select().from(codings).where(eq(codings.codeId, id)).all()
    const staying = new Set(same.map((row) => row.id))
    const moved = rows.filter((row) => !staying.has(row.id)).map((row) => row.id)

    const noted = access.db.select({ id: memos.id }).from(memos).where(onCode(id)).all()
    access.db.update(memos).set({ subjectId: into }).where(onCode(id)).run()
    const known = new Set([target.name, ...target.aliases].map(fold))
    const aliases = [...target.aliases, ...[code.name, ...code.aliases].filter((name) => !known.has(fold(name)))]
    access.db.update(codes).set({ aliases }).where(eq(codes.id, into)).run()

    const stored = access.db.select().from(codes).where(eq(codes.id, id)).get()
    if (!stored) throw new NotFound('gone')
    const { projectId: _, ...kept } = stored
    const now = list(access)
    access.db.delete(codes).where(eq(codes.id, id)).run()
    writePlaces(access, now, without(now, [id]))
    const was = {
      ...{ into, code: kept, same, moved, below: below.map((one) => one.id) },
      ...{ memos: noted.map((one) => one.id), aliases: target.aliases },
    }
    record(access, 'code.merge', id, was, { name: code.name, into, codings: moved.length })
    return { step: id, moved: moved.length, same: same.length }
  })
}

function onCode(id: string) {
  return and(eq(memos.kind, 'code'), eq(memos.subjectId, id))
}

/**
 * Takes a merge apart again, from what its event kept: codings that were recoded or taken away since stay so, and sub-codes that were moved since stay where
 * they are. Throws Forbidden, Refusal `parentGone` when the code above was removed since, Conflict `nameTaken` when a sibling has the name now.
 */
export function unmerge(access: Access, kept: unknown): void {
  mustLead(access)
  const was = Before.parse(kept)
  access.db.transaction(() => {
    const before = list(access)
    const { code } = was
    if (code.parentId !== null && !before.some((one) => one.id === code.parentId)) throw new Refusal('parentGone')
    if (taken(before, code.parentId, code.name)) throw new Conflict('nameTaken', { name: code.name })
    access.db
      .insert(codes)
      .values({ ...code, projectId: access.projectId })
      .run()
    const raw = list(access)
    let places = move(raw, code.id, { parentId: code.parentId, position: code.position })
    for (const id of was.below)
      if (places.some((one) => one.id === id && one.parentId === was.into))
        places = move(places, id, { parentId: code.id, position: places.length })
    writePlaces(access, raw, places)

    const mine = access.db
      .select({ id: transcripts.id })
      .from(transcripts)
      .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
      .where(eq(interviews.projectId, access.projectId))
    access.db
      .update(codings)
      .set({ codeId: code.id })
      .where(
        and(
          eq(codings.codeId, was.into),
          inArray(codings.transcriptId, mine),
          sql`${codings.id} in (select value from json_each(${JSON.stringify(was.moved)}))`,
        ),
      )
      .run()
    const texts = new Set(mine.all().map((row) => row.id))
    for (const row of was.same)
      if (texts.has(row.transcriptId)) access.db.insert(codings).values(row).onConflictDoNothing().run()
    access.db
      .update(memos)
      .set({ subjectId: code.id })
      .where(and(onCode(was.into), sql`${memos.id} in (select value from json_each(${JSON.stringify(was.memos)}))`))
      .run()
    const added = new Set([code.name, ...code.aliases].map(fold))
    const had = new Set(was.aliases.map(fold))
    const target = before.find((one) => one.id === was.into)
    if (target)
      access.db
        .update(codes)
        .set({ aliases: target.aliases.filter((name) => !added.has(fold(name)) || had.has(fold(name))) })
        .where(eq(codes.id, was.into))
        .run()
  })
}
