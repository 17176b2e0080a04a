import { and, eq, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { Mark } from '@/core/masking/mark'
import { apart } from '@/core/masking/masked'
import { type ListedName, nameFinder } from '@/core/masking/names'
import type { Db } from './open'
import { interviews, transcripts } from './schema'
import { maskedNames, maskedTexts, masking, nameMarks } from './schema-masking'

/** How long the marks that somebody saw are kept after others have taken their place, in milliseconds. */
const SEEN = 2 * 24 * 3600 * 1000

/** The study's list of names. */
export function listOf(db: Db, projectId: string): readonly ListedName[] {
  return db
    .select({
      id: maskedNames.id,
      kind: maskedNames.kind,
      spellings: maskedNames.spellings,
      pseudonym: maskedNames.pseudonym,
    })
    .from(maskedNames)
    .where(eq(maskedNames.projectId, projectId))
    .orderBy(maskedNames.createdAt, maskedNames.id)
    .all()
}

/** The words that were marked by hand, as names of their own: they are found outside of transcripts, too. */
export function handWords(db: Db, projectId: string): readonly ListedName[] {
  return db
    .select({ mark: nameMarks, text: transcripts.text, kind: maskedNames.kind, pseudonym: maskedNames.pseudonym })
    .from(nameMarks)
    .innerJoin(maskedNames, eq(maskedNames.id, nameMarks.nameId))
    .innerJoin(transcripts, eq(transcripts.id, nameMarks.transcriptId))
    .where(eq(maskedNames.projectId, projectId))
    .all()
    .map(({ mark, text, kind, pseudonym }) => ({
      ...{ id: mark.nameId ?? '', kind, pseudonym, spellings: [text.slice(mark.start, mark.end)] },
    }))
    .filter(({ spellings }) => (spellings[0]?.length ?? 0) > 2)
}

/**
 * Brings the marks of all transcripts of a project to what its list and the marks by hand say now; those that stay the same keep their id. Cheap when
 * nothing has changed. It reads and writes what is stored: `db` is the handle of the house.
 */
export function refresh(db: Db, projectId: string): void {
  const version = versionOf(db, projectId)
  const missing = stale(db, projectId, version)
  if (missing.length === 0) return
  db.transaction(() => {
    const list = listOf(db, projectId)
    const find = nameFinder(list)
    const byId = new Map(list.map((name) => [name.id, name]))
    for (const { id, before } of missing) {
      const row = db.select({ text: transcripts.text }).from(transcripts).where(eq(transcripts.id, id)).get()
      if (!row) continue
      const hand = db.select().from(nameMarks).where(eq(nameMarks.transcriptId, id)).all()
      const found = find(row.text)
      const own = hand.flatMap(({ start, end, nameId }): readonly Mark[] => {
        const name = byId.get(nameId ?? '')
        if (!name) return []
        const form = found.find((one) => one.start === start && one.end === end && one.nameId === nameId)
        const bare = /^\[.*\]$/u.test(name.pseudonym) ? name.pseudonym : `[${name.pseudonym}]`
        return [{ start, end, kind: name.kind, pseudonym: form?.pseudonym ?? bare }]
      })
      const free = found.filter((one) => !hand.some((mark) => mark.start < one.end && mark.end > one.start))
      const marks = apart([...own, ...free]).map(
        ({ start, end, kind, pseudonym }): Mark => ({ start, end, kind, pseudonym }),
      )
      store(db, { id, before, version, marks })
    }
    db.delete(maskedTexts)
      .where(and(eq(maskedTexts.current, false), lt(maskedTexts.createdAt, Date.now() - SEEN)))
      .run()
  })
}

/** The version of a project's list; 0 where nothing was ever masked. */
export function versionOf(db: Db, projectId: string): number {
  return (
    db.select({ version: masking.version }).from(masking).where(eq(masking.projectId, projectId)).get()?.version ?? 0
  )
}

type Stale = { readonly id: string; readonly before: string | null }

function stale(db: Db, projectId: string, version: number): readonly Stale[] {
  return db
    .select({ id: transcripts.id, before: maskedTexts.id })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .leftJoin(maskedTexts, and(eq(maskedTexts.transcriptId, transcripts.id), eq(maskedTexts.current, true)))
    .where(and(eq(interviews.projectId, projectId), or(isNull(maskedTexts.id), ne(maskedTexts.upTo, version))))
    .all()
}

function store(db: Db, { id, before, version, marks }: Stale & { version: number; marks: readonly Mark[] }): void {
  if (before !== null) {
    const was = db.select({ marks: maskedTexts.marks }).from(maskedTexts).where(eq(maskedTexts.id, before)).get()
    const same = JSON.stringify(was?.marks) === JSON.stringify(marks)
    const to = same ? { upTo: version } : { current: false, createdAt: Date.now() }
    db.update(maskedTexts).set(to).where(eq(maskedTexts.id, before)).run()
    if (same) return
  }
  db.insert(maskedTexts)
    .values({
      ...{ id: crypto.randomUUID(), transcriptId: id, marks, upTo: version, current: true, createdAt: Date.now() },
    })
    .run()
}

/** A masked text as it is stored; also those that others have taken the place of. */
export type StoredMarks = Pick<typeof maskedTexts.$inferSelect, 'id' | 'transcriptId' | 'marks' | 'current'>

/** The marks of a project's transcripts, current and seen before. */
export function marksOf(db: Db, projectId: string): readonly StoredMarks[] {
  const own = db
    .select({ id: transcripts.id })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(eq(interviews.projectId, projectId))
  return db
    .select({
      id: maskedTexts.id,
      transcriptId: maskedTexts.transcriptId,
      marks: maskedTexts.marks,
      current: maskedTexts.current,
    })
    .from(maskedTexts)
    .where(inArray(maskedTexts.transcriptId, own))
    .all()
}

/** Says that what masked texts look like has changed; makes the project's row where there is none. No version comes twice, also when a project returns to an earlier state. */
export function changed(db: Db, projectId: string): void {
  db.insert(masking)
    .values({ projectId, version: Date.now() })
    .onConflictDoUpdate({
      target: masking.projectId,
      set: { version: sql`max(${masking.version} + 1, ${Date.now()})` },
    })
    .run()
}
