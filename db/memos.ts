import { and, eq, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import {
  type Memo,
  type MemoKind,
  type MemoLine,
  type MemoSort,
  memoKinds,
  type Person,
  type Subject,
} from '@/core/notes/memo'
import { readRich } from '@/core/notes/read-rich'
import { linksOf, plainText, type RichNode } from '@/core/notes/rich-text'
import { fold, tidy } from '@/core/text/fold'
import { type Access, inHouse, mustCode } from './access'
import { mine, record, recordSitting, takenBack } from './events'
import { asStored, houseOf } from './masked-db'
import { linksFrom, linksTo, writeLinks } from './memo-links'
import { asLines, type MemoRow, mustHave, type Names, namesIn, row, rows } from './memo-rows'
import { Conflict, Forbidden, NotFound, Refusal } from './refusal'
import { codings, transcripts } from './schema'
import { memoLinks, memos } from './schema-notes'

export { linksTo, targets } from './memo-links'

/** A memo to be added. `id` is made by whoever adds it, so that a repeated request is the same memo. */
export type NewMemo = {
  readonly id: string
  readonly subject: Subject
  readonly title: string
  readonly body: RichNode
}

/** Which memos are listed; what is not asked for does not matter. `text` is looked for in title and words, in any case, ё as е. */
export type Asked = {
  readonly text?: string
  /** Asked with a memo's title and words. */
  readonly answers?: (text: string) => boolean
  readonly kind?: MemoKind | null
  readonly authorId?: string | null
  readonly sort?: MemoSort
}

/** The memos that the person may read and that answer what is asked; the last changed first unless sorted otherwise. */
export function list(access: Access, asked: Asked = {}): readonly MemoLine[] {
  const wanted = fold(asked.text ?? '')
  const byKind = asked.kind ? eq(memos.kind, asked.kind) : undefined
  const byAuthor = asked.authorId ? eq(memos.authorId, asked.authorId) : undefined
  const found = rows(access, and(byKind, byAuthor)).filter(
    ({ memo }) =>
      (asked.answers?.(`${memo.title}\n${memo.text}`) ?? true) &&
      (wanted === '' || fold(memo.title).includes(wanted) || fold(memo.text).includes(wanted)),
  )
  return asLines(access, sorted(found, asked.sort ?? 'changed'), namesIn(access))
}

function sorted(found: readonly MemoRow[], sort: MemoSort): readonly MemoRow[] {
  if (sort === 'changed') return found
  if (sort === 'made') return found.toSorted((a, b) => b.memo.createdAt - a.memo.createdAt)
  const order = new Intl.Collator(['ru', 'en'], { numeric: true }).compare
  return found.toSorted((a, b) => order(a.memo.title, b.memo.title))
}

/** Who wrote the memos that the person may read, by name. */
export function authors(access: Access): readonly Person[] {
  const all = new Map(rows(access).map(({ memo, author }) => [memo.authorId, author]))
  const order = new Intl.Collator(['ru', 'en']).compare
  return [...all].map(([id, name]) => ({ id, name })).sort((a, b) => order(a.name, b.name))
}

/** By code, the memos on it and those that lead to it, the last changed first; codes without any are left out. */
export function onCodes(access: Access): Readonly<Record<string, readonly MemoLine[]>> {
  const led = new Map<string, string[]>()
  const links = access.db
    .select({ memoId: memoLinks.memoId, codeId: memoLinks.targetId })
    .from(memoLinks)
    .innerJoin(memos, eq(memos.id, memoLinks.memoId))
    .where(and(eq(memos.projectId, access.projectId), eq(memoLinks.kind, 'code')))
    .all()
  for (const { memoId, codeId } of links) led.set(memoId, [...(led.get(memoId) ?? []), codeId])
  const all: Record<string, MemoLine[]> = {}
  for (const line of list(access)) {
    const own = line.subject.kind === 'code' ? [line.subject.id] : []
    for (const id of new Set([...own, ...(led.get(line.id) ?? [])])) all[id] = [...(all[id] ?? []), line]
  }
  return all
}

/**
 * The memos, in full, that are shown while an interview is read: those on it and on its codings, and those that lead to it or to a passage of its
 * current transcript.
 */
export function inInterview(access: Access, interviewId: string): readonly Memo[] {
  const about = sql`(${memos.kind} = 'interview' and ${memos.subjectId} = ${interviewId})`
  const onCodings = sql`(${memos.kind} = 'coding' and ${memos.subjectId} in (select ${codings.id} from ${codings}
    join ${transcripts} on ${transcripts.id} = ${codings.transcriptId} where ${transcripts.interviewId} = ${interviewId}))`
  const leading = sql`${memos.id} in (select ${memoLinks.memoId} from ${memoLinks} where ${memoLinks.targetId} = ${interviewId}
    or ${memoLinks.targetId} in (select ${transcripts.id} from ${transcripts}
      where ${transcripts.interviewId} = ${interviewId} and ${transcripts.current} = 1))`
  const names = namesIn(access)
  return rows(access, sql`(${about} or ${onCodings} or ${leading})`).map((found) => whole(access, found, names))
}

/** A memo with its links and what leads to it. Throws NotFound `gone`. */
export function get(access: Access, id: string): Memo {
  return whole(access, row(access, id))
}

/** The memos on something, the last changed first. */
export function about(access: Access, subject: Subject): readonly MemoLine[] {
  return asLines(access, rows(access, on(subject)), namesIn(access))
}

function on({ kind, id }: Subject): SQL | undefined {
  return and(eq(memos.kind, kind), eq(memos.subjectId, id))
}

/**
 * Writes a new memo; the same id again is the memo that is there. Throws Forbidden (viewer), NotFound `gone` when what it is about is not there or
 * not to be seen.
 */
export function add(access: Access, { id, subject, title, body }: NewMemo): Memo {
  mustCode(access)
  return access.db.transaction(() => {
    const [known] = rows(access, eq(memos.id, id))
    if (known) return whole(access, known)
    mustHave(access, subject)
    const at = Date.now()
    const kept = storedBody(access, body)
    const written = { title: tidy(title), body: kept, text: plainText(kept) }
    const { userId } = access
    access.db
      .insert(memos)
      .values({
        ...{ id, projectId: access.projectId, kind: subject.kind, subjectId: subject.id, ...written },
        ...{ authorId: userId, editorId: userId, createdAt: at, updatedAt: at },
      })
      .run()
    writeLinks(inHouse(access), id, linksOf(kept))
    record(access, 'memo.add', id, null, { ...subject, title: written.title, body: kept })
    return get(access, id)
  })
}

/**
 * Stores what was written over version `seen` of a memo, as its next version; anybody who codes and may read it may write it. Nothing new is no
 * version. Throws Forbidden (viewer), NotFound `gone`, Conflict `changedSince` when there is a newer version than the one that was seen.
 */
export function save(
  access: Access,
  id: string,
  to: { readonly title: string; readonly body: RichNode; readonly seen: number },
): Memo {
  mustCode(access)
  return access.db.transaction(() => {
    const { memo } = row(access, id)
    const title = tidy(to.title)
    const same = memo.title === title && JSON.stringify(memo.body) === JSON.stringify(to.body)
    if (same) return get(access, id)
    if (memo.version !== to.seen) throw new Conflict('changedSince')
    mustSeeAll(access, id)
    const kept = storedBody(access, to.body)
    inHouse(access)
      .db.update(memos)
      .set({
        ...{ title, body: kept, text: plainText(kept), version: memo.version + 1 },
        ...{ editorId: access.userId, updatedAt: Date.now() },
      })
      .where(eq(memos.id, id))
      .run()
    writeLinks(inHouse(access), id, linksOf(kept))
    recordSitting(access, 'memo.change', id, { title: memo.title, body: memo.body }, { title, body: kept })
    return get(access, id)
  })
}

/** Removes a memo: one's own, or anybody's for who leads. Throws Forbidden, NotFound `gone`. */
export function remove(access: Access, id: string): void {
  mustCode(access)
  access.db.transaction(() => {
    const { memo } = row(access, id)
    if (!removable(access, memo.authorId)) throw new Forbidden()
    const was = row(inHouse(access), id).memo
    access.db.delete(memos).where(eq(memos.id, id)).run()
    record(access, 'memo.remove', id, was, null)
  })
}

/** Brings back a memo that this person removed; one that is there is answered as it is. Throws Forbidden, NotFound `gone`. */
export function restore(access: Access, id: string): Memo {
  mustCode(access)
  return access.db.transaction(() => {
    const [known] = rows(access, eq(memos.id, id))
    if (known) return whole(access, known)
    const house = inHouse(access)
    const event = mine(house, 'memo.remove', id)
    if (!event) throw new NotFound('gone')
    const was = stored.parse(event.before)
    house.db
      .insert(memos)
      .values({ ...was, projectId: access.projectId })
      .run()
    writeLinks(house, id, linksOf(was.body))
    takenBack(access, event.seq, record(access, 'memo.restore', id, null, { title: was.title, body: was.body }))
    return get(access, id)
  })
}

const rich = z.unknown().transform((value, context): RichNode => {
  const read = readRich(value)
  if (read) return read
  context.addIssue({ code: 'custom', message: 'no rich text' })
  return z.NEVER
})

/** A removed memo as its event keeps it. */
const stored = z.object({
  id: z.string(),
  kind: z.enum(memoKinds),
  subjectId: z.string(),
  title: z.string(),
  body: rich,
  text: z.string(),
  version: z.number(),
  authorId: z.string(),
  editorId: z.string(),
  createdAt: z.number(),
  updatedAt: z.number(),
})

/** What was written with its links to passages as they are stored. */
function storedBody(access: Access, body: RichNode): RichNode {
  return readRich(asStored(access.db, body)) ?? body
}

/** Throws Refusal `maskedWords` when the memo says names that the person sees masked: what they write would take their place. */
function mustSeeAll(access: Access, id: string): void {
  const asked = (db: Access['db']) => db.select({ text: memos.text }).from(memos).where(eq(memos.id, id)).get()?.text
  if (!access.seesRaw && asked(access.db) !== asked(houseOf(access.db))) throw new Refusal('maskedWords')
}

function removable(access: Access, authorId: string): boolean {
  const leads = access.role === 'owner' || access.role === 'supervisor'
  return leads || (access.role === 'coder' && authorId === access.userId)
}

function whole(access: Access, found: MemoRow, names: Names = namesIn(access)): Memo {
  const [line] = asLines(access, [found], names)
  if (!line) throw new NotFound('gone')
  const { beginning: _, ...shown } = line
  const { memo } = found
  return {
    ...shown,
    body: memo.body,
    text: memo.text,
    version: memo.version,
    links: linksFrom(access, memo.id, names),
    back: linksTo(access, 'memo', memo.id, undefined, names),
    removable: removable(access, memo.authorId),
  }
}
