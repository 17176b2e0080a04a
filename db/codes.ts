import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Code } from '@/core/codebook/code'
import { fold, tidy } from '@/core/text/fold'
import { type Access, mustCode } from './access'
import { record } from './events'
import { Conflict, NotFound } from './refusal'
import { codes } from './schema'

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

/** One code. Throws NotFound. */
export function get(access: Access, id: string): Code {
  const code = access.db
    .select(columns)
    .from(codes)
    .where(and(eq(codes.projectId, access.projectId), eq(codes.id, id)))
    .get()
  if (!code) throw new NotFound()
  return code
}

/** A new code, last among its siblings. The id is the client's: repeating the call gives the same code. Throws NotFound (parent), Conflict (name). */
export function add(
  access: Access,
  code: { readonly id: string; readonly parentId: string | null; readonly name: string; readonly colour?: number },
): Code {
  mustCode(access)
  return access.db.transaction(() => {
    const known = list(access).find((other) => other.id === code.id)
    if (known) return known
    const parent = code.parentId === null ? null : get(access, code.parentId)
    const name = tidy(code.name)
    if (name === '') throw new Conflict('nameEmpty')
    const siblings = list(access).filter((other) => other.parentId === code.parentId)
    if (siblings.some((other) => fold(other.name) === fold(name))) throw new Conflict('nameTaken', { name })
    access.db
      .insert(codes)
      .values({
        id: code.id,
        projectId: access.projectId,
        parentId: code.parentId,
        name,
        nameKey: fold(name),
        position: Math.max(-1, ...siblings.map((other) => other.position)) + 1,
        colour: code.colour ?? parent?.colour ?? freeColour(access),
        createdBy: access.userId,
      })
      .run()
    const added = get(access, code.id)
    record(access, 'code.add', code.id, null, added)
    return added
  })
}

function freeColour(access: Access): number {
  const tops = access.db
    .select({ n: sql<number>`count(*)` })
    .from(codes)
    .where(and(eq(codes.projectId, access.projectId), isNull(codes.parentId)))
    .get()
  return (tops?.n ?? 0) % 12
}
