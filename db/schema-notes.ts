import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { RichNode } from '@/core/notes/rich-text'
import { projects, users } from './schema'

/*
 * What is written about codes, interviews, codings and passages names them by id without a foreign key: it outlives their removal and belongs to
 * them again when they come back. What is not there any more is left out, or shown as removed, by whoever reads.
 */

/** A memo. For the project `subject_id` is the project's id. */
export const memos = sqliteTable(
  'memos',
  {
    /** Made by the client, so that a repeated request is the same memo. */
    id: text('id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['project', 'interview', 'code', 'coding'] }).notNull(),
    subjectId: text('subject_id').notNull(),
    title: text('title').notNull(),
    /** What the editor keeps. */
    body: text('body', { mode: 'json' }).$type<RichNode>().notNull(),
    /** Its words, cut by the server. */
    text: text('text').notNull(),
    version: integer('version').notNull().default(1),
    authorId: text('author_id')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    editorId: text('editor_id')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [
    index('memos_project').on(t.projectId, t.updatedAt),
    index('memos_subject').on(t.kind, t.subjectId),
    index('memos_author').on(t.authorId),
    index('memos_editor').on(t.editorId),
    check('memos_kind', sql`${t.kind} in ('project', 'interview', 'code', 'coding')`),
    check('memos_version', sql`${t.version} >= 1`),
  ],
)

/** A link of a memo, the `position`-th from 0; a passage is a transcript's id and a half-open UTF-16 range. */
export const memoLinks = sqliteTable(
  'memo_links',
  {
    memoId: text('memo_id')
      .notNull()
      .references(() => memos.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    kind: text('kind', { enum: ['passage', 'code', 'interview', 'memo'] }).notNull(),
    targetId: text('target_id').notNull(),
    label: text('label').notNull(),
    start: integer('start'),
    end: integer('end'),
  },
  (t) => [
    primaryKey({ columns: [t.memoId, t.position] }),
    index('memo_links_target').on(t.kind, t.targetId),
    check('memo_links_kind', sql`${t.kind} in ('passage', 'code', 'interview', 'memo')`),
    check(
      'memo_links_range',
      sql`(${t.kind} = 'passage') = (${t.start} is not null and ${t.end} is not null) and (${t.start} is null or (${t.start} >= 0 and ${t.end} > ${t.start}))`,
    ),
  ],
)

/** A question on a passage: a transcript's id and a half-open UTF-16 range of it. */
export const threads = sqliteTable(
  'threads',
  {
    id: text('id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    transcriptId: text('transcript_id').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    /** The text of the range, cut by the server. */
    quote: text('quote').notNull(),
    authorId: text('author_id')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    /** Whom it is addressed to; null = everybody. */
    toId: text('to_id').references(() => users.id, { onDelete: 'set null' }),
    /** To be decided at the next meeting. */
    meeting: integer('meeting', { mode: 'boolean' }).notNull().default(false),
    /** Null while it is open. */
    settledAt: integer('settled_at'),
    settledBy: text('settled_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    index('threads_project').on(t.projectId, t.createdAt),
    index('threads_passage').on(t.transcriptId, t.start),
    index('threads_author').on(t.authorId),
    index('threads_to').on(t.toId),
    index('threads_settled_by').on(t.settledBy),
    check('threads_range', sql`${t.start} >= 0 and ${t.end} > ${t.start}`),
  ],
)

/** What is said to a question; the first post, `position` 0, is the question. */
export const posts = sqliteTable(
  'posts',
  {
    id: text('id').primaryKey(),
    threadId: text('thread_id')
      .notNull()
      .references(() => threads.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    authorId: text('author_id')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    text: text('text').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [
    uniqueIndex('posts_place').on(t.threadId, t.position),
    index('posts_author').on(t.authorId),
    check('posts_text', sql`length(${t.text}) > 0`),
  ],
)

/** A passage in another language. */
export const translations = sqliteTable(
  'translations',
  {
    id: text('id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    transcriptId: text('transcript_id').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    /** BCP 47. */
    language: text('language').notNull(),
    text: text('text').notNull(),
    state: text('state', { enum: ['draft', 'checked'] })
      .notNull()
      .default('draft'),
    translatorId: text('translator_id')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    checkerId: text('checker_id').references(() => users.id, { onDelete: 'set null' }),
    version: integer('version').notNull().default(1),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [
    index('translations_project').on(t.projectId),
    uniqueIndex('translations_same').on(t.transcriptId, t.start, t.end, t.language),
    index('translations_translator').on(t.translatorId),
    index('translations_checker').on(t.checkerId),
    check('translations_range', sql`${t.start} >= 0 and ${t.end} > ${t.start}`),
    check('translations_state', sql`${t.state} in ('draft', 'checked')`),
    check('translations_text', sql`length(${t.text}) > 0`),
  ],
)
