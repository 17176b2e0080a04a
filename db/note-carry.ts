import { and, eq } from 'drizzle-orm'
import type { RichNode } from '@/core/notes/rich-text'
import type { Carried } from '@/core/text/carry'
import type { Access } from './access'
import { consentMarks, nameMarks } from './schema-masking'
import { memoLinks, memos, threads, translations } from './schema-notes'

type Range = { readonly start: number; readonly end: number }
type To = { readonly id: string; readonly text: string }

/**
 * Carries what is written about passages over to a new version of their text: questions, translations, and the links of memos, in the memo's own text
 * too. A translation whose words were touched is a draft again. What nothing is left of stays with the older version: questions are still listed.
 * Call it in the transaction that makes the version.
 */
export function carryNotes(access: Access, from: string, to: To, carry: (range: Range) => Carried): void {
  carryThreads(access, from, to, carry)
  carryTranslations(access, from, to, carry)
  carryLinks(access, from, to, carry)
  carryMarks(access, from, to, carry)
}

/** Names marked by hand and passages with an own consent; those of which nothing is left stay with the older version. */
function carryMarks(access: Access, from: string, to: To, carry: (range: Range) => Carried): void {
  for (const table of [nameMarks, consentMarks])
    for (const { id, start, end } of access.db.select().from(table).where(eq(table.transcriptId, from)).all()) {
      const now = carry({ start, end })
      if (now.state === 'lost') continue
      access.db.update(table).set({ transcriptId: to.id, start: now.start, end: now.end }).where(eq(table.id, id)).run()
    }
}

function carryThreads(access: Access, from: string, to: To, carry: (range: Range) => Carried): void {
  for (const { id, start, end } of access.db.select().from(threads).where(eq(threads.transcriptId, from)).all()) {
    const now = carry({ start, end })
    if (now.state === 'lost') continue
    const quote = to.text.slice(now.start, now.end)
    access.db
      .update(threads)
      .set({ transcriptId: to.id, start: now.start, end: now.end, quote })
      .where(eq(threads.id, id))
      .run()
  }
}

function carryTranslations(access: Access, from: string, to: To, carry: (range: Range) => Carried): void {
  const taken = new Set<string>()
  for (const row of access.db.select().from(translations).where(eq(translations.transcriptId, from)).all()) {
    const now = carry(row)
    if (now.state === 'lost') continue
    const key = `${now.start} ${now.end} ${row.language}`
    // Two passages that were beside each other may have become one, which has one translation.
    if (taken.has(key)) continue
    taken.add(key)
    const draft = now.state === 'touched' ? ({ state: 'draft', checkerId: null } as const) : {}
    access.db
      .update(translations)
      .set({ transcriptId: to.id, start: now.start, end: now.end, ...draft })
      .where(eq(translations.id, row.id))
      .run()
  }
}

function carryLinks(access: Access, from: string, to: To, carry: (range: Range) => Carried): void {
  const asked = and(eq(memoLinks.kind, 'passage'), eq(memoLinks.targetId, from))
  const touched = new Set<string>()
  for (const { memoId, position, start, end } of access.db.select().from(memoLinks).where(asked).all()) {
    const now = carry({ start: start ?? 0, end: end ?? 0 })
    if (now.state === 'lost') continue
    touched.add(memoId)
    access.db
      .update(memoLinks)
      .set({ targetId: to.id, start: now.start, end: now.end })
      .where(and(eq(memoLinks.memoId, memoId), eq(memoLinks.position, position)))
      .run()
  }
  for (const id of touched) {
    const memo = access.db.select({ body: memos.body }).from(memos).where(eq(memos.id, id)).get()
    if (!memo) continue
    access.db
      .update(memos)
      .set({ body: carriedBody(memo.body, from, to, carry) })
      .where(eq(memos.id, id))
      .run()
  }
}

function carriedBody(node: RichNode, from: string, to: To, carry: (range: Range) => Carried): RichNode {
  const { attrs, content } = node
  const inside = content ? { content: content.map((child) => carriedBody(child, from, to, carry)) } : {}
  const passage = node.type === 'mention' && attrs?.kind === 'passage' && attrs.id === from
  if (!passage) return { ...node, ...inside }
  const now = carry({ start: attrs.start ?? 0, end: attrs.end ?? 0 })
  return now.state === 'lost' ? node : { ...node, attrs: { ...attrs, id: to.id, start: now.start, end: now.end } }
}
