import { and, asc, eq, ne } from 'drizzle-orm'
import type { Code } from '@/core/codebook/code'
import { withDescendants } from '@/core/codebook/path'
import { type Access, mustCode } from './access'
import { visibleTo } from './codings'
import { Forbidden, NotFound } from './refusal'
import { codes, codings, interviews, transcripts } from './schema'

const columns = {
  id: codes.id,
  parentId: codes.parentId,
  name: codes.name,
  position: codes.position,
  colour: codes.colour,
  definition: codes.definition,
  include: codes.include,
  exclude: codes.exclude,
  example: codes.example,
  aliases: codes.aliases,
  archived: codes.archived,
}

/** All codes of the project; siblings in their order, parents not necessarily before children. */
export function list(access: Access): readonly Code[] {
  return access.db
    .select(columns)
    .from(codes)
    .where(eq(codes.projectId, access.projectId))
    .orderBy(asc(codes.position), asc(codes.name))
    .all()
}

/** One code. Throws NotFound; `gone` when the caller has seen it before. */
export function get(access: Access, id: string, reason: 'notFound' | 'gone' = 'notFound'): Code {
  const code = access.db
    .select(columns)
    .from(codes)
    .where(and(eq(codes.projectId, access.projectId), eq(codes.id, id)))
    .get()
  if (!code) throw new NotFound(reason)
  return code
}

/**
 * Ids of the codes this person may rename, describe, move or remove. For who leads: all. For a coder: those they added, when all that is under
 * them is theirs too and nobody else coded with any of it, as far as they may know. For a viewer: none.
 */
export function changeable(access: Access): ReadonlySet<string> {
  const rows = access.db
    .select({
      id: codes.id,
      parentId: codes.parentId,
      name: codes.name,
      position: codes.position,
      by: codes.createdBy,
    })
    .from(codes)
    .where(eq(codes.projectId, access.projectId))
    .all()
  if (access.role === 'viewer') return new Set()
  if (access.role !== 'coder') return new Set(rows.map((row) => row.id))
  const used = access.db
    .selectDistinct({ id: codings.codeId })
    .from(codings)
    .innerJoin(transcripts, eq(transcripts.id, codings.transcriptId))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(visibleTo(access), ne(codings.coderId, access.userId)))
    .all()
  const fixed = new Set(used.map((row) => row.id))
  for (const row of rows) if (row.by !== access.userId) fixed.add(row.id)
  const parents = new Map(rows.map((row) => [row.id, row.parentId]))
  for (const id of [...fixed]) for (let up = parents.get(id); up && !fixed.has(up); up = parents.get(up)) fixed.add(up)
  return new Set(rows.map((row) => row.id).filter((id) => !fixed.has(id)))
}

/** The code, when this person may change it. Throws NotFound `gone`, Forbidden. */
export function mustChange(access: Access, id: string): Code {
  mustCode(access)
  const code = get(access, id, 'gone')
  if (access.role === 'coder' && !changeable(access).has(id)) throw new Forbidden()
  return code
}

/** Ids of a code and of all that is under it. */
export function subtree(access: Access, id: string): readonly string[] {
  return [...withDescendants(list(access), [id])]
}

/** Stores the places of codes that stand elsewhere than before; returns these. */
export function writePlaces(access: Access, before: readonly Code[], after: readonly Code[]): readonly Code[] {
  const was = new Map(before.map((code) => [code.id, code]))
  const moved = after.filter((code) => {
    const old = was.get(code.id)
    return old && (old.parentId !== code.parentId || old.position !== code.position)
  })
  for (const { id, parentId, position } of moved)
    access.db
      .update(codes)
      .set({ parentId, position })
      .where(and(eq(codes.projectId, access.projectId), eq(codes.id, id)))
      .run()
  return moved
}
