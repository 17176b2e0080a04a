import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { QuoteEdit } from '@/core/quotes/edit'
import { projects, users, variables } from './schema'

/** A quote desk: codings and headings in the order of a paper. */
export const quoteDesks = sqliteTable(
  'quote_desks',
  {
    id: text('id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    ownerId: text('owner_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    shared: integer('shared', { mode: 'boolean' }).notNull().default(false),
    translation: text('translation', { enum: ['none', 'beside', 'instead'] })
      .notNull()
      .default('beside'),
    /** BCP 47; '' = whichever there is. */
    language: text('language').notNull().default(''),
    headings: text('headings', { enum: ['outline', 'code'] })
      .notNull()
      .default('outline'),
    matrixBy: text('matrix_by').references(() => variables.id, { onDelete: 'set null' }),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [
    index('quote_desks_project').on(t.projectId),
    index('quote_desks_owner').on(t.ownerId),
    index('quote_desks_matrix').on(t.matrixBy),
    check('quote_desks_translation', sql`${t.translation} in ('none', 'beside', 'instead')`),
    check('quote_desks_headings', sql`${t.headings} in ('outline', 'code')`),
  ],
)

/** What stands on a desk: a heading (level and text) or a quote (a coding, and edits over its words). */
export const quoteItems = sqliteTable(
  'quote_items',
  {
    id: text('id').primaryKey(),
    deskId: text('desk_id')
      .notNull()
      .references(() => quoteDesks.id, { onDelete: 'cascade' }),
    /** From 0; no two of a desk are alike. */
    position: integer('position').notNull(),
    kind: text('kind', { enum: ['heading', 'quote'] }).notNull(),
    level: integer('level').notNull().default(1),
    text: text('text').notNull().default(''),
    /** `codings.id`; no foreign key: a coding that is taken away comes back by undo, and its quote with it. */
    codingId: text('coding_id'),
    /** The coding's words that `edits` were made over; never shown, only to carry the edits when the text was corrected. */
    words: text('words').notNull().default(''),
    edits: text('edits', { mode: 'json' }).$type<readonly QuoteEdit[]>().notNull().default([]),
    /** The same for its translation, in this language. */
    translationLanguage: text('translation_language'),
    translationWords: text('translation_words').notNull().default(''),
    translationEdits: text('translation_edits', { mode: 'json' }).$type<readonly QuoteEdit[]>().notNull().default([]),
  },
  (t) => [
    index('quote_items_desk').on(t.deskId, t.position),
    uniqueIndex('quote_items_coding').on(t.deskId, t.codingId),
    check('quote_items_kind', sql`(${t.kind} = 'quote') = (${t.codingId} is not null)`),
    check('quote_items_level', sql`${t.level} between 1 and 4`),
  ],
)

/** The number of an interview in references, for ever: the row outlives the interview, so that no other gets its number. */
export const interviewNumbers = sqliteTable(
  'interview_numbers',
  {
    /** `interviews.id`; no foreign key, see above. */
    interviewId: text('interview_id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
  },
  (t) => [
    uniqueIndex('interview_numbers_number').on(t.projectId, t.number),
    check('numbers_from_1', sql`${t.number} >= 1`),
  ],
)

/** The number of a coding within its interview, for ever, in the same way. */
export const codingNumbers = sqliteTable(
  'coding_numbers',
  {
    codingId: text('coding_id').primaryKey(),
    interviewId: text('interview_id')
      .notNull()
      .references(() => interviewNumbers.interviewId, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
  },
  (t) => [
    uniqueIndex('coding_numbers_number').on(t.interviewId, t.number),
    check('coding_numbers_from_1', sql`${t.number} >= 1`),
  ],
)

/** How a project writes the references of its quotes; no row = as every project does at first. */
export const quoteReferences = sqliteTable(
  'quote_references',
  {
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    template: text('template').notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId] })],
)
