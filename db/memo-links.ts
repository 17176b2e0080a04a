import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { MemoLine, ShownLink, Target } from '@/core/notes/memo'
import type { Link, LinkKind } from '@/core/notes/rich-text'
import type { Access } from './access'
import { asLines, type Names, namesIn, rows } from './memo-rows'
import { interviews, transcripts } from './schema'
import { memoLinks, memos } from './schema-notes'

/** Stores the links of a memo in the place of those that it had. Call it in the transaction that stores the memo. */
export function writeLinks(access: Access, memoId: string, links: readonly Link[]): void {
  access.db.delete(memoLinks).where(eq(memoLinks.memoId, memoId)).run()
  for (const [position, { id: targetId, ...link }] of links.entries())
    access.db
      .insert(memoLinks)
      .values({ memoId, position, targetId, ...link })
      .run()
}

/** The links of a memo that the person may read, in their order, each with what its target is called now. */
export function linksFrom(access: Access, memoId: string, names: Names): readonly ShownLink[] {
  const links = access.db
    .select({ kind: memoLinks.kind, id: memoLinks.targetId, ...range, label: memoLinks.label })
    .from(memoLinks)
    .where(eq(memoLinks.memoId, memoId))
    .orderBy(asc(memoLinks.position))
    .all()
  return links.map((link) => {
    if (link.kind === 'passage') return { ...link, ...interviewOf(access, link.id) }
    const name = names[link.kind]().get(link.id) ?? null
    return { ...link, name, interviewId: link.kind === 'interview' && name !== null ? link.id : null }
  })
}

const range = { start: memoLinks.start, end: memoLinks.end }

/** The memos, of those that the person may read, that lead to something; for a passage, to any passage that shares a character with [start, end). */
export function linksTo(
  access: Access,
  kind: LinkKind,
  id: string,
  passage?: { readonly start: number; readonly end: number },
  names: Names = namesIn(access),
): readonly MemoLine[] {
  const overlap = passage ? sql`${memoLinks.start} < ${passage.end} and ${memoLinks.end} > ${passage.start}` : undefined
  return asLines(access, rows(access, leading(access, kind, id, overlap)), names)
}

function leading(access: Access, kind: LinkKind, id: string, more?: SQL): SQL {
  const from = access.db
    .select({ id: memoLinks.memoId })
    .from(memoLinks)
    .where(and(eq(memoLinks.kind, kind), eq(memoLinks.targetId, id), more))
  return inArray(memos.id, from)
}

/** Everything that a link can lead to beside passages: codes in the order of the codebook, interviews and memos by name. */
export function targets(access: Access): readonly Target[] {
  const order = new Intl.Collator(['ru', 'en'], { numeric: true }).compare
  const listed = (kind: Target['kind'], all: ReadonlyMap<string, string>): readonly Target[] =>
    [...all].map(([id, name]) => ({ kind, id, name }))
  const names = namesIn(access)
  const byName = (kind: 'interview' | 'memo') => listed(kind, names[kind]()).toSorted((a, b) => order(a.name, b.name))
  return [...listed('code', names.code()), ...byName('interview'), ...byName('memo')]
}

function interviewOf(access: Access, transcriptId: string): { name: string | null; interviewId: string | null } {
  const found = access.db
    .select({ name: interviews.name, interviewId: interviews.id })
    .from(transcripts)
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(eq(interviews.projectId, access.projectId), eq(transcripts.id, transcriptId)))
    .get()
  return found ?? { name: null, interviewId: null }
}
