import { eq } from 'drizzle-orm'
import type { ExchangeNote, ExchangeProject } from '@/core/exchange/project'
import type { MemoKind } from '@/core/notes/memo'
import { richText } from '@/core/notes/rich-text'
import { tidy } from '@/core/text/fold'
import type { Access } from './access'
import { rows } from './memo-rows'
import { memos } from './schema-notes'

/** The memos that a person may read as notes, and which of them are on a thing: their words, without how they look. */
export function outgoing(access: Access): {
  readonly notes: readonly ExchangeNote[]
  readonly on: (kind: MemoKind, id: string) => readonly string[]
} {
  const all = rows(access).map(({ memo }) => memo)
  const on = new Map<string, string[]>()
  for (const { id, kind, subjectId } of all)
    on.set(`${kind} ${subjectId}`, [...(on.get(`${kind} ${subjectId}`) ?? []), id])
  return {
    notes: all.map(({ id, title, text, authorId, createdAt }) => ({
      id,
      name: title,
      text,
      userId: authorId,
      at: createdAt,
    })),
    on: (kind, id) => on.get(`${kind} ${id}`) ?? [],
  }
}

/** Puts the notes of a project that comes in on things here, each once; one that is on several things becomes a memo on each. */
export function incoming(
  access: Access,
  project: ExchangeProject,
  userOf: (id: string | null) => string,
): (noteIds: readonly string[], kind: MemoKind, subjectId: string) => void {
  const notes = new Map(project.notes.map((note) => [note.id, note]))
  const there = access.db
    .select({ kind: memos.kind, subjectId: memos.subjectId, title: memos.title, text: memos.text })
    .from(memos)
    .where(eq(memos.projectId, access.projectId))
    .all()
  const known = new Set(there.map((memo) => JSON.stringify(memo)))
  return (noteIds, kind, subjectId) => {
    for (const noteId of noteIds) {
      const note = notes.get(noteId)
      if (!note) continue
      const text = note.text.normalize('NFC').trim()
      const title = tidy(note.name) || tidy(text).slice(0, 60) || '?'
      const key = JSON.stringify({ kind, subjectId, title, text })
      if (known.has(key)) continue
      known.add(key)
      const free = access.db.select({ id: memos.id }).from(memos).where(eq(memos.id, noteId)).get() === undefined
      const at = note.at ?? Date.now()
      const userId = userOf(note.userId)
      access.db
        .insert(memos)
        .values({
          ...{ id: free ? noteId : crypto.randomUUID(), projectId: access.projectId, kind, subjectId, title, text },
          ...{ body: richText(text), authorId: userId, editorId: userId, createdAt: at, updatedAt: at },
        })
        .run()
    }
  }
}
