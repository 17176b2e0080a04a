import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Code } from '@/core/codebook/code'
import { type IncomingCode, type Taken, takeIn } from '@/core/codebook/incoming'
import { fold } from '@/core/text/fold'
import { type Access, inHouse, mustLead } from './access'
import { reworded } from './code-queues'
import { remove } from './code-removal'
import { list } from './code-rows'
import { change } from './codes'
import { record } from './events'
import { codes } from './schema'

/** What the codes of a file would make of the codebook; nothing changes. Throws Forbidden unless the person leads. */
export function planned(access: Access, incoming: readonly IncomingCode[]): Taken {
  mustLead(access)
  return takeIn(list(access), incoming)
}

/** What came in, and under which step of the history. */
export type BroughtIn = { readonly step: string; readonly added: number; readonly changed: number }

/**
 * Takes the codes of a file into the codebook as one step of the history, all or nothing; `file` is its name. Where words changed that passages were coded under, these
 * become a queue, as if the words had been written by hand. Throws Forbidden unless the person leads.
 */
export function bringIn(access: Access, incoming: readonly IncomingCode[], file: string): BroughtIn {
  mustLead(access)
  return access.db.transaction(() => {
    const taken = takeIn(list(access), incoming)
    const { added, changed } = taken
    const step = crypto.randomUUID()
    if (added.length + changed.length === 0) return { step, added: 0, changed: 0 }
    const ids = changed.map(({ id }) => id)
    const before = some(inHouse(access), ids)
    const shown = new Map(list(access).map((code) => [code.id, code]))
    for (const code of changed) {
      const was = shown.get(code.id)
      // Only what differs is written: other texts of the code may be masked for this person.
      const now = Object.fromEntries(fields.filter((key) => code[key] !== was?.[key]).map((key) => [key, code[key]]))
      const here = and(eq(codes.projectId, access.projectId), eq(codes.id, code.id))
      access.db.update(codes).set(now).where(here).run()
    }
    for (const code of added) {
      const own = { projectId: access.projectId, nameKey: fold(code.name), createdBy: access.userId }
      access.db
        .insert(codes)
        .values({ ...code, aliases: [...code.aliases], ...own })
        .run()
    }
    const after = some(inHouse(access), ids)
    const kept = { name: file, added: added.map(({ id }) => id), changed: after }
    record(access, 'code.import', step, { changed: before }, kept)
    const now = new Map(after.map((code) => [code.id, code]))
    for (const was of before) reworded(inHouse(access), was, now.get(was.id) ?? was)
    return { step, added: added.length, changed: changed.length }
  })
}

const fields = ['definition', 'include', 'exclude', 'example', 'aliases'] as const

function some(access: Access, ids: readonly string[]): readonly Code[] {
  const there = new Set(
    access.db
      .select({ id: codes.id })
      .from(codes)
      .where(and(eq(codes.projectId, access.projectId), inArray(codes.id, [...ids])))
      .all()
      .map(({ id }) => id),
  )
  return list(access).filter(({ id }) => there.has(id))
}

const StoredCode = z.object({
  ...{ id: z.string(), name: z.string(), colour: z.number(), aliases: z.array(z.string()) },
  ...{ definition: z.string(), include: z.string(), exclude: z.string(), example: z.string() },
})
const Before = z.object({ changed: z.array(StoredCode) })
const After = z.object({ added: z.array(z.string()), changed: z.array(StoredCode) })

/**
 * Takes an import of codes back, from what its event kept: words as they were, and new codes gone. Throws NotFound `gone` for a code that is not there any more, Conflict
 * `changedSince` for words that were written since, `inUse` for a new code that somebody built on, `blindRound` while codings are kept from this person.
 */
export function takeBack(access: Access, before: unknown, after: unknown): void {
  mustLead(access)
  const was = Before.parse(before).changed
  const { added, changed } = After.parse(after)
  const now = new Map(changed.map((code) => [code.id, code]))
  access.db.transaction(() => {
    for (const { id, ...code } of was) {
      const { id: _, ...seen } = now.get(id) ?? { id, ...code }
      // Its name and colour are no matter of the import.
      change(access, id, texts(code), texts(seen))
    }
    for (const id of [...added].reverse()) remove(access, id, 'unused')
  })
}

function texts({ definition, include, exclude, example, aliases }: Omit<z.output<typeof StoredCode>, 'id'>) {
  return { definition, include, exclude, example, aliases }
}
