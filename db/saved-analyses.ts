import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { SavedAnalysis } from '@/core/saved-analysis'
import { fold, tidy } from '@/core/text/fold'
import { type Access, inHouse, mustCode } from './access'
import { mine, record, takenBack } from './events'
import { Conflict, Forbidden, NotFound } from './refusal'
import { users } from './schema'
import { savedAnalyses } from './schema-saved'

/** An analysis to be saved. */
export type NewSaved = Pick<SavedAnalysis, 'name' | 'page' | 'search'>

/** The saved analyses of the project, by name. Everybody in it sees them: they hold settings, no figures. */
export function list(access: Access): readonly SavedAnalysis[] {
  return access.db
    .select({ saved: savedAnalyses, by: users.name })
    .from(savedAnalyses)
    .leftJoin(users, eq(users.id, savedAnalyses.createdBy))
    .where(eq(savedAnalyses.projectId, access.projectId))
    .orderBy(asc(savedAnalyses.nameKey))
    .all()
    .map(({ saved: { id, name, page, search, createdBy }, by }) => ({
      ...{ id, name, page, search, by: by ?? '' },
      removable: access.role !== 'viewer' && (createdBy === access.userId || leads(access)),
    }))
}

const leads = (access: Access) => access.role === 'owner' || access.role === 'supervisor'

/** Saves an analysis under a name. Answers its id. Throws Forbidden (viewer), Conflict `nameEmpty`, `nameTaken`. */
export function add(access: Access, { page, search, ...given }: NewSaved): string {
  mustCode(access)
  const name = tidy(given.name)
  if (name === '') throw new Conflict('nameEmpty')
  return inHouse(access).db.transaction(() => {
    mustBeFree(access, name)
    const row = {
      ...{ id: crypto.randomUUID(), projectId: access.projectId, name, nameKey: fold(name), page, search },
      ...{ createdBy: access.userId, createdAt: Date.now() },
    }
    inHouse(access).db.insert(savedAnalyses).values(row).run()
    record(access, 'analysis.add', row.id, null, { name })
    return row.id
  })
}

const Stored = z.object({
  ...{ id: z.string(), name: z.string(), nameKey: z.string(), page: z.string(), search: z.string() },
  ...{ createdBy: z.string().nullable(), createdAt: z.number() },
})

/** Takes a saved analysis away: one's own, or anybody's for who leads. Throws Forbidden, NotFound `gone`. */
export function remove(access: Access, id: string): void {
  mustCode(access)
  const { db } = inHouse(access)
  db.transaction(() => {
    const here = and(eq(savedAnalyses.projectId, access.projectId), eq(savedAnalyses.id, id))
    const row = db.select().from(savedAnalyses).where(here).get()
    if (!row) throw new NotFound('gone')
    if (row.createdBy !== access.userId && !leads(access)) throw new Forbidden()
    db.delete(savedAnalyses).where(here).run()
    record(access, 'analysis.remove', id, row, null)
  })
}

/** Brings back what the person who asks took away. Throws Forbidden (viewer), NotFound `gone`, Conflict `nameTaken`. */
export function restore(access: Access, id: string): void {
  mustCode(access)
  const { db } = inHouse(access)
  db.transaction(() => {
    const removal = mine(access, 'analysis.remove', id)
    const row = Stored.safeParse(removal?.before)
    if (!removal || !row.success) throw new NotFound('gone')
    mustBeFree(access, row.data.name)
    db.insert(savedAnalyses)
      .values({ ...row.data, projectId: access.projectId })
      .run()
    takenBack(access, removal.seq, record(access, 'analysis.restore', id, null, { name: row.data.name }))
  })
}

function mustBeFree(access: Access, name: string): void {
  const taken = inHouse(access)
    .db.select({ id: savedAnalyses.id })
    .from(savedAnalyses)
    .where(and(eq(savedAnalyses.projectId, access.projectId), eq(savedAnalyses.nameKey, fold(name))))
    .get()
  if (taken) throw new Conflict('nameTaken', { name })
}
