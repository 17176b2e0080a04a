import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Code, CodeChange } from '@/core/codebook/code'
import { type Counts, counted } from '@/core/codebook/counts'
import { children, misplaced, move as moved, type Place, placed, placeOf, taken } from '@/core/codebook/tree'
import { fold, tidy } from '@/core/text/fold'
import { type Access, inHouse, mustCode } from './access'
import { reworded } from './code-queues'
import { get, list, mustChange, writePlaces } from './code-rows'
import { visibleTo } from './codings'
import { record } from './events'
import { Conflict, NotFound, Refusal } from './refusal'
import { codes, codings, interviews, transcripts } from './schema'

export { remove, restore } from './code-removal'
export { changeable, get, list } from './code-rows'

/** A code to be added. The id is made by whoever adds it; without a position it becomes the last of its siblings. */
export type NewCode = {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly colour?: number | undefined
  readonly position?: number | undefined
}

/** A new code. Repeating the call gives the same code. Throws Forbidden (viewer), NotFound (parent), Conflict (name). */
export function add(access: Access, code: NewCode): Code {
  mustCode(access)
  return access.db.transaction(() => {
    const before = list(access)
    const known = before.find((other) => other.id === code.id)
    if (known) return known
    const parent = code.parentId === null ? null : get(access, code.parentId)
    const name = freeName(before, code.parentId, code.name)
    const position = code.position ?? children(before, code.parentId).length
    access.db
      .insert(codes)
      .values({
        id: code.id,
        projectId: access.projectId,
        parentId: code.parentId,
        name,
        nameKey: fold(name),
        position,
        colour: code.colour ?? parent?.colour ?? freeColour(access),
        createdBy: access.userId,
      })
      .run()
    const raw = get(access, code.id)
    const after = placed(before, raw, { parentId: code.parentId, position })
    writePlaces(access, [...before, raw], after)
    const added = get(access, code.id)
    record(access, 'code.add', code.id, null, added)
    return added
  })
}

/**
 * Renames, colours or describes a code. `seen` holds what the person saw in the fields they write: when one of them says something else by now,
 * nothing is changed. Throws NotFound `gone`, Forbidden (see `changeable`), Conflict `nameEmpty`, `nameTaken`, `changedSince`.
 */
export function change(access: Access, id: string, to: CodeChange, seen: CodeChange = {}): Code {
  return access.db.transaction(() => {
    const before = mustChange(access, id)
    const asked = neat(to)
    const after = { ...before, ...asked }
    if (differs(before, neat(seen), asked)) throw new Conflict('changedSince')
    if (same(before, after)) return before
    freeName(list(access), before.parentId, after.name, id)
    const was = get(inHouse(access), id)
    const { name, colour, definition, include, exclude, example, aliases } = after
    access.db
      .update(codes)
      .set({ name, nameKey: fold(name), colour, definition, include, exclude, example, aliases: [...aliases] })
      .where(and(eq(codes.projectId, access.projectId), eq(codes.id, id)))
      .run()
    const now = get(inHouse(access), id)
    record(access, 'code.change', id, was, now)
    reworded(inHouse(access), was, now)
    return after
  })
}

/**
 * Puts a code, with what is under it, to another place; answers all codes whose place changed. Throws NotFound `gone` (also for the parent),
 * Forbidden (see `changeable`), Refusal `underItself`, Conflict `nameTaken`.
 */
export function move(access: Access, id: string, to: Place): readonly Code[] {
  return access.db.transaction(() => {
    const { name } = mustChange(access, id)
    const before = list(access)
    const refused = misplaced(before, id, to)
    if (refused === 'gone') throw new NotFound('gone')
    if (refused === 'nameTaken') throw new Conflict('nameTaken', { name })
    if (refused) throw new Refusal(refused)
    const after = moved(before, id, to)
    const changed = writePlaces(access, before, after)
    if (changed.length > 0) record(access, 'code.move', id, placeOf(before, id), placeOf(after, id))
    return changed
  })
}

/**
 * Puts a code out of use, or takes it back into use: what is archived is not offered for coding, what was coded with it stays and counts. Throws NotFound
 * `gone`, Forbidden (see `changeable`).
 */
export function setArchived(access: Access, id: string, archived: boolean): Code {
  return access.db.transaction(() => {
    const before = mustChange(access, id)
    if (before.archived === archived) return before
    access.db
      .update(codes)
      .set({ archived })
      .where(and(eq(codes.projectId, access.projectId), eq(codes.id, id)))
      .run()
    record(access, 'code.archive', id, { archived: !archived }, { archived })
    return { ...before, archived }
  })
}

/** How often each code was put on current transcripts, by its id; only what this person may see counts. */
export function counts(access: Access): Readonly<Record<string, Counts>> {
  const uses = access.db
    .select({ codeId: codings.codeId, interviewId: transcripts.interviewId, codings: sql<number>`count(*)` })
    .from(codings)
    .innerJoin(transcripts, and(eq(transcripts.id, codings.transcriptId), eq(transcripts.current, true)))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(visibleTo(access))
    .groupBy(codings.codeId, transcripts.interviewId)
    .all()
  return counted(list(access), uses)
}

function freeName(all: readonly Code[], parentId: string | null, wanted: string, self?: string): string {
  const name = tidy(wanted)
  if (name === '') throw new Conflict('nameEmpty')
  if (taken(all, parentId, name, self)) throw new Conflict('nameTaken', { name })
  return name
}

function freeColour(access: Access): number {
  const tops = access.db
    .select({ n: sql<number>`count(*)` })
    .from(codes)
    .where(and(eq(codes.projectId, access.projectId), isNull(codes.parentId)))
    .get()
  return (tops?.n ?? 0) % 12
}

type Fields = Omit<Code, 'id' | 'parentId' | 'position' | 'archived'>

// What is left out stays left out: only the fields that are there are made neat.
function neat(to: CodeChange): Partial<Fields> {
  const prose = (words: string) => words.normalize('NFC').replace(/\r\n?/g, '\n').trim()
  return {
    ...(to.name === undefined ? {} : { name: tidy(to.name) }),
    ...(to.colour === undefined ? {} : { colour: to.colour }),
    ...(to.definition === undefined ? {} : { definition: prose(to.definition) }),
    ...(to.include === undefined ? {} : { include: prose(to.include) }),
    ...(to.exclude === undefined ? {} : { exclude: prose(to.exclude) }),
    ...(to.example === undefined ? {} : { example: prose(to.example) }),
    ...(to.aliases === undefined ? {} : { aliases: distinct(to.aliases) }),
  }
}

function distinct(words: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>()
  for (const word of words) if (!byKey.has(fold(word))) byKey.set(fold(word), tidy(word))
  byKey.delete('')
  return [...byKey.values()]
}

const fields = ['name', 'colour', 'definition', 'include', 'exclude', 'example', 'aliases'] as const
const text = (value: unknown) => JSON.stringify(value)

function differs(now: Fields, seen: Partial<Fields>, to: Partial<Fields>): boolean {
  return fields.some((key) => key in seen && text(now[key]) !== text(seen[key]) && text(now[key]) !== text(to[key]))
}

function same(before: Fields, after: Fields): boolean {
  return fields.every((key) => text(before[key]) === text(after[key]))
}
