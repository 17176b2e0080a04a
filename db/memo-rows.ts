import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { codePaths } from '@/core/codebook/path'
import type { MemoLine, ShownSubject, Subject } from '@/core/notes/memo'
import type { Access } from './access'
import { keptFrom } from './blind'
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
 * removed only by who wrote it; and none by others on an interview that is kept from them.
 */
export function readable(access: Access): SQL {
  const there = sql`from ${codings} join ${transcripts} on ${transcripts.id} = ${codings.transcriptId}
    join ${interviews} on ${interviews.id} = ${transcripts.interviewId} where ${codings.id} = ${memos.subjectId}`
  const kept = JSON.stringify(keptFrom(access))
  const own = sql`${memos.authorId} = ${access.userId}`
  return sql`${memos.projectId} = ${access.projectId} and case ${memos.kind}
    when 'coding' then exists (select 1 ${there} and ${visibleTo(access)}) or (${own} and not exists (select 1 ${there}))
    when 'interview' then ${own} or ${memos.subjectId} not in (select value from json_each(${kept}))
    else 1 end`
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

/** What things are called now, by id; each kind is read when it is first asked for. */
export type Names = {
  /** Paths of codes, "trade / milk wars". */
  readonly code: () => ReadonlyMap<string, string>
  readonly interview: () => ReadonlyMap<string, string>
  /** Titles of the memos that the person may read. */
  readonly memo: () => ReadonlyMap<string, string>
}

/** The names of a project's things, read at most once each. */
export function namesIn(access: Access): Names {
  return {
    code: once(() => new Map([...codePaths(codeList(access))].map(([id, path]) => [id, path.join(' / ')]))),
    interview: once(() => interviewNames(access)),
    memo: once(() => memoNames(access)),
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Rows as lists show them. */
export function asLines(access: Access, all: readonly MemoRow[], names: Names): readonly MemoLine[] {
  const shown = subjects(access, names)
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

function subjects(access: Access, names: Names): (subject: Subject) => ShownSubject {
  return ({ kind, id }) => {
    switch (kind) {
      case 'project':
        return { kind, id, name: '', interviewId: null }
      case 'code':
        return { kind, id, name: names.code().get(id) ?? null, interviewId: null }
      case 'interview':
        return {
          kind,
          id,
          name: names.interview().get(id) ?? null,
          interviewId: names.interview().has(id) ? id : null,
        }
      case 'coding': {
        const coding = codingOf(access, id)
        const code = coding ? (names.code().get(coding.codeId) ?? '') : ''
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
export function mustHave(access: Access, subject: Subject): void {
  const shown = subjects(access, namesIn(access))(subject)
  const elsewhere = subject.kind === 'project' && subject.id !== access.projectId
  if (shown.name === null || elsewhere) throw new NotFound('gone')
}

function interviewNames(access: Access): ReadonlyMap<string, string> {
  const all = access.db
    .select({ id: interviews.id, name: interviews.name })
    .from(interviews)
    .where(eq(interviews.projectId, access.projectId))
    .all()
  return new Map(all.map((one) => [one.id, one.name]))
}

// The join is for its effect on drizzle: with one table alone the columns of the WHERE would lose its name.
function memoNames(access: Access): ReadonlyMap<string, string> {
  const all = access.db
    .select({ id: memos.id, title: memos.title })
    .from(memos)
    .innerJoin(authors, eq(authors.id, memos.authorId))
    .where(readable(access))
    .all()
  return new Map(all.map((one) => [one.id, one.title]))
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
