import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { codePaths } from '@/core/codebook/path'
import type { MemoLine, ShownSubject, Subject } from '@/core/notes/memo'
import type { Access } from './access'
import { list as codeList } from './code-rows'
import { visibleTo } from './codings'
import { NotFound } from './refusal'
import { codes, codings, interviews, transcripts, users } from './schema'
import { memos } from './schema-notes'

const authors = alias(users, 'authors')
const editors = alias(users, 'editors')

/** How much of a memo a list shows, in UTF-16 units. */
const BEGINNING = 240

/**
 * Which memos a person may read, as a WHERE fragment: all of the project, but one on a coding only where the coding is seen; one on a coding that was
 * removed only by who wrote it.
 */
export function readable(access: Access): SQL {
  const there = sql`from ${codings} join ${transcripts} on ${transcripts.id} = ${codings.transcriptId}
    join ${interviews} on ${interviews.id} = ${transcripts.interviewId} where ${codings.id} = ${memos.subjectId}`
  return sql`${memos.projectId} = ${access.projectId} and (${memos.kind} <> 'coding'
    or exists (select 1 ${there} and ${visibleTo(access)})
    or (${memos.authorId} = ${access.userId} and not exists (select 1 ${there})))`
}

/** A memo's row with the people it names. */
export type MemoRow = {
  readonly memo: typeof memos.$inferSelect
  readonly author: string
  readonly editor: string
}

/** The memos that a person may read and that answer `asked`, the last changed first. */
export function rows(access: Access, asked?: SQL): readonly MemoRow[] {
  return access.db
    .select({ memo: memos, author: authors.name, editor: editors.name })
    .from(memos)
    .innerJoin(authors, eq(authors.id, memos.authorId))
    .innerJoin(editors, eq(editors.id, memos.editorId))
    .where(and(readable(access), asked))
    .orderBy(desc(memos.updatedAt), desc(memos.id))
    .all()
}

/** One memo that the person may read. Throws NotFound `gone`. */
export function row(access: Access, id: string): MemoRow {
  const [found] = rows(access, eq(memos.id, id))
  if (!found) throw new NotFound('gone')
  return found
}

/** Rows as lists show them. */
export function asLines(access: Access, all: readonly MemoRow[]): readonly MemoLine[] {
  const shown = subjects(access)
  return all.map(({ memo, author, editor }) => ({
    id: memo.id,
    title: memo.title,
    beginning: memo.text.slice(0, BEGINNING),
    subject: shown({ kind: memo.kind, id: memo.subjectId }),
    author: { id: memo.authorId, name: author },
    editor: { id: memo.editorId, name: editor },
    createdAt: memo.createdAt,
    updatedAt: memo.updatedAt,
  }))
}

/** What subjects are called now; names are read once, codings as they are asked for. */
export function subjects(access: Access): (subject: Subject) => ShownSubject {
  const paths = codeNames(access)
  const named = interviewNames(access)
  return ({ kind, id }) => {
    switch (kind) {
      case 'project':
        return { kind, id, name: '', interviewId: null }
      case 'code':
        return { kind, id, name: paths.get(id) ?? null, interviewId: null }
      case 'interview':
        return { kind, id, name: named.get(id) ?? null, interviewId: named.has(id) ? id : null }
      case 'coding': {
        const coding = codingOf(access, id)
        const code = coding ? (paths.get(coding.codeId) ?? '') : ''
        return {
          kind,
          id,
          name: coding ? `${code} · ${coding.quote.slice(0, 80)}` : null,
          interviewId: coding?.interviewId ?? null,
        }
      }
    }
  }
}

/** Throws NotFound `gone` unless there is such a thing in the project and the person may see it. */
export function mustHave(access: Access, { kind, id }: Subject): void {
  const there =
    kind === 'project'
      ? id === access.projectId
      : kind === 'coding'
        ? codingOf(access, id) !== undefined
        : kind === 'code'
          ? codeNames(access).has(id)
          : interviewNames(access).has(id)
  if (!there) throw new NotFound('gone')
}

/** Paths of the project's codes by id, "trade / milk wars". */
export function codeNames(access: Access): ReadonlyMap<string, string> {
  return new Map([...codePaths(codeList(access))].map(([id, path]) => [id, path.join(' / ')]))
}

/** Names of the project's interviews by id. */
export function interviewNames(access: Access): ReadonlyMap<string, string> {
  const all = access.db
    .select({ id: interviews.id, name: interviews.name })
    .from(interviews)
    .where(eq(interviews.projectId, access.projectId))
    .all()
  return new Map(all.map((one) => [one.id, one.name]))
}

function codingOf(access: Access, id: string) {
  return access.db
    .select({ codeId: codings.codeId, quote: codings.quote, interviewId: interviews.id })
    .from(codings)
    .innerJoin(codes, eq(codes.id, codings.codeId))
    .innerJoin(transcripts, eq(transcripts.id, codings.transcriptId))
    .innerJoin(interviews, eq(interviews.id, transcripts.interviewId))
    .where(and(visibleTo(access), eq(codings.id, id)))
    .get()
}
